// Text as outlines: characters grouped into runs, shaped with the given fonts, set on lines or along paths (SVG 2, chapter 11).
import type { Font } from '../../model/assets.ts'
import { type Box, type Matrix, multiply, type Path, rectPath, transformPath, translate } from '../../model/geometry.ts'
import { glyphsPath } from '../../text/outline.ts'
import { type Run, shape } from '../../text/shape.ts'
import { lengthReader, type Node } from './node.ts'
import { parseLength } from './number.ts'
import { unsupportedText } from './refusals.ts'
import { report, type Scene } from './scene.ts'
import { isShape, shapePath } from './shapes.ts'
import { baselineShift } from './text-baseline.ts'
import { type Character, charactersOf } from './text-characters.ts'
import { decorationPath } from './text-decoration.ts'
import { fontOf, missingLetters } from './text-fonts.ts'
import { type Track, trackOf } from './text-path.ts'
import { parseTransform } from './transform.ts'

/** Letters of one style, as an outline in the user space of the text element. */
export type TextPiece = {
  readonly node: Node
  readonly path: Path
  /** The cells of its letters: boxes of text are made of these, not of what is inked. */
  readonly cells: readonly Path[]
}

/** One shaped run, and where it begins. */
type Setting = {
  readonly node: Node
  readonly font: Font
  readonly size: number
  readonly run: Run
  readonly first: Character
  /** User units, word spacing and stretching included. */
  readonly advances: readonly number[]
  readonly advance: number
}

export function layoutText(root: Node, scene: Scene): readonly TextPiece[] {
  refuse(root, scene)
  const chunks = chunksOf(charactersOf(root, scene))
  const pieces: TextPiece[] = []
  let pen: readonly [number, number] = [0, 0]
  for (const chunk of chunks) {
    const settings = runsOf(chunk).flatMap(run => settingOf(run, scene) ?? [])
    const fitted = chunks.length === 1 ? stretch(settings, root, scene) : settings
    pen = setLine(fitted, pen, pieces, scene)
  }
  return pieces
}

const WRITING = ['horizontal-tb', 'lr-tb', 'lr', 'rl-tb', 'rl']

function refuse({ style, element }: Node, scene: Scene): void {
  const say = (fr: string, en: string): void => report(scene, unsupportedText(fr, en))
  if (!WRITING.includes(style.get('writing-mode'))) say('son texte est vertical', 'its text is vertical')
  if (style.get('font-variant') !== 'normal')
    say(
      'son texte emploie des petites capitales ou d’autres variantes',
      'its text uses small capitals or other variants',
    )
  if (element.attributes.has('inline-size') || style.get('inline-size') !== '')
    say('son texte se replie de lui-même (inline-size)', 'its text wraps by itself (inline-size)')
}

/** Each absolute place begins a chunk: a line anchored by itself. */
function chunksOf(characters: readonly Character[]): Character[][] {
  const chunks: Character[][] = []
  for (const character of characters) {
    const current = chunks.at(-1)
    const starts = character.x !== undefined || character.y !== undefined || character.path?.first
    if (!current || starts) chunks.push([character])
    else current.push(character)
  }
  return chunks
}

/** Within a chunk, letters of one style that nothing moves are shaped together. */
function runsOf(chunk: readonly Character[]): Character[][] {
  const runs: Character[][] = []
  let before: Character | undefined
  for (const character of chunk) {
    const apart =
      !before ||
      before.node !== character.node ||
      character.dx !== 0 ||
      character.dy !== 0 ||
      character.rotate !== before.rotate
    if (apart || character.rotate !== 0) runs.push([character])
    else runs.at(-1)?.push(character)
    before = character
  }
  return runs
}

