// Colour operators (ISO 32000-1 table 74).
import { channelsOf } from './color-space.ts'
import { initialPaint, numbersIn } from './graphics-state.ts'
import { asName, type PdfName } from './object.ts'
import type { Operator } from './walk.ts'

type Side = 'fill' | 'stroke'

const name = (value: string): PdfName => ({ kind: 'name', value })

const setSpace =
  (side: Side): Operator =>
  (walk, operands) => {
    const space = walk.space(operands.at(-1))
    walk.state[side] = initialPaint(space, channelsOf(space))
  }

const setColor =
  (side: Side, operator: string): Operator =>
  (walk, operands) => {
    const { space } = walk.state[side]
    const pattern = asName(operands.at(-1))
    const components = numbersIn(operands)
    const expected = space.family === 'Pattern' ? components.length : channelsOf(space)
    if (components.length !== expected) return walk.problem('operands', operator)
    if (space.family === 'Pattern' && pattern === undefined) return walk.problem('operands', operator)
    walk.state[side] = pattern === undefined ? { space, components } : { space, components, pattern }
  }

const setDevice =
  (side: Side, family: string, channels: number, operator: string): Operator =>
  (walk, operands) => {
    const components = walk.numbers(operands, channels, operator)
    if (components) walk.state[side] = { space: walk.space(name(family)), components }
  }

export const colorOperators: Readonly<Record<string, Operator>> = {
  cs: setSpace('fill'),
  CS: setSpace('stroke'),
  sc: setColor('fill', 'sc'),
  SC: setColor('stroke', 'SC'),
  scn: setColor('fill', 'scn'),
  SCN: setColor('stroke', 'SCN'),
  g: setDevice('fill', 'DeviceGray', 1, 'g'),
  G: setDevice('stroke', 'DeviceGray', 1, 'G'),
  rg: setDevice('fill', 'DeviceRGB', 3, 'rg'),
  RG: setDevice('stroke', 'DeviceRGB', 3, 'RG'),
  k: setDevice('fill', 'DeviceCMYK', 4, 'k'),
  K: setDevice('stroke', 'DeviceCMYK', 4, 'K'),
}
