// Colours as SVG and CSS write them, device inks included. What is not understood is said, never black.
import { type Cmyk, cmyk } from '../../model/ink.ts'
import { namedColors } from './named-colors.ts'

export type Rgb = readonly [r: number, g: number, b: number]

/** A colour as declared: the screen's, or inks with no screen value needed. */
export type Color = { readonly rgb?: Rgb; readonly ink?: Cmyk; readonly alpha: number }

export const BLACK: Color = { rgb: [0, 0, 0], alpha: 1 }

/** The colour of a token such as `#f60`, `rgb(1 2 3 / 50%)`, `device-cmyk(0 1 1 0)`, `#cd853f icc-color(p, .1, .5, .8, 0)`. */
export function parseColor(source: string): Color | undefined {
  const token = source.trim()
  // The longest real one names a profile and its inks; the patterns below are for short texts.
  if (token.length > 200) return undefined
  const icc = /^(\S.*?)\s+icc-color\(([^)]*)\)$/.exec(token)
  if (icc) return iccColor(icc[1] ?? '', icc[2] ?? '')
  const lower = token.toLowerCase()
  if (lower === 'transparent') return { rgb: [0, 0, 0], alpha: 0 }
  const named = namedColors.get(lower)
  if (named) return hexColor(named)
  if (lower.startsWith('#')) return hexColor(lower)
  const call = /^([a-z-]+)\(\s*([^()]*?)\s*\)$/.exec(lower)
  return call ? functionColor(call[1] ?? '', call[2] ?? '') : undefined
}

function hexColor(token: string): Color | undefined {
  const digits = token.slice(1)
  if (!/^([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return undefined
  const full = digits.length <= 4 ? [...digits].map(digit => digit + digit).join('') : digits
  const byte = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16)
  return { rgb: [byte(0), byte(2), byte(4)], alpha: full.length === 8 ? byte(6) / 255 : 1 }
}

/** Four components after the profile's name are inks; any other number keeps the screen colour that precedes. */
function iccColor(fallback: string, parameters: string): Color | undefined {
  const shares = parameters
    .split(/[\s,]+/)
    .slice(1)
    .filter(part => part !== '')
    .map(Number)
  const color = parseColor(fallback)
  if (!color || shares.length !== 4 || shares.some(share => !(share >= 0 && share <= 1))) return color
  return { ...color, ink: inkOf(shares) }
}

function functionColor(name: string, body: string): Color | undefined {
  const [parts, alpha] = splitAlpha(body, name === 'device-cmyk' ? 4 : 3)
  if (alpha === undefined) return undefined
  switch (name) {
    case 'rgb':
    case 'rgba': {
      const rgb = parts.map(part => component(part, 255))
      return valid(rgb, 3) && { rgb: [round(rgb[0]), round(rgb[1]), round(rgb[2])], alpha }
    }
    case 'hsl':
    case 'hsla':
      return hsl(parts, alpha)
    case 'device-cmyk': {
      const shares = parts.map(part => component(part, 1))
      return valid(shares, 4) && { ink: inkOf(shares), alpha }
    }
    default:
      return undefined
  }
}

/** The components, then the alpha written fourth (or fifth) or after a slash. */
function splitAlpha(body: string, count: number): [parts: string[], alpha: number | undefined] {
  const [before = '', after] = body.split('/')
  const parts = before.trim().split(/\s*,\s*|\s+/)
  const written = after?.trim() ?? parts[count]
  const known = parts.slice(0, count)
  if (parts.length > count + 1 || known.length < count) return [known, undefined]
  return [known, written === undefined ? 1 : component(written, 1)]
}

/** A number, or a percentage of `full`, kept between 0 and `full`. */
function component(part: string, full: number): number | undefined {
  const match = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%?)$/.exec(part)
  if (!match) return undefined
  const value = match[2] === '%' ? (Number(match[1]) * full) / 100 : Number(match[1])
  return Math.min(full, Math.max(0, value))
}

const round = (value: number | undefined): number => Math.round(value ?? 0)

const valid = (values: readonly (number | undefined)[], count: number): true | undefined =>
  (values.length === count && values.every(value => value !== undefined)) || undefined

const inkOf = (shares: readonly (number | undefined)[]): Cmyk => {
  const percent = (index: number): number => Math.round((shares[index] ?? 0) * 1000) / 10
  return cmyk(percent(0), percent(1), percent(2), percent(3))
}

/** Degrees in one unit of an angle (CSS Values 4, 7.1). */
const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }

function degrees(part: string): number | undefined {
  const match = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(deg|grad|rad|turn)?$/.exec(part)
  return match ? Number(match[1]) * (DEGREES[match[2] ?? 'deg'] ?? 1) : undefined
}

function hsl(parts: readonly string[], alpha: number): Color | undefined {
  const angle = degrees(parts[0] ?? '')
  const saturation = component(parts[1] ?? '', 1)
  const lightness = component(parts[2] ?? '', 1)
  if (angle === undefined || saturation === undefined || lightness === undefined) return undefined
  const hue = (((angle % 360) + 360) % 360) / 30
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number): number => {
    const k = (offset + hue) % 12
    return Math.round((lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))) * 255)
  }
  return { rgb: [channel(0), channel(8), channel(4)], alpha }
}
