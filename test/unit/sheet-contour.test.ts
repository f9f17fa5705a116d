// Cut lines around art: at their distance, closed, in one piece, round enough, and with few nodes.
import { describe, expect, it } from 'vitest'
import {
  ellipsePath,
  flattenPath,
  IDENTITY,
  mapPath,
  type Path,
  type Point,
  rectPath,
} from '../../src/model/geometry.ts'
import { cmyk } from '../../src/model/ink.ts'
import type { Sheet } from '../../src/model/sheet.ts'
import { tightestBend } from '../../src/preflight/checks/cut-bend.ts'
import { nodesOf } from '../../src/preflight/checks/cut-outlines.ts'
import { contourPath, contourRegion } from '../../src/sheet/contour.ts'
import { cut } from '../../src/sheet/cut.ts'
import { cutLines } from '../../src/sheet/cut-lines.ts'
import { mirror } from '../../src/sheet/mirror.ts'
import { pathRegion } from '../../src/sheet/path-area.ts'
import { pool, regionPath } from '../../src/sheet/region.ts'
import { path, sheetOf } from '../fixtures/screen-sheets.ts'
import { assets } from '../fixtures/sheets.ts'

const STAR: Path = [
  ['M', 50, 5],
  ...(
    [
      [61, 39],
      [98, 39],
      [68, 60],
      [79, 95],
      [50, 74],
      [21, 95],
      [32, 60],
      [2, 39],
      [39, 39],
    ] as const
  ).map(([x, y]) => ['L', x, y] as const),
  ['Z'],
]

const SHAPES: Readonly<Record<string, readonly Path[]>> = {
  disc: [ellipsePath(50, 50, 40)],
  box: [rectPath({ x: 10, y: 10, width: 80, height: 30 })],
  'disc and box apart': [ellipsePath(30, 50, 20), rectPath({ x: 70, y: 30, width: 40, height: 40 })],
  star: [STAR],
  ring: [[...ellipsePath(50, 50, 40), ...mapPath(ellipsePath(50, 50, 30), ([x, y]): Point => [100 - x, y])]],
}

const cases = Object.keys(SHAPES).flatMap(name => [2, 4].map(radius => [name, radius] as const))

const contourOf = (name: string, radius: number) => {
  const art = pool((SHAPES[name] ?? []).map(shape => pathRegion(shape, 'evenodd', IDENTITY)))
  const region = contourRegion(art, { offset: 2, radius, farthest: 50 })
  if (!region) throw new Error(`no contour around ${name}`)
  return { art, region, contour: contourPath(region) }
}

function distance([x, y]: Point, outline: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY
  outline.forEach(([ax, ay], index) => {
    const [bx, by] = outline[(index + 1) % outline.length] ?? [ax, ay]
    const [dx, dy] = [bx - ax, by - ay]
    const whole = dx * dx + dy * dy
    const t = whole === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / whole))
    nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy))
  })
  return nearest
}

/** The radius of the circle through three points. */
function radiusOf(a: Point, b: Point, c: Point): number {
  const [ab, bc, ca] = [a, b, c].map((p, i) => {
    const q = [b, c, a][i] ?? p
    return Math.hypot(q[0] - p[0], q[1] - p[1])
  }) as [number, number, number] // three sides of a triangle
  const area = Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2
  return area < 1e-9 ? Number.POSITIVE_INFINITY : (ab * bc * ca) / (4 * area)
}

describe.each(cases)('the contour of a %s, radius %i', (name, radius) => {
  const { art, region, contour } = contourOf(name, radius)
  const curve = flattenPath(contour, 64)
  const ring = flattenPath(regionPath(region), 1)

  it('is one closed line, with few nodes', () => {
    expect(contour.filter(([kind]) => kind === 'M')).toHaveLength(1)
    expect(contour.at(-1)).toEqual(['Z'])
    expect(contour.filter(([kind]) => kind !== 'Z').length).toBeLessThanOrEqual(40)
  })

  it('stays within 0.05 mm of what it was asked to follow', () => {
    for (const point of ring) expect(distance(point, curve)).toBeLessThan(0.05)
    for (const point of curve) expect(distance(point, ring)).toBeLessThan(0.05)
  })

  it('comes no nearer to the art than its offset', () => {
    const edge = flattenPath(regionPath(art), 1)
    for (const point of edge) expect(distance(point, curve)).toBeGreaterThan(Math.max(2, radius) - 0.05)
  })

  it('bends no tighter than the radius, but for what fitting is allowed', () => {
    // Every half millimetre or so: nearer points measure rounding.
    const even: Point[] = []
    for (const point of curve) {
      const last = even.at(-1)
      if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) > 0.6) even.push(point)
    }
    even.slice(2).forEach((point, index) => {
      expect(radiusOf(even[index] ?? point, even[index + 1] ?? point, point)).toBeGreaterThan(radius * 0.6)
    })
  })
})

