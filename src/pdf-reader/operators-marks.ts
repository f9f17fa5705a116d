// Marked content: layers, replaced text (ISO 32000-1 14.6, 8.11.3), and the compatibility operators.
import { asArray, asBytes, asDict, asName, asRef, type PdfDict, type PdfObject } from './object.ts'
import type { Objects } from './objects.ts'
import { textString } from './text-string.ts'
import type { Operator, Walk } from './walk.ts'

/** Object numbers of the groups that a group or a membership dictionary names. */
export function layersOf(entry: PdfObject | undefined, objects: Objects): number[] {
  const dict = asDict(objects.resolve(entry))
  const own = asRef(entry)?.number
  if (objects.name(dict, 'Type') !== 'OCMD') return own === undefined ? [] : [own]
  const groups = dict?.entries.get('OCGs')
  const one = asRef(groups)
  const list = asArray(objects.resolve(groups))
  if (list) return list.map(item => asRef(item)?.number).filter(number => number !== undefined)
  return one ? [one.number] : []
}

function open(walk: Walk, tag: string | undefined, properties: PdfObject | undefined): void {
  const layers = tag === 'OC' ? layersIn(walk, properties) : []
  const actual = actualText(walk, properties)
  if (actual !== undefined && !walk.marks.some(mark => mark.actual)) walk.texts.push(actual)
  walk.marks.push({ layers: layers.length, actual: actual !== undefined })
  if (layers.length > 0) walk.layers = [...walk.layers, ...layers]
}

function layersIn(walk: Walk, properties: PdfObject | undefined): number[] {
  const name = asName(properties)
  if (name === undefined) return []
  const entry = walk.objects.dict(walk.resources, 'Properties')?.entries.get(name)
  if (entry === undefined) walk.problem('missing-resource', `Properties /${name}`)
  return layersOf(entry, walk.objects)
}

function actualText(walk: Walk, properties: PdfObject | undefined): string | undefined {
  const dict = propertiesOf(walk, properties)
  const bytes = asBytes(walk.objects.get(dict, 'ActualText'))
  return bytes && textString(bytes)
}

function propertiesOf(walk: Walk, properties: PdfObject | undefined): PdfDict | undefined {
  const name = asName(properties)
  return name === undefined
    ? asDict(properties)
    : walk.objects.dict(walk.objects.dict(walk.resources, 'Properties'), name)
}

const compatibility: Operator = walk => walk.problem('compatibility', 'BX')

export const markOperators: Readonly<Record<string, Operator>> = {
  BMC: (walk, operands) => open(walk, asName(operands[0]), undefined),
  BDC: (walk, operands) => open(walk, asName(operands[0]), operands[1]),
  EMC: walk => {
    const mark = walk.marks.pop()
    if (!mark) return walk.problem('unbalanced-marks', 'EMC')
    if (mark.layers > 0) walk.layers = walk.layers.slice(0, -mark.layers)
    // What follows a replaced span is another piece of text.
    if (mark.actual && !walk.marks.some(open => open.actual)) walk.texts.push('')
  },
  MP: () => {},
  DP: () => {},
  BX: compatibility,
  EX: compatibility,
}
