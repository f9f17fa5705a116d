// What the elements of one sheet may ask: numbers in mm, colours, texts with their slots filled. One attempt of the ladder.
import { type BrandSpec, type Datum, type FaceSpec, inkAt, type PieceDesign } from '../model/design.ts'
import { type Place, type Span, text } from '../model/diagnostic.ts'
import { BLACK, type Ink } from '../model/ink.ts'
import { fromPt, type Mm } from '../model/length.ts'
import { ExpressionError, evaluate, type Names, type Value } from '../template/expression.ts'
import { withItem } from '../template/prepare.ts'
import type { Filled, ImageRequest, Problem, Resources, Scope } from '../template/scope.ts'
import { datumText, datumValue, isKnownSlot, lookup } from '../template/slots.ts'
import { microtypography } from '../text/microtypography.ts'
import { bleedOf, safeOf } from './outline.ts'

export type Attempt = {
  readonly piece: PieceDesign
  readonly brand: BrandSpec
  readonly resources: Resources
  readonly u: Mm
  readonly face: FaceSpec
  /** Variables of the template, the variants that hold, then the ladder's steps so far. */
  readonly variables: Readonly<Record<string, string | number | boolean>>
  readonly short: boolean
  readonly problems: Problem[]
  readonly requests: ImageRequest[]
}

/** The attempt in hand: the scopes of a piece outlive their attempts, which differ by variables alone. */
export type Hand = { attempt: Attempt }

const SLOT = /\{([^{}]*)\}/g

/** Records a problem once: a template is prepared several times, an element may be asked twice. */
function record(attempt: Attempt, problem: Problem): void {
  const key = JSON.stringify([problem.rule, problem.message.fr, problem.at, problem.by])
  const known = attempt.problems.some(
    other => JSON.stringify([other.rule, other.message.fr, other.at, other.by]) === key,
  )
  if (!known) attempt.problems.push(problem)
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

const slotsOf = new WeakMap<Hand, Datum>()

/** The slots of a sheet, made once: every node asks for them. */
function sheetSlots(hand: Hand): Datum {
  const known = slotsOf.get(hand)
  if (known) return known
  const slots = makeSlots(hand.attempt)
  slotsOf.set(hand, slots)
  return slots
}

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

function namesOf(hand: Hand, slots: Datum, by: Place | undefined): Names {
  const pending = new Set<string>()
  const names: Names = {
    unit: name => (name === 'mm' ? 1 : name === 'u' ? hand.attempt.u : name === 'pt' ? fromPt(1) : undefined),
    variable(name) {
      const value = hand.attempt.variables[name]
      if (value === undefined) throw new ExpressionError(`variable « $${name} » inconnue`, 0)
      if (typeof value !== 'string') return value
      if (pending.has(name)) throw new ExpressionError(`« $${name} » se définit par elle-même`, 0)
      pending.add(name)
      try {
        return evaluate(value, names) ?? false
      } finally {
        pending.delete(name)
      }
    },
    slot(path) {
      if (!isKnownSlot(path)) unknownSlot(hand.attempt, path, by)
      return datumValue(lookup(slots, path))
    },
  }
  return names
}

function unknownSlot(attempt: Attempt, path: string, by: Place | undefined): void {
  record(attempt, {
    rule: 'unknown-slot',
    message: text(`emplacement inconnu : {${path}}`, `unknown slot: {${path}}`),
    ...(by ? { at: by } : {}),
  })
}

function unknownToken(attempt: Attempt, what: { fr: string; en: string }, name: string, by: Place | undefined): void {
  record(attempt, {
    rule: 'unknown-token',
    message: text(
      `la charte ${attempt.brand.id} n’a pas ${what.fr} « ${name} »`,
      `the brand ${attempt.brand.id} has no ${what.en} “${name}”`,
    ),
    ...(by ? { at: by } : {}),
  })
}

/** Fills the slots of a text; undefined when it names some and all are empty. */
function fillText(attempt: Attempt, slots: Datum, content: string, by: Place | undefined): Filled | undefined {
  let named = 0
  let filled = 0
  let from: Span | undefined
  const raw = content.replace(SLOT, (_, path: string) => {
    named += 1
    if (!isKnownSlot(path)) unknownSlot(attempt, path, by)
    const datum = lookup(slots, path)
    const value = datum ? datumText(datum) : ''
    if (value !== '') {
      filled += 1
      from ??= datum?.at
    }
    return value
  })
  if (named > 0 && filled === 0) return undefined
  return { text: raw, ...(from ? { from } : {}) }
}

/** A partner whose logo cannot be shown is one without a logo: its name stands in text. */
function withoutLostLogo(item: Datum, resources: Resources): Datum {
  if (item.kind !== 'record') return item
  const { logo, ...fields } = item.fields
  return logo?.kind === 'text' && !resources.logo(logo.value) ? { ...item, fields } : item
}

/** Scope of one node; `item` is the current element of a repetition. */
export function makeScope(hand: Hand, by: Place | undefined, item: Datum | undefined): Scope {
  const { piece, brand, resources, u, face } = hand.attempt
  const slots = withItem(sheetSlots(hand), item && withoutLostLogo(item, resources))
  const names = namesOf(hand, slots, by)
  const guarded = (expression: string | number | boolean): Value | undefined => {
    if (typeof expression !== 'string') return expression
    try {
      return evaluate(expression, names)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      record(hand.attempt, {
        rule: 'template-expression',
        message: text(
          `expression illisible : ${expression} (${error.message})`,
          `unreadable expression: ${expression} (${error.message})`,
        ),
        ...(by ? { at: by } : {}),
      })
      return undefined
    }
  }
  return {
    width: piece.product.width,
    height: piece.product.height,
    u,
    bleed: bleedOf(piece, face),
    minText: piece.product.minText,
    oneColour: piece.product.art !== 'printed',
    lang: piece.lang,
    brand,
    universe: piece.universe,
    resources,
    by,
    number(expression) {
      const value = guarded(expression)
      if (typeof value === 'number' && Number.isFinite(value)) return value
      if (value !== undefined) {
        record(hand.attempt, {
          rule: 'template-expression',
          message: text(
            `une longueur est attendue : ${String(expression)}`,
            `a length is expected: ${String(expression)}`,
          ),
          ...(by ? { at: by } : {}),
        })
      }
      return 0
    },
    flag(expression) {
      const value = guarded(expression)
      return value !== undefined && value !== false && value !== '' && value !== 0
    },
    fill(content) {
      const filled = fillText(hand.attempt, slots, content, by)
      return filled && { ...filled, text: microtypography(filled.text, piece.lang) }
    },
    slot: path => lookup(slots, path),
    ink(name): Ink {
      const color = brand.universes[piece.universe]?.colors[name] ?? brand.colors[name]
      if (!color) unknownToken(hand.attempt, { fr: 'de couleur', en: 'colour' }, name, by)
      if (piece.product.art !== 'printed') return BLACK
      return color ? inkAt(color, piece.printer.output) : BLACK
    },
    style(name) {
      const style = brand.styles[name]
      if (!style) unknownToken(hand.attempt, { fr: 'de style', en: 'style' }, name, by)
      return style
    },
    request(image) {
      const { requests } = hand.attempt
      const side = face.name === 'recto' ? '' : `-${face.name}`
      const id = `${piece.id}${side}-image-${requests.length + 1}`
      requests.push({ ...image, id })
      return id
    },
    problem: problem => record(hand.attempt, { ...(by ? { by } : {}), ...problem }),
  }
}
