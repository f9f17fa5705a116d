// A text: its box goes from the cap top of the first line to the baseline of the last, so that gaps are what the eye sees.
import { z } from 'zod'
import type { Font } from '../../model/assets.ts'
import type { TextStyle } from '../../model/design.ts'
import { text as say } from '../../model/diagnostic.ts'
import type { Box } from '../../model/geometry.ts'
import { BLACK, type Ink } from '../../model/ink.ts'
import { fromPt, type Mm, roundMm } from '../../model/length.ts'
import type { GlyphsMark } from '../../model/sheet.ts'
import { type Breaker, type Broken, openBreaker } from '../../text/break.ts'
import { createLru } from '../../text/lru.ts'
import { shape } from '../../text/shape.ts'
import { expression } from '../box.ts'
import { defineElement, type Measured, type Prepared, type Room, type RoomAt } from '../element.ts'
import type { Filled, Scope } from '../scope.ts'

/** Parts of the em that accents and descenders take beyond the cap height and the baseline. */
const ACCENT = 0.2
const DESCENT = 0.22

/** Below this size a text in several inks blurs: it takes black alone (facts of the trade: 12 pt, GWG R0017). */
const SMALL_TEXT = fromPt(12)

const MAX_LINES = 40

/** All that decides the lines of a text, whatever room they get. */
type Setting = {
  readonly font: Font
  readonly content: string
  readonly tracking: number
  readonly leading: number
  readonly size: Mm
  readonly floor: Mm
  readonly maxLines: number
  readonly lang: string
  readonly breakAt: Breaker
  /** What was already broken, last of all the latest. */
  readonly answers: Answer[]
}

type Answer = { readonly size: Mm; readonly widths: readonly Mm[]; readonly broken: Broken }

const capRatio = (font: Font): number => font.capHeight / font.unitsPerEm

const sizeAt = (setting: Setting, scale: number): Mm => Math.max(setting.size * scale, setting.floor)

const lineFeed = (setting: Setting, size: Mm): Mm => setting.leading * size

/** Room of one line: the whole width, or what the shapes beside it leave. */
function lineRoom(setting: Setting, size: Mm, box: Box | undefined, room: RoomAt | undefined, line: number) {
  if (!box || !room) return undefined
  const baseline = box.y + capRatio(setting.font) * size + line * lineFeed(setting, size)
  return room(baseline - (capRatio(setting.font) + ACCENT) * size, baseline + DESCENT * size)
}

/** Settings kept for the process: a kit has about a hundred, and most of another kit's are the same. */
const KEPT_SETTINGS = 300

/** Widths and sizes that one setting is tried at: a ladder, its passes and flexbox ask for the same many times over. */
const KEPT_BREAKS = 30

const measures = createLru<Measure>(KEPT_SETTINGS)

/** A text in one font, whatever its size. */
type Words = {
  readonly breakAt: Breaker
  /** Characters that the font lacks. */
  readonly missing: readonly string[]
  /** Two writing directions on one line. */
  readonly mixed: boolean
}

/** Texts kept ready: each has a setting or two. */
const KEPT_WORDS = 200

const words = createLru<Words>(KEPT_WORDS)

function wordsOf({ font, content, tracking, lang }: Omit<Setting, 'answers' | 'breakAt'>): Words {
  return words([font.id, font.sha256, tracking, lang, content].join('|'), () => {
    const runs = content.split('\n').map(line => shape(font, line, { lang }))
    return {
      breakAt: openBreaker(font, content, { tracking, lang }),
      missing: [...new Set(runs.flatMap(run => run.missing))],
      mixed: runs.some(({ direction }) => direction === 'mixed'),
    }
  })
}

type Measure = Pick<Words, 'missing' | 'mixed'> & {
  readonly setting: Setting
  readonly measure: NonNullable<Prepared['measure']>
}

