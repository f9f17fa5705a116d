// How a piece is cut when its cut follows the art: the family's offsets, or those that the kit asks for within bounds.
import type { CutAround, KissCutAround, PrinterSpec, ProductSpec } from '../model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, text } from '../model/diagnostic.ts'
import type { PieceOrder } from '../model/kit.ts'
import type { Mm } from '../model/length.ts'
import { diagnostic } from './finding.ts'
import { mm } from './measure.ts'
import type { PieceSpans } from './options.ts'
import type { Making } from './product-file.ts'

/** Keys of a piece that move its cuts. */
export const CUT_KEYS = ['decalage', 'decalage-support'] as const

type CutKey = (typeof CUT_KEYS)[number]

type Reach = { readonly default: Mm; readonly min: Mm; readonly max: Mm }

/** What each key moves, when the way of making has it. */
function reachesOf({ 'kiss-cut': kiss, 'through-cut': through }: Making): Readonly<Partial<Record<CutKey, Reach>>> {
  if (through) return { decalage: through.offset }
  if (kiss?.along !== 'art') return {}
  return { decalage: kiss.offset, ...(kiss.follow && { 'decalage-support': kiss.follow }) }
}

const INSTEAD: Readonly<Record<CutKey, string>> = {
  decalage: '`forme`, `forme-support`, `forme-pleine-chair`',
  'decalage-support': '`forme-support`',
}

function misplaced(key: CutKey, spanOf: PieceSpans): Diagnostic {
  const message = text(
    `\`${key}\` ne s’applique qu’à une découpe qui suit le dessin`,
    `\`${key}\` applies only to a cut that follows the art`,
  )
  const hint = text(`avec \`decoupe\` : ${INSTEAD[key]}`, `with \`decoupe\`: ${INSTEAD[key]}`)
  return diagnostic('product-option', spanOf(key), message, { hint })
}

const outside = (key: CutKey, asked: Mm, { min, max }: Reach, spanOf: PieceSpans): Diagnostic =>
  diagnostic(
    'cut-offset',
    spanOf(key),
    text(
      `\`${key}\` de ${mm(asked)} : de ${mm(min)} à ${mm(max)}`,
      `\`${key}\` of ${mm(asked)}: from ${mm(min)} to ${mm(max)}`,
    ),
  )

/** The cuts of a piece as ordered; a key that its way of cutting has no use for is refused, never forgotten. */
export function readCuts(
  order: PieceOrder,
  making: Making,
  spanOf: PieceSpans,
): Outcome<Pick<ProductSpec, 'kissCut' | 'throughCut'>> {
  const reaches = reachesOf(making)
  const diagnostics = CUT_KEYS.flatMap((key): Diagnostic[] => {
    const [asked, reach] = [order[key], reaches[key]]
    if (asked === undefined) return []
    if (!reach) return [misplaced(key, spanOf)]
    return asked < reach.min || asked > reach.max ? [outside(key, asked, reach, spanOf)] : []
  })
  if (hasErrors(diagnostics)) return { diagnostics }
  const { 'kiss-cut': kiss, 'through-cut': through } = making
  const around = ({ offset, margin }: { offset: Reach; margin: Mm }): CutAround => {
    const at = order.decalage === undefined ? undefined : spanOf('decalage')
    return { offset: order.decalage ?? offset.default, margin, ...(at && { at }) }
  }
  if (through) return { value: { throughCut: around(through) }, diagnostics }
  if (!kiss) return { value: {}, diagnostics }
  if (kiss.along === 'trim') return { value: { kissCut: kiss }, diagnostics }
  const follow = kiss.follow && (order['decalage-support'] ?? kiss.follow.default)
  const kissCut: KissCutAround = { along: 'art', ...around(kiss), ...(follow === undefined ? {} : { follow }) }
  return { value: { kissCut }, diagnostics }
}

/** Why the printer's blade cannot follow the art as near as the kit asks; a family's own offset grows to its radius. */
export function offsetRefusal(
  order: PieceOrder,
  { minRadius }: Pick<PrinterSpec, 'minRadius'>,
  spanOf: PieceSpans,
): Diagnostic | undefined {
  const asked = order.decalage
  if (asked === undefined || asked >= minRadius) return undefined
  const message = text(
    `\`decalage\` de ${mm(asked)} : la lame de l’imprimeur tourne sur ${mm(minRadius)}, la découpe ne peut pas être plus près du dessin`,
    `\`decalage\` of ${mm(asked)}: the printer’s blade turns on ${mm(minRadius)}, the cut cannot be nearer to the art`,
  )
  return diagnostic('cut-offset', spanOf('decalage'), message)
}
