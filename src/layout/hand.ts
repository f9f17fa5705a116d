// What the elements of a sheet are prepared with: the attempt in hand, and what of it they ask alike.
import type { BrandSpec, Datum, FaceSpec, PieceDesign } from '../model/design.ts'
import type { Mm } from '../model/length.ts'
import { type Dependencies, figureOf, ITEM_OF_KIT, leavingOf, wordsOf } from '../template/depends.ts'
import type { Value } from '../template/expression.ts'
import { sameDatum } from '../template/same-datum.ts'
import type { ImageRequest, Problem, Resources } from '../template/scope.ts'
import { datumValue, lookup } from '../template/slots.ts'
import { safeOf } from './outline.ts'

export type Attempt = {
  readonly piece: PieceDesign
  readonly brand: BrandSpec
  readonly resources: Resources
  readonly u: Mm
  readonly face: FaceSpec
  /** Variables of the template, the variants that hold, then the ladder's steps so far. */
  readonly variables: Readonly<Record<string, string | number | boolean>>
  readonly short: boolean
  /** Ids of the elements that the ladder has taken away. */
  readonly dropped: ReadonlySet<string>
  readonly problems: Problem[]
  readonly requests: ImageRequest[]
}

/**
 * The attempt in hand: scopes outlive attempts, which differ by variables alone, and kits, which differ by their data. What
 * nodes ask alike is worked out once.
 */
export type Hand = {
  attempt: Attempt
  readonly depends: Dependencies
  /** Data are those of one kit, and of one form of its name. */
  epoch: number
  mistakes: number
  attempts: number
  /** As in `Moment`. */
  readonly changed: Map<string, number>
  anew: number
  slots: Datum
  readonly data: Map<string, Datum | undefined>
  /** Variables as the attempt has them; they stay until what they depend on changes. */
  readonly values: Map<string, Value>
  /** What is being evaluated holds for one node only: it names the item of a repetition, or a slot that does not exist. */
  own: boolean
}

export const openHand = (attempt: Attempt, depends: Dependencies): Hand => ({
  attempt,
  depends,
  epoch: 0,
  mistakes: 0,
  attempts: 0,
  changed: new Map(),
  anew: 0,
  slots: makeSlots(attempt),
  data: new Map(),
  values: new Map(),
  own: false,
})

/** Notes what an attempt changes. */
function noteChanges({ attempts, changed }: Hand, before: Attempt, { variables, dropped }: Attempt): void {
  for (const name in variables) if (before.variables[name] !== variables[name]) changed.set(name, attempts)
  for (const name in before.variables) if (!(name in variables)) changed.set(name, attempts)
  for (const id of before.dropped) if (!dropped.has(id)) changed.set(leavingOf(id), attempts)
  for (const id of dropped) if (!before.dropped.has(id)) changed.set(leavingOf(id), attempts)
}

/** Notes the slots that another kit fills otherwise. */
function noteSlots({ attempts, changed, depends }: Hand, before: Datum, slots: Datum): void {
  changed.set(ITEM_OF_KIT, attempts)
  for (const path of depends.slots) {
    const [then, now] = [lookup(before, path), lookup(slots, path)]
    if (datumValue(then) !== datumValue(now)) changed.set(figureOf(path), attempts)
    if (!sameDatum(then, now)) changed.set(wordsOf(path), attempts)
  }
}

function forgetValues({ attempts, anew, changed, depends, values }: Hand): void {
  if (anew === attempts) values.clear()
  for (const name of values.keys())
    if (depends.ofVariable(name).some(each => changed.get(each) === attempts)) values.delete(name)
}

export function takeUp(hand: Hand, attempt: Attempt): void {
  const before = hand.attempt
  hand.attempt = attempt
  hand.attempts += 1
  noteChanges(hand, before, attempt)
  if (before.piece !== attempt.piece || before.resources !== attempt.resources || before.short !== attempt.short) {
    if (before.short !== attempt.short) hand.anew = hand.attempts
    const slots = makeSlots(attempt)
    noteSlots(hand, hand.slots, slots)
    hand.slots = slots
    hand.data.clear()
    hand.epoch += 1
  }
  forgetValues(hand)
}

/** How far in from the left and right the holes and what covers them reach: a margin beyond it is clear of every screw. */
const holeSide = ({ width, holes }: PieceDesign['product']): Mm =>
  Math.max(
    0,
    ...holes.filter(({ x }) => !isMiddle(x, width)).map(({ x, keepOut }) => Math.min(x, width - x) + keepOut / 2),
  )

/** The same from the top and bottom, for holes that no side margin clears. */
const holeEnd = ({ width, height, holes }: PieceDesign['product']): Mm =>
  Math.max(
    0,
    ...holes.filter(({ x }) => isMiddle(x, width)).map(({ y, keepOut }) => Math.min(y, height - y) + keepOut / 2),
  )

const isMiddle = (x: Mm, width: Mm): boolean => x > width / 3 && x < (width * 2) / 3

/** What is known of the sheet itself, beside the slots of the piece. */
function makeSlots({ piece, face, short, resources, brand }: Attempt): Datum {
  const { width, height, shape, family, holes, art, tool, hidden } = piece.product
  const number = (value: number): Datum => ({ kind: 'number', value })
  const flag = (value: boolean): Datum => ({ kind: 'flag', value })
  const record = (fields: Record<string, Datum>): Datum => ({ kind: 'record', fields })
  const root = piece.slots.kind === 'record' ? piece.slots.fields : {}
  return record({
    ...root,
    sheet: record({
      width: number(width),
      height: number(height),
      ratio: number(width / height),
      shape: { kind: 'text', value: shape },
      round: flag(shape === 'round'),
      portrait: flag(height > width),
      family: { kind: 'text', value: family },
      face: { kind: 'text', value: face.name },
      verso: flag(face.name === 'verso'),
      'one-colour': flag(art !== 'printed'),
      tool: number(tool),
      'hidden-top': number(hidden[0]),
      'hidden-right': number(hidden[1]),
      'hidden-bottom': number(hidden[2]),
      'hidden-left': number(hidden[3]),
      holes: number(holes.length),
      safe: number(safeOf(piece)),
      border: number(piece.product.border),
      'hole-side': number(holeSide(piece.product)),
      'hole-end': number(holeEnd(piece.product)),
    }),
    logo: record({ caf: flag(resources.logo('caf') !== undefined) }),
    brand: record({ draft: flag(brand.status === 'draft') }),
    'forme-courte': flag(short),
    univers: { kind: 'text', value: piece.universe },
  })
}
