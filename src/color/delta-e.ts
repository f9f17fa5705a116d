// Differences between two colours as the eye sees them, on CIE L*a*b*.

export type Lab = readonly [L: number, a: number, b: number]

/** CIE 1976: the distance in Lab. Used where it is written (gradient stops): one square root, the same everywhere. */
export const deltaE76 = (one: Lab, other: Lab): number => {
  const dL = one[0] - other[0]
  const da = one[1] - other[1]
  const db = one[2] - other[2]
  return Math.sqrt(dL * dL + da * da + db * db)
}

const DEGREE = Math.PI / 180

/** CIEDE2000 (CIE 142-2001, in the notation of Sharma, Wu and Dalal), for checks: nearer to the eye than `deltaE76`. */
export function deltaE2000([L1, a1, b1]: Lab, [L2, a2, b2]: Lab): number {
  const grayShift = 1.5 - 0.5 * chromaRatio((chroma(a1, b1) + chroma(a2, b2)) / 2)
  const c1 = chroma(a1 * grayShift, b1)
  const c2 = chroma(a2 * grayShift, b2)
  const h1 = hue(a1 * grayShift, b1)
  const h2 = hue(a2 * grayShift, b2)
  const turn = c1 * c2 === 0 ? 0 : shortestTurn(h2 - h1)
  const meanHue = c1 * c2 === 0 ? h1 + h2 : middleHue(h1, h2)
  const meanChroma = (c1 + c2) / 2
  const lightness = (L2 - L1) / lightnessWeight((L1 + L2) / 2)
  const chromaTerm = (c2 - c1) / (1 + 0.045 * meanChroma)
  const hueTerm =
    (2 * Math.sqrt(c1 * c2) * Math.sin((turn * DEGREE) / 2)) / (1 + 0.015 * meanChroma * hueWeight(meanHue))
  const rotation = blueRotation(meanHue, meanChroma)
  return Math.sqrt(
    lightness * lightness + chromaTerm * chromaTerm + hueTerm * hueTerm + rotation * chromaTerm * hueTerm,
  )
}

const chroma = (a: number, b: number): number => Math.sqrt(a * a + b * b)

/** √(C⁷ / (C⁷ + 25⁷)) */
const chromaRatio = (value: number): number => {
  const cube = value * value * value
  const seventh = cube * cube * value
  return Math.sqrt(seventh / (seventh + 6_103_515_625))
}

const hue = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / DEGREE + 360) % 360)

const shortestTurn = (turn: number): number => (turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn)

const middleHue = (h1: number, h2: number): number => {
  const sum = h1 + h2
  if (Math.abs(h1 - h2) <= 180) return sum / 2
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2
}

const lightnessWeight = (mean: number): number => {
  const square = (mean - 50) * (mean - 50)
  return 1 + (0.015 * square) / Math.sqrt(20 + square)
}

const hueWeight = (mean: number): number =>
  1 -
  0.17 * Math.cos((mean - 30) * DEGREE) +
  0.24 * Math.cos(2 * mean * DEGREE) +
  0.32 * Math.cos((3 * mean + 6) * DEGREE) -
  0.2 * Math.cos((4 * mean - 63) * DEGREE)

const blueRotation = (meanHue: number, meanChroma: number): number => {
  const distance = (meanHue - 275) / 25
  return -Math.sin(60 * DEGREE * Math.exp(-distance * distance)) * 2 * chromaRatio(meanChroma)
}
