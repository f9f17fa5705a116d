// Text: state, position, showing (ISO 32000-1 tables 105 to 109).

import type { ShownGlyph } from './font.ts'
import { applyMatrix, boundsOf, concatMatrix, IDENTITY, type Matrix, matrixOf, scaleOf } from './graphics-state.ts'
import { asArray, asBytes, asNumber, type PdfObject } from './object.ts'
import { drawGlyphs } from './operators-object.ts'
import type { Rect } from './page.ts'
import type { Operator, Walk } from './walk.ts'

type NumericState = 'charSpace' | 'wordSpace' | 'leading' | 'rise' | 'renderMode'

const setNumber =
  (key: NumericState, operator: string): Operator =>
  (walk, operands) => {
    const [value] = walk.numbers(operands, 1, operator) ?? []
    if (value !== undefined) walk.state[key] = value
  }

function move(walk: Walk, x: number, y: number): void {
  walk.lineMatrix = concatMatrix([1, 0, 0, 1, x, y], walk.lineMatrix)
  walk.textMatrix = walk.lineMatrix
}

const nextLine = (walk: Walk): void => move(walk, 0, -walk.state.leading)

/** Shows strings and moves between them; one painted run for the whole operator. */
function show(walk: Walk, items: readonly PdfObject[]): void {
  const { state } = walk
  const { font } = state
  if (!font) {
    walk.problem('missing-resource', 'Font')
    return
  }
  if (!walk.inText) walk.problem('unbalanced-text', 'Tj')
  const startMatrix = concatMatrix(walk.textMatrix, state.ctm)
  const glyphs: ShownGlyph[] = []
  let advance = 0
  for (const item of items) {
    const bytes = asBytes(item)
    const shown = bytes ? font.decode(bytes) : []
    if (!walk.objects.budget.spend('tokens', shown.length)) return
    for (const glyph of shown) advance += advanceOf(walk, glyph)
    advance -= ((asNumber(item) ?? 0) / 1000) * state.fontSize * state.horizontal
    glyphs.push(...shown)
  }
  if (font.subtype === 'Type3' && glyphs.length > 0) drawGlyphs(walk, font, glyphs)
  walk.textMatrix = concatMatrix([1, 0, 0, 1, advance, 0], walk.textMatrix)
  if (glyphs.length > 0) paintRun(walk, glyphs, startMatrix, advance)
}

function paintRun(walk: Walk, glyphs: readonly ShownGlyph[], start: Matrix, advance: number): void {
  const { state } = walk
  const { font, renderMode: mode } = state
  if (!font) return
  let text = ''
  for (const { unicode } of glyphs) text += unicode ?? '\ufffd'
  walk.paint(runBounds(state.fontSize, state.rise, advance, start), {
    kind: 'text',
    font,
    size: Math.abs(state.fontSize) * scaleOf(start),
    glyphs,
    text,
    mode,
    fill: FILLING.has(mode) ? state.fill : undefined,
    stroke: STROKING.has(mode) ? state.stroke : undefined,
  })
  if (!walk.marks.some(mark => mark.actual)) walk.texts.push(`${walk.texts.pop() ?? ''}${text}`)
}

/** Text rendering modes (ISO 32000-1 table 106). */
const FILLING: ReadonlySet<number> = new Set([0, 2, 4, 6])
const STROKING: ReadonlySet<number> = new Set([1, 2, 5, 6])

/** Capitals and descenders are taken as 0.75 em and 0.22 em, as most faces draw them: what a margin is measured from. */
function runBounds(size: number, rise: number, advance: number, start: Matrix): Rect | undefined {
  const [low, high] = [rise - 0.22 * size, rise + 0.75 * size]
  return boundsOf([
    applyMatrix(start, 0, low),
    applyMatrix(start, advance, low),
    applyMatrix(start, advance, high),
    applyMatrix(start, 0, high),
  ])
}

function advanceOf({ state }: Walk, glyph: ShownGlyph): number {
  const { fontSize, charSpace, wordSpace, horizontal, font } = state
  const word = glyph.size === 1 && glyph.code === 32 ? wordSpace : 0
  return (glyph.width * (font?.scale ?? 0.001) * fontSize + charSpace + word) * horizontal
}

export const textOperators: Readonly<Record<string, Operator>> = {
  BT: walk => {
    if (walk.inText) walk.problem('unbalanced-text', 'BT')
    walk.inText = true
    walk.textMatrix = IDENTITY
    walk.lineMatrix = IDENTITY
    if (!walk.marks.some(mark => mark.actual)) walk.texts.push('')
  },
  ET: walk => {
    if (!walk.inText) walk.problem('unbalanced-text', 'ET')
    walk.inText = false
  },
  Tc: setNumber('charSpace', 'Tc'),
  Tw: setNumber('wordSpace', 'Tw'),
  TL: setNumber('leading', 'TL'),
  Ts: setNumber('rise', 'Ts'),
  Tr: setNumber('renderMode', 'Tr'),
  Tz: (walk, operands) => {
    const [percent] = walk.numbers(operands, 1, 'Tz') ?? []
    if (percent !== undefined) walk.state.horizontal = percent / 100
  },
  Tf: (walk, operands) => {
    const [name, size] = operands
    if (typeof name !== 'object' || name?.kind !== 'name' || typeof size !== 'number')
      return walk.problem('operands', 'Tf')
    walk.state.font = walk.font(name.value)
    walk.state.fontSize = size
  },
  Td: (walk, operands) => {
    const [x, y] = walk.numbers(operands, 2, 'Td') ?? []
    if (x !== undefined && y !== undefined) move(walk, x, y)
  },
  TD: (walk, operands) => {
    const [x, y] = walk.numbers(operands, 2, 'TD') ?? []
    if (x === undefined || y === undefined) return
    walk.state.leading = -y
    move(walk, x, y)
  },
  Tm: (walk, operands) => {
    const numbers = walk.numbers(operands, 6, 'Tm')
    if (!numbers) return
    walk.lineMatrix = matrixOf(numbers)
    walk.textMatrix = walk.lineMatrix
  },
  'T*': nextLine,
  Tj: (walk, operands) => show(walk, operands),
  TJ: (walk, operands) => {
    const items = asArray(operands[0])
    if (items) show(walk, items)
    else walk.problem('operands', 'TJ')
  },
  "'": (walk, operands) => {
    nextLine(walk)
    show(walk, operands)
  },
  '"': (walk, operands) => {
    const [word, char, text] = operands
    walk.state.wordSpace = asNumber(word) ?? 0
    walk.state.charSpace = asNumber(char) ?? 0
    nextLine(walk)
    show(walk, text === undefined ? [] : [text])
  },
}
