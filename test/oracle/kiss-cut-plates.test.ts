// Kiss-cuts as Ghostscript separates them: each line on its own plate, where it must be and nowhere else, clear of the art.
import { describe, expect, it } from 'vitest'
import { platePixels } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'
import { writeExample } from './support-examples.ts'

const gs = oracle('gs')

const DPI = 150
const PIXEL = 25.4 / DPI
const BLEED = 3
/** A hairline, on pixels that it only touches; and the fitting of the contour. */
const SLACK = 2 * PIXEL

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black']

/** How far a point is outside of a shape, in mm from the top-left corner of the trim; negative inside. */
type Shape = (x: number, y: number) => number

const disc =
  (radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - 105, y - 74) - radius

const format =
  (corner: number): Shape =>
  (x, y) => {
    const [dx, dy] = [Math.abs(x - 105) - (105 - corner), Math.abs(y - 74) - (74 - corner)]
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner
  }

type Plates = Awaited<ReturnType<typeof platePixels>>

/** Inked pixels of a plate as points on the trim. */
function inked(plates: Plates, name: string): (readonly [x: number, y: number])[] {
  const plate = plates.get(name)
  if (!plate) throw new Error(`no plate ${name}`)
  return [...plate.data].flatMap((light, at) => {
    if (light > 250) return []
    return [[((at % plate.width) + 0.5) * PIXEL - BLEED, (Math.floor(at / plate.width) + 0.5) * PIXEL - BLEED] as const]
  })
}

/** The plate is a closed line along the shape: ink is near it only, and all around it. */
function expectLine(plates: Plates, name: string, shape: Shape, [cx, cy] = [105, 74]): void {
  const points = inked(plates, name)
  const farthest = points.reduce((most, [x, y]) => Math.max(most, Math.abs(shape(x, y))), 0)
  expect(farthest, name).toBeLessThan(SLACK)
  const degrees = new Set(points.map(([x, y]) => Math.floor((Math.atan2(y - cy, x - cx) * 180) / Math.PI)))
  expect(degrees.size, name).toBe(360)
}

const platesIn = async (example: string, piece: string): Promise<Plates> => {
  const [written] = await writeExample(example, 'pdf', { pieces: [piece] })
  if (!written) throw new Error(`${example} has no ${piece}`)
  return platePixels(written.path, written.page, DPI)
}

describe.skipIf(gs.missing)('kiss-cuts', () => {
  it('around a disc: the film at 2 mm from it, then all of it along the format, no ink between', async () => {
    const plates = await platesIn('decoupe-forme', 'vitrophanie-a5')
    // The template's disc is 0.8 of the height of the format.
    const radius = (0.8 * 148) / 2
    expectLine(plates, 'KissCut', disc(radius + 2))
    expectLine(plates, 'CutContour', format(0))
    const edgeOf = (name: string): number =>
      inked(plates, name).reduce((most, [x, y]) => Math.max(most, disc(radius)(x, y)), -radius)
    const art = PROCESS.filter(name => plates.has(name)).map(edgeOf)
    expect(Math.max(...art)).toBeLessThan(SLACK)
    // Every pixel that is touched is inked, on all plates alike: the choke is told by the art's own edge.
    const choke = Math.max(...art) - edgeOf('White')
    expect(choke).toBeGreaterThan(0.15 - PIXEL / 2)
    expect(choke).toBeLessThan(0.15 + PIXEL / 2)
  })

  it('around a disc: film and liner each at its own distance, or both at once', async () => {
    const plates = await platesIn('decoupe-forme-support', 'vitrophanie-a5')
    const radius = (0.8 * 148) / 2
    expectLine(plates, 'KissCut', disc(radius + 2.5))
    expectLine(plates, 'CutContour', disc(radius + 6.5))
    const whole = await platesIn('decoupe-forme-support', 'vitrophanie-a6')
    expect([...whole.keys()]).not.toContain('KissCut')
    expectLine(whole, 'CutContour', (x, y) => Math.hypot(x - 74, y - 52.5) - (0.8 * 105) / 2 - 3, [74, 52.5])
  })

  it('along the format: the film only, round corners included; its liner is cut nowhere', async () => {
    const plates = await platesIn('mi-chair', 'vitrophanie-a5')
    expectLine(plates, 'KissCut', format(6))
    expect([...plates.keys()]).not.toContain('CutContour')
  })
})
