// Filter functions of CSS (`blur(2px) drop-shadow(…)`) as the primitives they stand for (Filter Effects 1, 7).
import { type Box, outset } from '../../model/geometry.ts'
import { parseColor } from './color.ts'
import { splitOutside } from './css.ts'
import { emOf, type Node } from './node.ts'
import { parseLength } from './number.ts'
import { type Filter, print } from './written-filter.ts'

type Function = { readonly markup: string; readonly reach: number }

/** The filter of a list of functions, over what an element draws; nothing when one is not understood. */
export function cssFilter(written: string, drawn: Box, node: Node): Filter | undefined {
  const calls = splitOutside(written.trim(), ' ').filter(part => part !== '')
  if (calls.length === 0 || calls.length > 10) return undefined
  const functions: Function[] = []
  for (const call of calls) {
    const match = /^([a-z-]+)\((.*)\)$/is.exec(call)
    const one = match && functionOf((match[1] ?? '').toLowerCase(), (match[2] ?? '').trim(), node)
    if (!one) return undefined
    functions.push(one)
  }
  const reach = functions.reduce((sum, one) => sum + one.reach, 0)
  return {
    markup: functions.map(({ markup }) => markup).join(''),
    region: outset(drawn, [reach, reach, reach, reach]),
    cost: 20 * functions.length,
    areaCost: 0,
  }
}

const SRGB = 'color-interpolation-filters="sRGB"'

function functionOf(name: string, body: string, node: Node): Function | undefined {
  const length = (source: string): number | undefined => parseLength(source, { percent: 0, em: emOf(node.style) })
  if (name === 'blur') {
    const radius = body === '' ? 0 : length(body)
    if (radius === undefined || radius < 0) return undefined
    return { markup: `<feGaussianBlur ${SRGB} stdDeviation="${print(radius)}"/>`, reach: 3 * radius }
  }
  if (name === 'drop-shadow') return dropShadow(body, length, node)
  if (name === 'hue-rotate') {
    const match = /^([-+]?[\d.]+)(deg|rad|grad|turn)?$/.exec(body)
    const worth = { deg: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360 }[match?.[2] ?? 'deg'] ?? 1
    return match ? matrix(`type="hueRotate" values="${print(Number(match[1]) * worth)}"`) : undefined
  }
  const amount = body === '' ? 1 : shareOf(body)
  return amount === undefined ? undefined : adjustment(name, amount)
}

const shareOf = (body: string): number | undefined => {
  const match = /^([\d.]+)(%?)$/.exec(body)
  return match ? Number(match[1]) / (match[2] === '%' ? 100 : 1) : undefined
}

const matrix = (attributes: string): Function => ({ markup: `<feColorMatrix ${SRGB} ${attributes}/>`, reach: 0 })

const transfer = (slope: number, intercept: number, channels = 'RGB'): Function => {
  const one = (channel: string): string =>
    `<feFunc${channel} type="linear" slope="${print(slope)}" intercept="${print(intercept)}"/>`
  return { markup: `<feComponentTransfer ${SRGB}>${[...channels].map(one).join('')}</feComponentTransfer>`, reach: 0 }
}

function adjustment(name: string, amount: number): Function | undefined {
  const most = Math.min(1, amount)
  switch (name) {
    case 'brightness':
      return transfer(amount, 0)
    case 'contrast':
      return transfer(amount, 0.5 - amount / 2)
    case 'invert':
      return transfer(1 - 2 * most, most)
    case 'opacity':
      return transfer(most, 0, 'A')
    case 'saturate':
      return matrix(`type="saturate" values="${print(amount)}"`)
    case 'grayscale':
      return matrix(
        `type="matrix" values="${toward(most, [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722])}"`,
      )
    case 'sepia':
      return matrix(
        `type="matrix" values="${toward(most, [0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131])}"`,
      )
    default:
      return undefined
  }
}

type Row = readonly [number, number, number]

/** The way from the identity to a matrix of colours. */
function toward(amount: number, ...rows: readonly [Row, Row, Row]): string {
  const lines = rows.map((row, index) => {
    const mixed = row.map((value, at) => (at === index ? 1 - amount : 0) + value * amount)
    return [...mixed, 0, 0].map(print).join(' ')
  })
  return `${lines.join(' ')} 0 0 0 1 0`
}

function dropShadow(body: string, length: (source: string) => number | undefined, node: Node): Function | undefined {
  const words = splitOutside(body, ' ').filter(part => part !== '')
  const lengths = words.flatMap(word => length(word) ?? [])
  const [token = 'currentcolor', ...more] = words.filter(word => length(word) === undefined)
  const color = parseColor(token.toLowerCase() === 'currentcolor' ? node.style.get('color') : token)
  const [dx, dy, blur = 0] = lengths
  if (!color?.rgb || dx === undefined || dy === undefined || lengths.length > 3 || more.length > 0) return undefined
  // The blur of a shadow is twice the deviation (CSS Backgrounds 3, 7.2).
  const markup = `<feDropShadow ${SRGB} dx="${print(dx)}" dy="${print(dy)}" stdDeviation="${print(blur / 2)}" flood-color="rgb(${color.rgb.join(',')})" flood-opacity="${print(color.alpha)}"/>`
  return { markup, reach: 1.5 * blur + Math.max(Math.abs(dx), Math.abs(dy)) }
}
