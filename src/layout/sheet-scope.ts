// What the elements of one sheet may ask: numbers in mm, colours, texts with their slots filled. One attempt of the ladder.
import { type Datum, inkAt } from '../model/design.ts'
import { type Place, type Span, text } from '../model/diagnostic.ts'
import { BLACK, type Ink } from '../model/ink.ts'
import { fromPt } from '../model/length.ts'
import { ExpressionError, evaluate, type Names, type Value } from '../template/expression.ts'
import type { Turn } from '../template/prepare.ts'
import type { Filled, Problem, Resources, Scope } from '../template/scope.ts'
import { datumText, datumValue, isKnownSlot, lookup } from '../template/slots.ts'
import { createLru } from '../text/lru.ts'
import { microtypography } from '../text/microtypography.ts'
import type { Hand } from './hand.ts'
import { bleedOf } from './outline.ts'

const ITEM = /^item(?:\.|$)/

/** Records a problem once: a template is prepared several times, an element may be asked twice. */
function record(hand: Hand, problem: Problem): void {
  const { attempt } = hand
  hand.mistakes += 1
  const key = JSON.stringify([problem.rule, problem.message.fr, problem.at, problem.by])
  const known = attempt.problems.some(
    other => JSON.stringify([other.rule, other.message.fr, other.at, other.by]) === key,
  )
  if (!known) attempt.problems.push(problem)
}

type Look = (path: string) => Datum | undefined

/** A slot of the sheet, or of the item in turn. */
function lookFor(hand: Hand, turn: Turn): Look {
  const ofItem = (item: Datum, path: string): Datum | undefined =>
    lookup({ kind: 'record', fields: { item: withoutLostLogo(item, hand.attempt.resources) } }, path)
  return path => {
    if (hand.data.has(path)) return hand.data.get(path)
    if (!ITEM.test(path)) {
      const datum = lookup(hand.slots, path)
      hand.data.set(path, datum)
      return datum
    }
    hand.own = true
    return turn.item && ofItem(turn.item, path)
  }
}

/** The same, where a slot that no kit may have is a mistake of the template. */
const strictly =
  (look: Look, hand: Hand, by: Place | undefined): Look =>
  path => {
    if (isKnownSlot(path)) return look(path)
    hand.own = true
    unknownSlot(hand, path, by)
    return look(path)
  }

/** Read anew: what was evaluated meanwhile may have set it. */
const ownTo = ({ own }: Hand): boolean => own

/** A variable has one value for all the nodes of an attempt, unless it speaks of the item in turn. */
function namesOf(hand: Hand, look: Look): Names {
  const pending = new Set<string>()
  const evaluated = (name: string): Value => {
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
  }
  const names: Names = {
    unit: name => (name === 'mm' ? 1 : name === 'u' ? hand.attempt.u : name === 'pt' ? fromPt(1) : undefined),
    variable(name) {
      const known = hand.values.get(name)
      if (known !== undefined) return known
      const before = hand.own
      hand.own = false
      const value = evaluated(name)
      if (!ownTo(hand)) hand.values.set(name, value)
      hand.own ||= before
      return value
    },
    slot: path => datumValue(look(path)),
  }
  return names
}

function unknownSlot(hand: Hand, path: string, by: Place | undefined): void {
  record(hand, {
    rule: 'unknown-slot',
    message: text(`emplacement inconnu : {${path}}`, `unknown slot: {${path}}`),
    ...(by ? { at: by } : {}),
  })
}

function unknownToken(hand: Hand, what: { fr: string; en: string }, name: string, by: Place | undefined): void {
  const { id } = hand.attempt.brand
  record(hand, {
    rule: 'unknown-token',
    message: text(`la charte ${id} n’a pas ${what.fr} « ${name} »`, `the brand ${id} has no ${what.en} “${name}”`),
    ...(by ? { at: by } : {}),
  })
}

/** The path of a slot; a text cut at them has one at each odd place. */
const SLOT = /\{([^{}]*)\}/

/** Texts of templates kept as they were cut. */
const KEPT_TEXTS = 300

const cut = createLru<readonly string[]>(KEPT_TEXTS)

/** Fills the slots of a text; undefined when it names some and all are empty. */
function fillText(look: Look, content: string): Filled | undefined {
  const parts = cut(content, () => content.split(SLOT))
  let from: Span | undefined
  let filled = parts.length === 1
  let raw = ''
  for (const [index, part] of parts.entries()) {
    const isSlot = index % 2 === 1
    const datum = isSlot ? look(part) : undefined
    const value = isSlot ? (datum ? datumText(datum) : '') : part
    raw += value
    if (!isSlot || value === '') continue
    filled = true
    from ??= datum?.at
  }
  return filled ? { text: raw, ...(from ? { from } : {}) } : undefined
}

/** A partner whose logo cannot be shown is one without a logo: its name stands in text. */
function withoutLostLogo(item: Datum, resources: Resources): Datum {
  if (item.kind !== 'record') return item
  const { logo, ...fields } = item.fields
  return logo?.kind === 'text' && !resources.logo(logo.value) ? { ...item, fields } : item
}

/** Scope of one node; `turn` holds the current element of a repetition. What it gives by value is the sheet’s. */
export function makeScope(hand: Hand, by: Place | undefined, turn: Turn): Scope {
  const { piece, brand, u, face } = hand.attempt
  const { product, printer, lang, universe } = piece
  const peek = lookFor(hand, turn)
  const look = strictly(peek, hand, by)
  const names = namesOf(hand, look)
  const guarded = (expression: string | number | boolean): Value | undefined => {
    if (typeof expression !== 'string') return expression
    try {
      return evaluate(expression, names)
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error
      record(hand, {
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
    width: product.width,
    height: product.height,
    u,
    bleed: bleedOf(piece, face),
    minText: product.minText,
    oneColour: product.art !== 'printed',
    lang,
    brand,
    universe,
    get resources() {
      return hand.attempt.resources
    },
    by,
    number(expression) {
      const value = guarded(expression)
      if (typeof value === 'number' && Number.isFinite(value)) return value
      if (value !== undefined) {
        record(hand, {
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
      const filled = fillText(look, content)
      return filled && { ...filled, text: microtypography(filled.text, lang) }
    },
    slot: peek,
    ink(name): Ink {
      const color = brand.universes[universe]?.colors[name] ?? brand.colors[name]
      if (!color) unknownToken(hand, { fr: 'de couleur', en: 'colour' }, name, by)
      if (product.art !== 'printed') return BLACK
      return color ? inkAt(color, printer.output) : BLACK
    },
    style(name) {
      const style = brand.styles[name]
      if (!style) unknownToken(hand, { fr: 'de style', en: 'style' }, name, by)
      return style
    },
    request(image) {
      const { requests, piece: asking } = hand.attempt
      const side = face.name === 'recto' ? '' : `-${face.name}`
      const id = `${asking.id}${side}-image-${requests.length + 1}`
      requests.push({ ...image, id })
      return id
    },
    problem: problem => record(hand, { ...(by ? { by } : {}), ...problem }),
  }
}