/** The same setting gives the same object: layout knows by it that there is nothing to measure again. */
function measureOf(wanted: Omit<Setting, 'answers' | 'breakAt'>): Measure {
  const { font, content, tracking, leading, size, floor, maxLines, lang } = wanted
  const key = [font.id, font.sha256, tracking, leading, size, floor, maxLines, lang, content].join('|')
  return measures(key, () => {
    const { breakAt, missing, mixed } = wordsOf(wanted)
    const setting: Setting = { ...wanted, breakAt, answers: [] }
    return {
      setting,
      measure: (width, scale, box, room) => measureText(setting, scale, width ?? Number.POSITIVE_INFINITY, box, room),
      missing,
      mixed,
    }
  })
}

function breakOnce(setting: Setting, size: Mm, widths: readonly Mm[]): Broken {
  const { maxLines, answers } = setting
  for (let at = answers.length - 1; at >= 0; at -= 1) {
    const answer = answers[at]
    if (answer?.size === size && sameWidths(answer.widths, widths)) return answer.broken
  }
  const last = widths.at(-1) ?? 0
  const widthOf = (line: number): Mm => widths[line] ?? last
  const broken = setting.breakAt({ size, maxLines, widthOf })
  if (answers.length >= KEPT_BREAKS) answers.shift()
  answers.push({ size, widths, broken })
  return broken
}

function sameWidths(a: readonly Mm[], b: readonly Mm[]): boolean {
  if (a.length !== b.length) return false
  for (let line = 0; line < a.length; line += 1) if (a[line] !== b[line]) return false
  return true
}

function breakIn(setting: Setting, scale: number, width: Mm, box: Box | undefined, room: RoomAt | undefined): Broken {
  const size = sizeAt(setting, scale)
  if (!box || !room) return breakOnce(setting, size, [width])
  const widths: Mm[] = []
  for (let line = 0; line < setting.maxLines; line += 1) {
    const free = lineRoom(setting, size, box, room, line)
    widths.push(free ? Math.min(width, free.right - free.left) : width)
  }
  return breakOnce(setting, size, widths)
}

function measureText(
  setting: Setting,
  scale: number,
  limit: Mm,
  box: Box | undefined,
  room: RoomAt | undefined,
): Measured {
  const size = sizeAt(setting, scale)
  const broken = breakIn(setting, scale, limit, box, room)
  const lines = broken.fits ? broken.lines.length : Math.min(setting.maxLines, 3)
  const height = capRatio(setting.font) * size + (lines - 1) * lineFeed(setting, size)
  if (!broken.fits) {
    const { natural, needed, word } = broken
    const rooms = Array.from({ length: lines }, (_, line) => lineRoom(setting, size, box, room, line))
    const available = Math.min(limit, ...rooms.map(free => (free ? free.right - free.left : limit)))
    return {
      width: Math.min(limit, natural),
      height,
      misfit: { natural, needed, available, size, ...(word ? { word } : {}) },
    }
  }
  const width = Math.max(...broken.lines.map(line => line.width))
  return { width, height, ...(broken.flaw ? { flawed: true } : {}) }
}

type Look = {
  readonly style: TextStyle
  readonly styleName: string
  readonly align: 'left' | 'center' | 'right'
  readonly ink: Ink
  readonly from: Filled['from']
}

/** Left end of a line in the room it has. */
function lineStart({ align, style }: Look, size: Mm, box: Box, free: Room | undefined, width: Mm): Mm {
  switch (align) {
    case 'left':
      return box.x - style.shift * size
    case 'right':
      return box.x + box.width - width
    case 'center': {
      const middle = free ? (free.left + free.right) / 2 : box.x + box.width / 2
      return middle - width / 2
    }
  }
}

function lowerText(setting: Setting, look: Look, scale: number, box: Box, room: RoomAt | undefined): GlyphsMark[] {
  const size = sizeAt(setting, scale)
  const broken = breakIn(setting, scale, box.width, box, room)
  if (!broken.fits) return []
  return broken.lines.map((line, index) => ({
    kind: 'glyphs',
    font: setting.font.id,
    size: roundMm(size),
    x: roundMm(lineStart(look, size, box, lineRoom(setting, size, box, room, index), line.width)),
    y: roundMm(box.y + capRatio(setting.font) * size + index * lineFeed(setting, size)),
    glyphs: line.run.glyphs,
    text: line.run.text,
    fill: smallTextInk(look.ink, size),
    style: look.styleName,
    ...(look.from ? { from: look.from } : {}),
  }))
}

