// Bytes → everything the rules ask of a PDF. Never throws and never hangs, whatever the bytes.
import { Budget, LIMITS, type Limit } from './budget.ts'
import { concat } from './bytes.ts'
import { type Info, readInfo } from './info.ts'
import { type Layers, readLayers } from './layer.ts'
import type { Note } from './note.ts'
import { asBytes, asName, asStream, type PdfDict, type PdfObject } from './object.ts'
import type { Objects } from './objects.ts'
import { operators } from './operators.ts'
import { type OutputIntent, readOutputIntents } from './output-intent.ts'
import { type PageNode, readPages } from './page.ts'
import type { PageContent } from './painted.ts'
import { readStructure } from './structure.ts'
import { textString } from './text-string.ts'
import { type Shared, share, Walk } from './walk.ts'
import { readXmp, type Xmp } from './xmp.ts'

export type PdfPage = PageNode & PageContent

export type PdfDocument = {
  readonly version: string
  readonly catalogVersion?: string
  readonly trailer: PdfDict
  readonly catalog: PdfDict
  readonly objects: Objects
  /** Every object in use. */
  readonly all: readonly (readonly [number: number, value: PdfObject])[]
  readonly updates: number
  readonly id: readonly Uint8Array[]
  readonly lang?: string
  readonly info: Info
  readonly xmp?: Xmp
  /** The metadata stream passes through a filter, so that programs cannot find it by looking at bytes. */
  readonly xmpFiltered: boolean
  readonly outputIntents: readonly OutputIntent[]
  readonly layers: Layers
  readonly pages: readonly PdfPage[]
  readonly notes: readonly Note[]
}

export type PdfFailure =
  | { readonly ok: false; readonly reason: 'not-a-pdf' | 'encrypted' | 'damaged' }
  | { readonly ok: false; readonly reason: 'too-complex'; readonly limit: Limit }

export type PdfRead = { readonly ok: true; readonly pdf: PdfDocument } | PdfFailure

export function readPdf(bytes: Uint8Array): PdfRead {
  const budget = new Budget()
  if (bytes.length > LIMITS.fileBytes) return { ok: false, reason: 'too-complex', limit: 'fileBytes' }
  const structure = readStructure(bytes, budget)
  if (budget.exhausted) return { ok: false, reason: 'too-complex', limit: budget.exhausted }
  if (!structure) return { ok: false, reason: hasHeader(bytes) ? 'damaged' : 'not-a-pdf' }
  const { trailer, catalog, objects, version, sections } = structure
  if (trailer.entries.has('Encrypt')) return { ok: false, reason: 'encrypted' }
  const metadata = asStream(objects.get(catalog, 'Metadata'))
  const shared = share(objects, operators)
  const pdf: PdfDocument = {
    version,
    ...optional('catalogVersion', objects.name(catalog, 'Version')),
    trailer,
    catalog,
    objects,
    all: [...objects.all()],
    updates: sections - 1,
    id: objects
      .array(trailer, 'ID')
      .map(asBytes)
      .filter(part => part !== undefined),
    ...optional('lang', textOf(objects.get(catalog, 'Lang'))),
    info: readInfo(trailer, objects),
    ...optional('xmp', metadata && readXmp(objects.decode(metadata).bytes)),
    xmpFiltered: metadata !== undefined && objects.filters(metadata).length > 0,
    outputIntents: readOutputIntents(catalog, objects),
    layers: readLayers(catalog, objects),
    pages: readPages(catalog, objects).map(page => ({ ...page, ...readContent(page, shared) })),
    notes: objects.notes,
  }
  const spent = limitOf(budget)
  if (spent) return { ok: false, reason: 'too-complex', limit: spent }
  return pdf.pages.length > 0 ? { ok: true, pdf } : { ok: false, reason: 'damaged' }
}

/** Asked again after the content was read: reading spends the budget. */
const limitOf = (budget: Budget): Limit | undefined => budget.exhausted

const hasHeader = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1032)).includes('%PDF-')

const textOf = (value: PdfObject): string | undefined => {
  const bytes = asBytes(value)
  return bytes && textString(bytes)
}

const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  // The computed key is K by construction; TypeScript widens it to string.
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }

/** A page's content streams are one content, whatever their cuts (ISO 32000-1 7.8.2). */
function readContent(page: PageNode, shared: Shared): PageContent {
  const { objects } = shared
  const walk = new Walk(shared, page.number)
  const space = Uint8Array.of(10)
  const bytes = concat(page.contents.flatMap(stream => [objects.decode(stream).bytes, space]))
  const group = objects.dict(page.dict, 'Group')
  if (group && asName(objects.get(group, 'S')) === 'Transparency') {
    const entry = group.entries.get('CS')
    walk.useGroup({
      object: page.object,
      of: 'page',
      ...optional('space', entry === undefined ? undefined : shared.spaces.read(entry, page.resources)),
    })
  }
  walk.run(bytes, page.contents[0]?.number ?? page.object, page.resources)
  return walk.result()
}
