// Screen colours as the eye sees them: CIE L*a*b* of sRGB, and how far apart two of them look.
import { linear } from './coverage.ts'
import { deltaE76, type Lab } from './delta-e.ts'

type Rgb = readonly [r: number, g: number, b: number]

/** ΔE 1976 of two sRGB colours; channels from 0 to 255, fractions allowed. */
export const screenDifference = (one: Rgb, other: Rgb): number => deltaE76(labOfRgb(one), labOfRgb(other))

/** IEC 61966-2-1 to CIE L*a*b*, both under D65. */
export function labOfRgb(color: Rgb): Lab {
  const [r, g, b] = [linear(color[0]), linear(color[1]), linear(color[2])]
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const curve = (light: number): number => (light > 216 / 24389 ? Math.cbrt(light) : ((24389 / 27) * light + 16) / 116)
