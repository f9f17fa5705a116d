// q Q cm w J j M d ri i gs (ISO 32000-1 table 57), and the entries of ExtGState that the rules look at.

import { concatMatrix, matrixOf, numbersIn } from './graphics-state.ts'
import { asArray, asDict, asName, asNumber, nameIn, type PdfDict, type PdfObject } from './object.ts'
import { drawMask } from './operators-object.ts'
import type { Operator, Walk } from './walk.ts'

/** Real dashes have a handful of lengths. */
const MAX_DASHES = 32

const setNumber =
  (key: 'lineWidth' | 'cap' | 'join' | 'miterLimit', operator: string): Operator =>
  (walk, operands) => {
    const [value] = walk.numbers(operands, 1, operator) ?? []
    if (value !== undefined) walk.state[key] = value
  }

export const stateOperators: Readonly<Record<string, Operator>> = {
  q: walk => walk.save(),
  Q: walk => walk.restore(),
  cm: (walk, operands) => {
    const numbers = walk.numbers(operands, 6, 'cm')
    if (numbers) walk.state.ctm = concatMatrix(matrixOf(numbers), walk.state.ctm)
  },
  w: setNumber('lineWidth', 'w'),
  J: setNumber('cap', 'J'),
  j: setNumber('join', 'j'),
  M: setNumber('miterLimit', 'M'),
  d: (walk, operands) => {
    const lengths = asArray(operands[0])
    if (!lengths || operands.length !== 2) return walk.problem('operands', 'd')
    walk.state.dash = numbersIn(lengths).slice(0, MAX_DASHES)
    walk.state.dashPhase = asNumber(operands[1]) ?? 0
  },
  i: (walk, operands) => void walk.numbers(operands, 1, 'i'),
  ri: (walk, operands) => walk.useIntent(nameIn(operands) ?? ''),
  gs: (walk, operands) => {
    const dict = asDict(walk.resource('ExtGState', nameIn(operands))?.value)
    if (dict) applyState(walk, dict)
  },
}

function applyState(walk: Walk, dict: PdfDict): void {
  const { objects, state } = walk
  walk.useState(dict)
  state.lineWidth = objects.number(dict, 'LW') ?? state.lineWidth
  state.alphaFill = objects.number(dict, 'ca') ?? state.alphaFill
  state.alphaStroke = objects.number(dict, 'CA') ?? state.alphaStroke
  state.overprintMode = objects.number(dict, 'OPM') ?? state.overprintMode
  const stroke = objects.get(dict, 'OP')
  const fill = objects.get(dict, 'op')
  if (typeof stroke === 'boolean') {
    state.overprintStroke = stroke
    // Without `op`, `OP` rules both (ISO 32000-1 table 58).
    state.overprintFill = stroke
  }
  if (typeof fill === 'boolean') state.overprintFill = fill
  const intent = objects.name(dict, 'RI')
  if (intent !== undefined) walk.useIntent(intent)
  applyBlend(walk, objects.get(dict, 'BM'))
  applyFont(walk, dict)
  const mask = objects.get(dict, 'SMask')
  if (mask === null) return
  state.softMask = asDict(mask) !== undefined
  const maskDict = asDict(mask)
  if (maskDict) drawMask(walk, maskDict)
}

function applyBlend(walk: Walk, value: PdfObject): void {
  const first = asArray(value)?.[0]
  const name = asName(value) ?? asName(walk.objects.resolve(first))
  if (name !== undefined) walk.state.blend = name
}

function applyFont(walk: Walk, dict: PdfDict): void {
  const size = asNumber(walk.objects.array(dict, 'Font')[1])
  // The font itself keeps its name only in the resources; a size alone is enough for the measures.
  if (size !== undefined) walk.state.fontSize = size
}
