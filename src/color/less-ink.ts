// The same colour with less ink: black takes the place of the gray that cyan, magenta and yellow make together.
//
// With the total fixed, three inks are free and a colour has three numbers: the inks are the solution of
// Lab(c, m, y, total − c − m − y) = Lab(as given), found by damped least squares (Levenberg and Marquardt) through the
// profile's own A2B table, all colours at once. Where no inks within the limit give the colour, the nearest is found.
// Only + − × ÷: the same result on every machine.

/** CIE L*a*b* of colours in percent, four inks a colour, three numbers an answer. */
export type Measure = (colors: Float64Array) => Float64Array

const TURNS = 14
/** Step of the finite differences, in percent. */
const STEP = 1
const FIRST_DAMPING = 0.05

/** @param colors in percent, four a colour, each above `limit`; the answer lays `limit` at most, in the same order */
export function lessInk(colors: Float64Array, limit: number, measure: Measure): Float64Array {
  const count = colors.length / 4
  const wanted = measure(colors)
  const best = firstGuess(colors, limit)
  const misses = distances(measure(best), wanted)
  const damping = new Float64Array(count).fill(FIRST_DAMPING)
  for (let turn = 0; turn < TURNS; turn++) {
    const tried = nextGuess(best, wanted, damping, limit, measure)
    const triedMisses = distances(measure(tried), wanted)
    for (let color = 0; color < count; color++) {
      const better = (triedMisses[color] ?? 0) < (misses[color] ?? 0)
      damping[color] = (damping[color] ?? 0) * (better ? 0.3 : 8)
      if (!better) continue
      misses[color] = triedMisses[color] ?? 0
      best.set(tried.subarray(color * 4, color * 4 + 4), color * 4)
    }
  }
  return best
}

/** Half of what is over comes back as black, the rest is taken from the three colours alike. */
function firstGuess(colors: Float64Array, limit: number): Float64Array {
  const guess = new Float64Array(colors.length)
  for (let at = 0; at < colors.length; at += 4) {
    const [c = 0, m = 0, y = 0, k = 0] = colors.subarray(at, at + 4)
    const black = Math.min(100, k + (c + m + y + k - limit) / 2)
    const share = (limit - black) / Math.max(1, c + m + y)
    guess.set(within(c * share, m * share, y * share, limit), at)
  }
  return guess
}

/** Inks from 0 to 100 whose total is the limit, or less where black is already solid. */
function within(c: number, m: number, y: number, limit: number): readonly [number, number, number, number] {
  const inks: [number, number, number] = [bounded(c), bounded(m), bounded(y)]
  const sum = inks[0] + inks[1] + inks[2]
  const share = sum > limit ? limit / sum : 1
  return [inks[0] * share, inks[1] * share, inks[2] * share, Math.min(100, Math.max(0, limit - sum * share))]
}

const bounded = (ink: number): number => Math.min(100, Math.max(0, ink))

/** Squared distances in Lab. */
function distances(lab: Float64Array, wanted: Float64Array): Float64Array {
  const result = new Float64Array(lab.length / 3)
  for (let color = 0; color < result.length; color++)
    for (let axis = color * 3; axis < color * 3 + 3; axis++) {
      const miss = (lab[axis] ?? 0) - (wanted[axis] ?? 0)
      result[color] = (result[color] ?? 0) + miss * miss
    }
  return result
}

function nextGuess(
  best: Float64Array,
  wanted: Float64Array,
  damping: Float64Array,
  limit: number,
  measure: Measure,
): Float64Array {
  const count = damping.length
  // Each colour, then the same with a little more of each of its three inks (or less, near the solid).
  const probes = new Float64Array(count * 16)
  const steps = new Float64Array(count * 3)
  for (let color = 0; color < count; color++) {
    const [c = 0, m = 0, y = 0, k = 0] = best.subarray(color * 4, color * 4 + 4)
    probes.set([c, m, y, k], color * 16)
    for (let ink = 0; ink < 3; ink++) {
      const inks = [c, m, y]
      const step = (inks[ink] ?? 0) > 100 - STEP ? -STEP : STEP
      inks[ink] = (inks[ink] ?? 0) + step
      steps[color * 3 + ink] = step
      probes.set(within(inks[0] ?? 0, inks[1] ?? 0, inks[2] ?? 0, limit), color * 16 + 4 + ink * 4)
    }
  }
  const lab = measure(probes)
  const next = new Float64Array(best.length)
  for (let color = 0; color < count; color++) {
    const move = descent(lab.subarray(color * 12, color * 12 + 12), wanted, steps, color, damping[color] ?? 1)
    const at = color * 4
    next.set(within((best[at] ?? 0) + move[0], (best[at + 1] ?? 0) + move[1], (best[at + 2] ?? 0) + move[2], limit), at)
  }
  return next
}

type Three = readonly [number, number, number]

/** The damped step from the Lab of a colour and of its three neighbours. */
function descent(lab: Float64Array, wanted: Float64Array, steps: Float64Array, color: number, damping: number): Three {
  const slope = (ink: number, axis: number): number =>
    ((lab[3 + ink * 3 + axis] ?? 0) - (lab[axis] ?? 0)) / (steps[color * 3 + ink] ?? STEP)
  const miss = (axis: number): number => (wanted[color * 3 + axis] ?? 0) - (lab[axis] ?? 0)
  const dot = (one: number, other: number): number =>
    slope(one, 0) * slope(other, 0) + slope(one, 1) * slope(other, 1) + slope(one, 2) * slope(other, 2)
  const pull = (ink: number): number => slope(ink, 0) * miss(0) + slope(ink, 1) * miss(1) + slope(ink, 2) * miss(2)
  const [cm, cy, my] = [dot(0, 1), dot(0, 2), dot(1, 2)]
  return solve(
    [dot(0, 0) + damping, cm, cy],
    [cm, dot(1, 1) + damping, my],
    [cy, my, dot(2, 2) + damping],
    [pull(0), pull(1), pull(2)],
  )
}

const determinant = (a: Three, b: Three, c: Three): number =>
  a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0])

/** Cramer's rule on a symmetric matrix; the damping keeps it regular. */
function solve(a: Three, b: Three, c: Three, right: Three): Three {
  const whole = determinant(a, b, c)
  if (whole === 0) return [0, 0, 0]
  return [determinant(right, b, c) / whole, determinant(a, right, c) / whole, determinant(a, b, right) / whole]
}
