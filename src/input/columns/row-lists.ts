// The lists that cells hold: cut at `;`, `|` and line breaks; partners with their logos, numbered or not; policies.
import { type Diagnostic, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import type { Filled } from './row-pieces.ts'
import { append, type Draft, put } from './value-draft.ts'

/** A comma is part of a sentence of hours or of a partner's name, never of these. */
const CUT_AT_COMMAS = new Set(['structure.communes', 'structure.labels', 'kit.langues'])

export const itemsIn = (value: string, path = ''): readonly string[] =>
  value
    .split(CUT_AT_COMMAS.has(path) ? /[;|\r\n,]+/ : /[;|\r\n]+/)
    .map(item => item.trim())
    .filter(item => item !== '')

export function putList(draft: Draft, path: string, { value, cell, title }: Filled): void {
  append(draft, path, itemsIn(value, path), cell, title)
}

/** `partners` are the cells of names, `logos` the cell of their files, one for each name in the same order. */
export function putPartners(draft: Draft, path: string, partners: readonly Filled[], logos: Filled | undefined): void {
  const names = partners.flatMap(filled => itemsIn(filled.value).map(nom => ({ nom, filled })))
  const files = logos ? itemsIn(logos.value) : []
  if (logos && files.length !== names.length) draft.diagnostics.push(unevenLogos(logos, files.length, names.length))
  for (const [index, { nom, filled }] of names.entries()) {
    const logo = files.length === names.length ? files[index] : undefined
    append(draft, path, [logo === undefined ? { nom } : { nom, logo }], filled.cell, filled.title)
    if (logo !== undefined && logos) draft.spans[`${path}.${index}.logo`] = logos.cell
  }
}

const unevenLogos = ({ cell }: Filled, logos: number, partners: number): Diagnostic =>
  diagnose(
    'wrong-value',
    cell,
    text(`${logos} logos pour ${partners} partenaires`, `${logos} logos for ${partners} partners`),
    {
      hint: text(
        'un logo par partenaire, dans le même ordre ; ou des colonnes « partenaire 1 », « logo 1 »',
        'one logo for each partner, in the same order; or columns “partenaire 1”, “logo 1”',
      ),
    },
  )

type Item = { readonly rank: number; readonly cells: readonly Filled[] }

function numbered(filled: readonly Filled[]): readonly Item[] {
  const ranks = new Map<number, Filled[]>()
  for (const each of filled) {
    const { use } = each.column
    if (use.kind !== 'read' || use.field.kind !== 'item') continue
    ranks.set(use.field.item, [...(ranks.get(use.field.item) ?? []), each])
  }
  return [...ranks].map(([rank, cells]) => ({ rank, cells })).toSorted((a, b) => a.rank - b.rank)
}

/** `partenaire 1`, `logo 1`, `partenaire 2`: an item for each number that holds something. */
export function putItems(draft: Draft, path: string, filled: readonly Filled[], from: number): void {
  for (const [offset, { cells }] of numbered(filled).entries()) {
    const [first] = cells
    if (!first) continue
    const keyOf = ({ column: { use } }: Filled): string =>
      use.kind === 'read' && use.field.kind === 'item' ? use.field.key : ''
    const item = Object.fromEntries(cells.map(each => [keyOf(each), each.value]))
    append(draft, path, [item], first.cell, first.title)
    for (const each of cells) {
      draft.spans[`${path}.${from + offset}.${keyOf(each)}`] = each.cell
      draft.spans[`${path}.${from + offset}.${keyOf(each)}#key`] = each.title
    }
  }
}

/** « text-contrast: avertir ; image-resolution: ignorer ». */
export function putPolicies(draft: Draft, { value, cell, title }: Filled): void {
  for (const item of itemsIn(value)) {
    const [, rule = '', policy = ''] = /^([^:=]+?)\s*[:=]\s*(.+)$/.exec(item) ?? []
    if (rule !== '') {
      put(draft, `regles.${rule.trim()}`, policy.trim(), cell, cell)
      continue
    }
    const message = text(`« ${item} » n’est pas une conduite`, `“${item}” is not a policy`)
    const hint = text('par exemple `text-contrast: avertir`', 'for instance `text-contrast: avertir`')
    draft.diagnostics.push(diagnose('wrong-value', cell, message, { hint }))
  }
  draft.spans['regles#key'] = title
}
