// Hue, saturation, color and luminosity, flattened: against the formulas of the standard, worked out here from the inks.
import { describe, expect, it } from 'vitest'
import { type Cmyk, cmyk } from '../../src/model/ink.ts'
import type { Mark } from '../../src/model/sheet.ts'
import { GRID, square } from '../fixtures/sheets.ts'
import { flattened, pieceIn } from '../fixtures/transparent-sheets.ts'
import { platesOf, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')

type Light = readonly [number, number, number]

const MODES = ['hue', 'saturation', 'color', 'luminosity'] as const

const PAIRS: readonly (readonly [backdrop: Cmyk, source: Cmyk])[] = [
  [cmyk(0, 50, 100, 0), cmyk(20, 80, 30, 0)],
  [cmyk(100, 60, 0, 10), cmyk(0, 20, 90, 30)],
  [cmyk(10, 10, 10, 60), cmyk(70, 0, 80, 0)],
  [cmyk(30, 90, 60, 20), cmyk(0, 0, 0, 0)],
]

// ISO 32000-1 11.3.5.3, in its own words.
const lum = ([r, g, b]: Light): number => 0.3 * r + 0.59 * g + 0.11 * b
const sat = (color: Light): number => Math.max(...color) - Math.min(...color)
const map = ([r, g, b]: Light, change: (value: number) => number): Light => [change(r), change(g), change(b)]

function clipColor(color: Light): Light {
  const [l, n, x] = [lum(color), Math.min(...color), Math.max(...color)]
  const raised = n < 0 ? map(color, value => l + ((value - l) * l) / (l - n)) : color
  return x > 1 ? map(raised, value => l + ((value - l) * (1 - l)) / (x - l)) : raised
}

const setLum = (color: Light, l: number): Light => clipColor(map(color, value => value + l - lum(color)))

function setSat(color: Light, s: number): Light {
  const [n, range] = [Math.min(...color), sat(color)]
  return range === 0 ? [0, 0, 0] : map(color, value => ((value - n) * s) / range)
}

const BLENDS: Readonly<Record<(typeof MODES)[number], (b: Light, s: Light) => Light>> = {
  hue: (b, s) => setLum(setSat(s, sat(b)), lum(b)),
  saturation: (b, s) => setLum(setSat(b, sat(s)), lum(b)),
  color: (b, s) => setLum(s, lum(b)),
  luminosity: (b, s) => setLum(b, lum(s)),
}

const lightOf = ({ c, m, y }: Cmyk): Light => [1 - c / 100, 1 - m / 100, 1 - y / 100]

/** Black is the backdrop's, and the source's for luminosity. */
function expected(mode: (typeof MODES)[number], backdrop: Cmyk, source: Cmyk): Readonly<Record<string, number>> {
  const [r, g, b] = BLENDS[mode](lightOf(backdrop), lightOf(source))
  const percent = (light: number): number => Math.round(100 * (1 - light))
  return {
    Cyan: percent(r),
    Magenta: percent(g),
    Yellow: percent(b),
    Black: mode === 'luminosity' ? source.k : backdrop.k,
  }
}

const CASES = MODES.flatMap(mode => PAIRS.map(([backdrop, source]) => ({ mode, backdrop, source })))

const marksOf = ({ mode, backdrop, source }: (typeof CASES)[number]): readonly Mark[] => [
  square(backdrop),
  { kind: 'group', blend: mode, marks: [square(source, 12)] },
]

describe.skipIf(gs.missing)('modes that look at all inks together', () => {
  it.each(['x1a', 'x4'] as const)('print what the standard says, %s', async standard => {
    const { piece, assets } = flattened(pieceIn(CASES.map(marksOf), standard))
    const plates = await platesOf(write(piece, assets), 1, 100)
    for (const [index, one] of CASES.entries()) {
      const middle = { x: (index % 5) * GRID + 18, y: Math.floor(index / 5) * GRID + 18, width: 4, height: 4 }
      for (const [plate, ink] of Object.entries(expected(one.mode, one.backdrop, one.source))) {
        const { min, max } = plates.range(plate, middle)
        const what = `${one.mode} ${index % PAIRS.length} ${plate}: ${min} to ${max}, not ${ink}`
        expect.soft(Math.max(Math.abs(min - ink), Math.abs(max - ink)), what).toBeLessThanOrEqual(1)
      }
    }
  })
})