/** Dark inks become black alone in small text; light ones (white, tints) stay what they are. */
const smallTextInk = (ink: Ink, size: Mm): Ink =>
  size < SMALL_TEXT && ink.kind === 'cmyk' && ink.k >= 80 && ink.c + ink.m + ink.y > 0 ? BLACK : ink

/** A line that mixes writing directions would come out in the wrong order. */
function reportMixed({ from }: Filled, scope: Scope): void {
  scope.problem({
    rule: 'mixed-direction',
    message: say(
      'ce texte mêle deux sens d’écriture sur une même ligne',
      'this text mixes two writing directions on one line',
    ),
    hint: say('séparez les deux langues : une par texte', 'keep the two languages apart: one for each text'),
    ...(from ? { at: from } : {}),
  })
}

function reportMissing({ setting: { font }, missing, mixed }: Measure, filled: Filled, scope: Scope): void {
  if (mixed) reportMixed(filled, scope)
  if (missing.length === 0) return
  const list = missing.map(character => `« ${character} » (U+${codePoint(character)})`).join(', ')
  scope.problem({
    rule: 'missing-glyph',
    message: say(`la police ${font.family} ne contient pas ${list}`, `the font ${font.family} lacks ${list}`),
    hint: say(
      'écrivez ce texte sans ce caractère, ou choisissez une charte dont la police le contient',
      'write this text without the character, or choose a brand whose font has it',
    ),
    ...(filled.from ? { at: filled.from } : {}),
  })
}

const codePoint = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

export const text = defineElement({
  about: 'un texte ; la valeur mêle mots et emplacements : `Avec le soutien {caf.de}`',
  main: z.string().max(500),
  props: {
    style: z.string().describe('style de la charte'),
    short: z.string().max(500).optional().describe('forme courte, essayée quand l’autre ne tient pas'),
    color: z.string().optional().describe('couleur (encre par défaut)'),
    size: expression.optional().describe('corps (celui du style par défaut)'),
    min: expression.optional().describe('plus petit corps que l’ajustement peut atteindre'),
    group: z.string().optional().describe('les textes d’un groupe rétrécissent ensemble'),
    lines: expression.optional().describe('nombre maximal de lignes (1 par défaut)'),
    align: z.enum(['left', 'center', 'right']).optional().describe('alignement'),
    avoid: z.array(z.string()).optional().describe('éléments que les lignes contournent'),
    within: z.string().optional().describe('élément dans lequel les lignes restent'),
    space: expression.optional().describe('distance aux éléments contournés (1u par défaut)'),
  },
  prepare(content, props, scope) {
    const filled = scope.fill(props.short !== undefined && scope.flag('forme-courte') ? props.short : content)
    const style = scope.style(props.style)
    if (!filled || filled.text === '' || !style) return undefined
    const font = scope.resources.font(style.font)
    const size = props.size === undefined ? style.size * scope.u : scope.number(props.size)
    const min = props.min === undefined ? style.minSize * scope.u : scope.number(props.min)
    const measure = measureOf({
      font,
      content: filled.text,
      tracking: style.tracking,
      leading: style.leading,
      size,
      floor: Math.max(style.floorCap / capRatio(font), scope.minText),
      maxLines: Math.min(MAX_LINES, Math.round(scope.number(props.lines ?? 1))),
      lang: scope.lang,
    })
    reportMissing(measure, filled, scope)
    const { setting } = measure
    const align = props.align ?? 'left'
    const ink = scope.ink(props.color ?? 'encre')
    const look: Look = { style, styleName: props.style, align, ink, from: filled.from }
    return {
      flow: {
        avoid: props.avoid ?? [],
        ...(props.within === undefined ? {} : { within: props.within }),
        gap: scope.number(props.space ?? '1u'),
        align,
        ...(min < size ? { group: props.group ?? `seul-${props.style}` } : {}),
        minScale: Math.min(1, Math.max(min, setting.floor) / size),
        ...(filled.from ? { from: filled.from } : {}),
        content: filled.text,
      },
      measure: measure.measure,
      lower: (box, scale, room) => lowerText(setting, look, scale, box, room),
    }
  },
})
