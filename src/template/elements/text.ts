// A text: its box goes from the cap top of the first line to the baseline of the last, so that gaps are what the eye sees.
import { z } from 'zod'
import type { Font } from '../../model/assets.ts'
import type { TextStyle } from '../../model/design.ts'
import { text as say } from '../../model/diagnostic.ts'
import type { Box } from '../../model/geometry.ts'
import { BLACK, type Ink } from '../../model/ink.ts'
import { fromPt, type Mm, roundMm } from '../../model/length.ts'
import type { GlyphsMark } from '../../model/sheet.ts'
import { type Broken, breakText } from '../../text/break.ts'
import { shape } from '../../text/shape.ts'
import { expression } from '../box.ts'
import { defineElement, type Measured, type RoomAt } from '../element.ts'
import type { Filled, Scope } from '../scope.ts'

/** Parts of the em that accents and descenders take beyond the cap height and the baseline. */
const ACCENT = 0.2
const DESCENT = 0.22

/** Below this size a text in several inks blurs: it takes black alone (facts of the trade: 12 pt, GWG R0017). */
const SMALL_TEXT = fromPt(12)

const MAX_LINES = 40

type Setting = {
  readonly font: Font
  readonly style: TextStyle
  readonly content: Filled
  readonly size: Mm
  readonly floor: Mm
  readonly maxLines: number
  readonly lang: string
  readonly align: 'left' | 'center' | 'right'
}

const capRatio = (font: Font): number => font.capHeight / font.unitsPerEm

const sizeAt = (setting: Setting, scale: number): Mm => Math.max(setting.size * scale, setting.floor)

const lineFeed = (setting: Setting, size: Mm): Mm => setting.style.leading * size

/** Room of one line: the whole width, or what the shapes beside it leave. */
function lineRoom(setting: Setting, size: Mm, box: Box | undefined, room: RoomAt | undefined, line: number) {
  if (!box || !room) return undefined
  const baseline = box.y + capRatio(setting.font) * size + line * lineFeed(setting, size)
  return room(baseline - (capRatio(setting.font) + ACCENT) * size, baseline + DESCENT * size)
}

const KEPT_BREAKS = 4000

const breaks = new Map<string, Broken>()

/** A ladder, its passes and flexbox ask for the same lines many times over; what they ask is the key. */
function breakOnce(setting: Setting, size: Mm, widths: readonly Mm[]): Broken {
  const { font, content, style, lang, maxLines } = setting
  const key = [font.id, font.sha256, size, style.tracking, lang, maxLines, ...widths, content.text].join('|')
  const known = breaks.get(key)
  if (known) return known
  const last = widths.at(-1) ?? 0
  const broken = breakText(font, content.text, {
    size,
    tracking: style.tracking,
    lang,
    maxLines,
    balance: true,
    widthOf: line => widths[line] ?? last,
  })
  if (breaks.size >= KEPT_BREAKS) breaks.clear()
  breaks.set(key, broken)
  return broken
}

function breakAt(setting: Setting, scale: number, width: Mm, box: Box | undefined, room: RoomAt | undefined): Broken {
  const size = sizeAt(setting, scale)
  if (!box || !room) return breakOnce(setting, size, [width])
  const widths = Array.from({ length: setting.maxLines }, (_, line) => {
    const free = lineRoom(setting, size, box, room, line)
    return free ? Math.min(width, free.right - free.left) : width
  })
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
  const broken = breakAt(setting, scale, limit, box, room)
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

/** Left end of a line in the room it has. */
function lineStart(setting: Setting, size: Mm, box: Box, free: { left: Mm; right: Mm } | undefined, width: Mm): Mm {
  switch (setting.align) {
    case 'left':
      return box.x - setting.style.shift * size
    case 'right':
      return box.x + box.width - width
    case 'center': {
      const middle = free ? (free.left + free.right) / 2 : box.x + box.width / 2
      return middle - width / 2
    }
  }
}

function lowerText(
  setting: Setting,
  styleName: string,
  ink: Ink,
  scale: number,
  box: Box,
  room: RoomAt | undefined,
): GlyphsMark[] {
  const size = sizeAt(setting, scale)
  const broken = breakAt(setting, scale, box.width, box, room)
  if (!broken.fits) return []
  return broken.lines.map((line, index) => ({
    kind: 'glyphs',
    font: setting.font.id,
    size: roundMm(size),
    x: roundMm(lineStart(setting, size, box, lineRoom(setting, size, box, room, index), line.width)),
    y: roundMm(box.y + capRatio(setting.font) * size + index * lineFeed(setting, size)),
    glyphs: line.run.glyphs,
    text: line.run.text,
    fill: ink,
    style: styleName,
    ...(setting.content.from ? { from: setting.content.from } : {}),
  }))
}

/** Dark inks become black alone in small text; light ones (white, tints) stay what they are. */
const smallTextInk = (ink: Ink, size: Mm): Ink =>
  size < SMALL_TEXT && ink.kind === 'cmyk' && ink.k >= 80 && ink.c + ink.m + ink.y > 0 ? BLACK : ink

/** A line that mixes writing directions would come out in the wrong order. */
function reportMixed(setting: Setting, scope: Scope): void {
  scope.problem({
    rule: 'mixed-direction',
    message: say(
      'ce texte mêle deux sens d’écriture sur une même ligne',
      'this text mixes two writing directions on one line',
    ),
    hint: say('séparez les deux langues : une par texte', 'keep the two languages apart: one for each text'),
    ...(setting.content.from ? { at: setting.content.from } : {}),
  })
}

function reportMissing(setting: Setting, scope: Scope): void {
  const runs = setting.content.text.split('\n').map(line => shape(setting.font, line, { lang: setting.lang }))
  if (runs.some(({ direction }) => direction === 'mixed')) reportMixed(setting, scope)
  const missing = [...new Set(runs.flatMap(run => run.missing))]
  if (missing.length === 0) return
  const list = missing.map(character => `« ${character} » (U+${codePoint(character)})`).join(', ')
  scope.problem({
    rule: 'missing-glyph',
    message: say(
      `la police ${setting.font.family} ne contient pas ${list}`,
      `the font ${setting.font.family} lacks ${list}`,
    ),
    hint: say(
      'écrivez ce texte sans ce caractère, ou choisissez une charte dont la police le contient',
      'write this text without the character, or choose a brand whose font has it',
    ),
    ...(setting.content.from ? { at: setting.content.from } : {}),
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
    const setting: Setting = {
      font,
      style,
      content: filled,
      size,
      floor: Math.max(style.floorCap / capRatio(font), scope.minText),
      maxLines: Math.min(MAX_LINES, Math.round(scope.number(props.lines ?? 1))),
      lang: scope.lang,
      align: props.align ?? 'left',
    }
    reportMissing(setting, scope)
    const ink = scope.ink(props.color ?? 'encre')
    return {
      flow: {
        avoid: props.avoid ?? [],
        ...(props.within === undefined ? {} : { within: props.within }),
        gap: scope.number(props.space ?? '1u'),
        align: setting.align,
        ...(min < size ? { group: props.group ?? `seul-${props.style}` } : {}),
        minScale: Math.min(1, Math.max(min, setting.floor) / size),
        ...(filled.from ? { from: filled.from } : {}),
        content: filled.text,
      },
      measure: (width, scale, box, room) => measureText(setting, scale, width ?? Number.POSITIVE_INFINITY, box, room),
      lower: (box, scale, room) =>
        lowerText(setting, props.style, smallTextInk(ink, sizeAt(setting, scale)), scale, box, room),
    }
  },
})