it('is undefined around nothing, and around what is too far apart', () => {
  expect(contourRegion({ rings: [] }, { offset: 2, radius: 2, farthest: 50 })).toBeUndefined()
  const apart = pool(
    [ellipsePath(0, 0, 5), ellipsePath(200, 0, 5)].map(shape => pathRegion(shape, 'nonzero', IDENTITY)),
  )
  expect(contourRegion(apart, { offset: 2, radius: 2, farthest: 20 })).toBeUndefined()
})

describe('a sticker', () => {
  const RED = cmyk(0, 90, 80, 0)
  const around = { along: 'art', offset: 2, margin: 2 } as const
  const printer = { minRadius: 2 }
  const sheet = sheetOf(100, 80, [path(ellipsePath(30, 40, 20), RED)])
  const rolesOf = ({ marks }: Sheet) => marks.flatMap(mark => (mark.kind === 'group' ? [mark.layer] : []))

  it('is cut through along its format by default', () => {
    expect(cutLines(sheet, {}, printer, assets)).toBe(sheet)
    expect(rolesOf(cut(sheet))).toEqual(['cut'])
  })

  it('along its format keeps its liner whole', () => {
    const kissed = cutLines(sheet, { kissCut: { along: 'trim' } }, printer, assets)
    expect(kissed.cut).toBe(sheet.cut)
    expect(rolesOf(cut(kissed))).toEqual(['kiss-cut'])
  })

  it('around its art is cut in the film, then freed along the format; both are turned over together', () => {
    const kissed = cutLines(sheet, { kissCut: around }, printer, assets)
    expect(rolesOf(cut(kissed))).toEqual(['kiss-cut', 'cut'])
    expect(kissed.kissCut?.through).toEqual(sheet.cut)
    expect(kissed.safe).toBeCloseTo(1.95)
    const turned = mirror(kissed)
    for (const [x, y] of flattenPath(turned.cut, 8)) expect(Math.hypot(x - 70, y - 40)).toBeCloseTo(22, 1)
    expect(turned.kissCut?.through).toBeDefined()
  })

  it('around its art has a liner that follows it at its own distance, as round as the cutter turns', () => {
    const kissed = cutLines(sheet, { kissCut: { ...around, follow: 4 } }, printer, assets)
    const { through = [] } = kissed.kissCut ?? {}
    for (const [x, y] of flattenPath(kissed.cut, 8)) expect(Math.hypot(x - 30, y - 40)).toBeCloseTo(22, 1)
    for (const [x, y] of flattenPath(through, 8)) expect(Math.hypot(x - 30, y - 40)).toBeCloseTo(26, 1)
    expect(through.filter(([verb]) => verb === 'M')).toHaveLength(1)
    expect(through.at(-1)).toEqual(['Z'])
    expect(nodesOf(through)).toBeLessThan(20)
    expect(kissed.followsArt).toBe(true)
    expect(rolesOf(cut(kissed))).toEqual(['kiss-cut', 'cut'])
  })

  it('around hollow art has a liner without tight hollows', () => {
    const square = (x: number): Path => rectPath({ x, y: 30, width: 20, height: 20 })
    const art = sheetOf(100, 80, [path(square(20), RED), path(square(45), RED)])
    const { cut: film, kissCut } = cutLines(art, { kissCut: { ...around, follow: 3 } }, printer, assets)
    for (const line of [film, kissCut?.through ?? []]) expect(tightestBend(line)).toBeGreaterThan(1.8)
  })

  it('through the liner around its art has that cut alone, and none along the format', () => {
    const through = cutLines(sheet, { throughCut: { offset: 3, margin: 2 } }, printer, assets)
    expect(rolesOf(cut(through))).toEqual(['cut'])
    for (const [x, y] of flattenPath(through.cut, 8)) expect(Math.hypot(x - 30, y - 40)).toBeCloseTo(23, 1)
    expect(through.followsArt).toBe(true)
  })

  it('is left as its format when the liner that follows would leave it', () => {
    expect(cutLines(sheet, { kissCut: { ...around, follow: 7 } }, printer, assets).followsArt).toBeUndefined()
    expect(cutLines(sheet, { throughCut: { offset: 9, margin: 2 } }, printer, assets)).toBe(sheet)
  })

  it('stays as far from its art as the bend its printer’s cutter needs', () => {
    const wide = cutLines(sheet, { kissCut: around }, { minRadius: 4 }, assets)
    for (const [x, y] of flattenPath(wide.cut, 8)) expect(Math.hypot(x - 30, y - 40)).toBeCloseTo(24, 1)
    expect(wide.safe).toBeCloseTo(3.95)
  })

  it('is left without a contour when its art comes too near the format', () => {
    const near = sheetOf(100, 80, [path(ellipsePath(23, 40, 20), RED)])
    expect(cutLines(near, { kissCut: around }, printer, assets).kissCut).toEqual({})
  })
})