function settingOf(characters: readonly Character[], scene: Scene): Setting | undefined {
  const [first] = characters
  if (!first) return undefined
  const { node } = first
  const { style } = node
  const font = fontOf(style, scene)
  const size = Number(style.get('font-size'))
  if (!font || !(size > 0)) return undefined
  const spacing = (property: string): number =>
    style.get(property) === 'normal' ? 0 : (parseLength(style.get(property), { percent: size, em: size }) ?? 0)
  const run = shape(font, characters.map(({ text }) => text).join(''), {
    tracking: spacing('letter-spacing') / size,
    features: featuresOf(node),
  })
  if (run.missing.length > 0) report(scene, missingLetters(run.missing, font))
  if (run.direction === 'mixed')
    report(scene, unsupportedText('son texte mêle deux sens de lecture', 'its text mixes two reading directions'))
  const words = spacing('word-spacing')
  const advances = run.glyphs.map(
    ({ advance, cluster }) =>
      (advance * size) / font.unitsPerEm + (/[ \u00a0]/.test(run.text[cluster] ?? '') ? words : 0),
  )
  return { node, font, size, run, first, advances, advance: sum(advances) }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** OpenType features as HarfBuzz writes them. */
function featuresOf({ style }: Node): string[] {
  const settings = style.get('font-feature-settings')
  const asked = [...settings.matchAll(/["'](\w{4})["']\s*(on|off|\d+)?/g)].map(
    ([, tag = '', value = '1']) => `${tag}=${value === 'on' ? 1 : value === 'off' ? 0 : value}`,
  )
  return style.get('font-kerning') === 'none' ? [...asked, '-kern'] : asked
}

/** `textLength`: what is missing to the length goes between the letters, or widens them. */
function stretch(settings: readonly Setting[], root: Node, scene: Scene): readonly Setting[] {
  const wanted = lengthReader(root, scene)('textLength', 'x')
  const inner = settings.some(({ node }) => node !== root && node.element.attributes.has('textLength'))
  if (inner)
    report(
      scene,
      unsupportedText('une partie de son texte est étirée (textLength)', 'part of its text is stretched (textLength)'),
    )
  const natural = sum(settings.map(({ advance }) => advance))
  if (wanted === undefined || natural === 0 || inner) return settings
  if (root.element.attributes.get('lengthAdjust') === 'spacingAndGlyphs') {
    report(scene, unsupportedText('son texte est élargi (lengthAdjust)', 'its text is widened (lengthAdjust)'))
    return settings
  }
  const gaps = sum(settings.map(({ advances }) => advances.length)) - 1
  const extra = gaps > 0 ? (wanted - natural) / gaps : 0
  return settings.map(setting => {
    const advances = setting.advances.map(value => value + extra)
    return { ...setting, advances, advance: sum(advances) }
  })
}

const ANCHORS: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 }

/** Sets a chunk from where it is placed, or from where the one before ended; returns where it ends. */
function setLine(
  settings: readonly Setting[],
  pen: readonly [number, number],
  pieces: TextPiece[],
  scene: Scene,
): readonly [number, number] {
  const [first] = settings
  if (!first) return pen
  const { path } = first.first
  const moved = sum(settings.slice(1).map(setting => setting.first.dx))
  const total = sum(settings.map(({ advance }) => advance)) + moved
  const rtl = first.node.style.get('direction') === 'rtl'
  const share = ANCHORS[first.node.style.get('text-anchor')] ?? 0
  const anchored = (rtl ? 1 - share : share) * total
  const track = path && trackFor(path, scene)
  let x = (first.first.x ?? (path ? (track?.start ?? 0) : pen[0])) - anchored
  let y = first.first.y ?? (path ? 0 : pen[1])
  for (const setting of settings) {
    x += setting.first.dx
    y += setting.first.dy
    pieces.push(track ? alongPath(setting, track.track, x, y) : onLine(setting, x, y))
    x += setting.advance
  }
  return [x, y]
}

type Placed = { readonly track: Track; readonly start: number }

function trackFor({ element, holder }: NonNullable<Character['path']>, scene: Scene): Placed | undefined {
  const { attributes } = holder.element
  if (!isShape(element) || attributes.get('side') === 'right') {
    report(
      scene,
      unsupportedText(
        'son texte suit un tracé que l’on ne sait pas suivre',
        'its text follows a path we cannot follow',
      ),
    )
    return undefined
  }
  const own = parseTransform(element.attributes.get('transform') ?? '') ?? [1, 0, 0, 1, 0, 0]
  const track = trackOf(transformPath(shapePath(element, lengthReader({ ...holder, element }, scene)), own))
  const claimed = Number(element.attributes.get('pathLength') ?? Number.NaN)
  const written = attributes.get('startOffset') ?? '0'
  const offset = parseLength(written, { percent: track.length, em: Number(holder.style.get('font-size')) }) ?? 0
  return { track, start: claimed > 0 && !written.includes('%') ? (offset * track.length) / claimed : offset }
}

function onLine(setting: Setting, x: number, baseline: number): TextPiece {
  const { node, font, size, first, advance } = setting
  const y = baseline + baselineShift(node, font)
  const turn = first.rotate === 0 ? undefined : parseTransform(`rotate(${first.rotate} ${x} ${baseline})`)
  const cell = rectPath(cellOf(setting, x, y, advance))
  const decoration = decorationPath(decorationOf(node), font, { x, y, advance, size })
  const path = [...letters(setting, x, y), ...decoration]
  return { node, path: turn ? transformPath(path, turn) : path, cells: [turn ? transformPath(cell, turn) : cell] }
}

const cellOf = ({ font, size }: Setting, x: number, y: number, width: number): Box => {
  const unit = size / font.unitsPerEm
  return { x, y: y - font.ascender * unit, width, height: (font.ascender - font.descender) * unit }
}

/** Decorations pass to the text inside an element, whatever it says of itself. */
const decorationOf = ({ style }: Node): string => `${style.get('text-decoration')} ${style.get('text-decoration-line')}`

function letters({ font, size, run, advances }: Setting, x: number, y: number): Path {
  const unit = size / font.unitsPerEm
  let pen = x
  return run.glyphs.flatMap((glyph, index) => {
    const at = pen
    pen += advances[index] ?? 0
    return glyphsPath(font, { size, x: at, y, glyphs: [{ ...glyph, advance: (advances[index] ?? 0) / unit }] })
  })
}

/** Each glyph stands with its middle on the path; those off its ends are not drawn (SVG 2, 11.8.3). */
function alongPath(setting: Setting, track: Track, x: number, y: number): TextPiece {
  const { node, font, size, run, advances } = setting
  const shift = baselineShift(node, font) + y
  const path: Path[number][] = []
  const cells: Path[] = []
  let pen = x
  run.glyphs.forEach((glyph, index) => {
    const advance = advances[index] ?? 0
    const middle = track.at(pen + advance / 2)
    pen += advance
    if (!middle) return
    const turn = parseTransform(`rotate(${middle.angle})`) ?? [1, 0, 0, 1, 0, 0]
    const matrix: Matrix = multiply(translate(...middle.point), multiply(turn, translate(-advance / 2, shift)))
    path.push(...transformPath(glyphsPath(font, { size, x: 0, y: 0, glyphs: [glyph] }), matrix))
    cells.push(transformPath(rectPath(cellOf(setting, 0, 0, advance)), matrix))
  })
  return { node, path, cells }
}
