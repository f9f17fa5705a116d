// The workbook part of an XLSX: its sheets in order, where each part is, and the system of its dates.
import { text } from '../../model/diagnostic.ts'
import { MAX_PART_BYTES } from './limits.ts'
import { damaged } from './refusal.ts'
import { listenToAll, localName } from './xml-stream.ts'
import { inflatePart, partOf, type Zip } from './zip.ts'

export type XlsxSheet = {
  readonly name: string
  readonly isHidden: boolean
  /** Its part in the archive. */
  readonly path: string
}

export type Workbook = {
  readonly sheets: readonly XlsxSheet[]
  readonly is1904: boolean
  readonly strings?: string
  readonly styles?: string
}

type Relation = { readonly id: string; readonly kind: string; readonly path: string }

/** `../xl/a.xml` from the folder of the part that names it; `/xl/a.xml` from the root (ISO/IEC 29500-2 6.5.2). */
function resolvePart(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const relationsPath = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels')

async function relationsOf(zip: Zip, part: string): Promise<readonly Relation[]> {
  const path = relationsPath(part)
  const relations: Relation[] = []
  if (!partOf(zip, path)) return relations
  const open = (name: string, { Id: id, Type: type, Target: target, TargetMode: mode }: Attributes): void => {
    if (localName(name) !== 'Relationship' || mode === 'External' || id === undefined || target === undefined) return
    // The transitional and the strict forms of a type end with the same word.
    relations.push({
      id,
      kind: (type ?? '').replace(/^.*\//, ''),
      path: resolvePart(part, target.replaceAll('\\', '/')),
    })
  }
  await listenToAll(inflatePart(zip, path, MAX_PART_BYTES), { open, close: () => {} }, zip.source.file)
  return relations
}

type Attributes = Readonly<Partial<Record<string, string>>>

/** Of a relation: in a namespace whose prefix the writer chose, beside the `sheetId` that has none. */
const relationId = (attributes: Attributes): string | undefined =>
  Object.entries(attributes).find(([name]) => name.includes(':') && localName(name) === 'id')?.[1]

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const { file } = zip.source
  const workbook = (await relationsOf(zip, '')).find(({ kind }) => kind === 'officeDocument')
  const path = workbook?.path ?? 'xl/workbook.xml'
  const relations = await relationsOf(zip, path)
  const sheets: XlsxSheet[] = []
  let is1904 = false
  const open = (name: string, attributes: Attributes): void => {
    const local = localName(name)
    if (local === 'workbookPr') is1904 = isTrue(attributes['date1904'])
    if (local !== 'sheet') return
    const relation = relations.find(({ id }) => id === relationId(attributes))
    // Sheets of charts, dialogs and macros hold no rows.
    if (relation && relation.kind !== 'worksheet') return
    const title = attributes['name'] ?? ''
    if (!relation || !partOf(zip, relation.path)) {
      throw damaged(file, text(`il lui manque l’onglet « ${title} »`, `its sheet “${title}” is missing`))
    }
    const isHidden = attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden'
    sheets.push({ name: title, isHidden, path: relation.path })
  }
  await listenToAll(inflatePart(zip, path, MAX_PART_BYTES), { open, close: () => {} }, file)
  const pathOf = (kind: string): string | undefined => relations.find(relation => relation.kind === kind)?.path
  const [strings, styles] = [pathOf('sharedStrings'), pathOf('styles')]
  return { sheets, is1904, ...(strings ? { strings } : {}), ...(styles ? { styles } : {}) }
}
