// The white plate as a press gets it: Ghostscript separates the file at 1200 dpi, and the art's own plates judge the white.
import { describe, expect, it } from 'vitest'
import type { Assets, Raster } from '../../src/model/assets.ts'
import type { WhitePolicy } from '../../src/model/design.ts'
import { ellipsePath, type Path, rectPath } from '../../src/model/geometry.ts'
import { BLACK, cmyk, PAPER, type Paint } from '../../src/model/ink.ts'
import type { GroupMark, Mark, Piece, Sheet } from '../../src/model/sheet.ts'
import { finish } from '../../src/sheet/finish.ts'
import { artWhite, floodWhite } from '../../src/sheet/white.ts'
import { box, path as filled, line, sheetOf, text } from '../fixtures/screen-sheets.ts'
import { assets, output, pieceOf } from '../fixtures/sheets.ts'
import { platePixels, write } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const gs = oracle('gs')

const DPI = 1200
const PIXEL = 25.4 / DPI
const CHOKE = 0.15
/** What the edge of the white may be away from where it should be. */
const SLACK = 0.05

const policy: WhitePolicy = { plate: 'art', choke: CHOKE, shadows: false }

const BLUE = cmyk(100, 60, 0, 10)
const YELLOW = cmyk(0, 20, 90, 0)

const group = (marks: readonly Mark[], more: Partial<GroupMark> = {}): GroupMark => ({ kind: 'group', marks, ...more })
const disc = (x: number, y: number, r: number, paint: Paint = BLUE): Mark => filled(ellipsePath(x, y, r), paint)
const star: Path = [['M', 15, 1], ['L', 20, 18], ['L', 5, 7], ['L', 25, 7], ['L', 10, 18], ['Z']]

/** A picture of 600 ppi: a disc with the edge that a drawing program gives it, and beside it a blurred shadow. */
function picture(id: string, alpha: (x: number, y: number) => number): Raster {
  const [width, height] = [472, 236]
  const at = (index: number): number => alpha((index % width) + 0.5, Math.floor(index / width) + 0.5)
  const mask = Uint8Array.from({ length: width * height }, (_, index) =>
    Math.round(255 * Math.min(1, Math.max(0, at(index)))),
  )
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, index) => (index % 4 === 3 ? 255 : 0))
  return { id, width, height, space: 'cmyk', pixels, alpha: mask }
}
const round = (x: number, y: number): number => 100.5 - Math.hypot(x - 118, y - 118)
const pictures = new Map(
  [
    picture('cut-out', round),
    picture('shadow', (x, y) => Math.max(round(x, y), 0.6 - Math.hypot(x - 240, y - 118) / 320)),
  ].map(raster => [raster.id, raster]),
)
const known: Assets = { ...assets, image: id => pictures.get(id) ?? assets.image(id) }
const placed = (image: string): Mark => ({ kind: 'image', image, matrix: [20, 0, 0, 10, 5, 5] })

type Spot = readonly [x: number, y: number]
type Case = {
  readonly marks: readonly Mark[]
  readonly policy?: Partial<WhitePolicy>
  /** The same art in ink, for paints that lay none and effects that the plates show fainter. */
  readonly stand?: readonly Mark[]
  /** Where art is thin enough to keep white to its edges. */
  readonly thin?: boolean
  /** Of a picture, whose edge is where it is half there. */
  readonly half?: boolean
  readonly white?: readonly Spot[]
  readonly bare?: readonly Spot[]
}

const CASES: Readonly<Record<string, Case>> = {
  'discs without a field': { marks: [disc(8, 10, 6), disc(22, 10, 5, YELLOW)], white: [[8, 10]], bare: [[15, 10]] },
  'two colours that meet': {
    marks: [box(5, 5, 10, 10, BLUE), box(15, 5, 10, 10, YELLOW)],
    white: [
      [15, 10],
      [14.95, 8],
    ],
  },
  'art that bleeds on one side': {
    marks: [box(-3, -3, 20, 26, BLUE), disc(17, 10, 4, YELLOW)],
    white: [
      [-2.97, -2.97],
      [-2.97, 22.97],
    ],
    bare: [[24, 10]],
  },
  'art that stops in the bleed': { marks: [box(-1.5, 5, 20, 10, BLUE)], bare: [[-2, 10]] },
  'the whole sheet': {
    marks: [box(-3, -3, 36, 26, BLUE)],
    white: [
      [-2.99, -2.99],
      [32.99, 22.99],
    ],
  },
  'a paint of no ink': { marks: [disc(15, 10, 7, PAPER)], stand: [disc(15, 10, 7)], white: [[15, 10]] },
  'paper letters on a colour': {
    marks: [box(2, 2, 26, 16, BLUE), text('Aà', 4, 15, 14, PAPER)],
    stand: [box(2, 2, 26, 16, BLUE)],
  },
  strokes: {
    marks: [
      {
        kind: 'path',
        path: [
          ['M', 3, 15],
          ['L', 10, 3],
          ['L', 14, 16],
          ['C', 20, 25, 20, -8, 27, 8],
        ],
        stroke: line(BLACK, 1.5, { cap: 'round' }),
      },
    ],
  },
  letters: { marks: [text('Été', 2, 16, 16, BLUE, '800')], bare: [[1, 1]] },
  'clips in groups': {
    marks: [
      group([group([box(0, 0, 30, 20, BLUE)], { clip: { path: star, rule: 'evenodd' } })], {
        clip: { path: ellipsePath(15, 9, 8), rule: 'nonzero' },
      }),
    ],
    thin: true,
  },
  'opacity in opacity': {
    marks: [group([group([disc(10, 10, 6)], { opacity: 0.5 }), disc(18, 10, 6, YELLOW)], { opacity: 0.4 })],
    white: [
      [10, 10],
      [18, 10],
    ],
  },
  'a flood': {
    marks: [disc(15, 10, 5)],
    policy: { plate: 'flood' },
    stand: [box(-3, -3, 36, 26, BLUE)],
    white: [[-2.99, -2.99]],
  },
  'a picture cut out': { marks: [placed('cut-out')], half: true, white: [[10, 10]], bare: [[15, 10]] },
  'a soft shadow': {
    marks: [placed('shadow')],
    stand: [placed('cut-out')],
    half: true,
    white: [[10, 10]],
    bare: [
      [15, 10],
      [17, 10],
    ],
  },
}

const names = Object.keys(CASES)

const sheetFor = (marks: readonly Mark[], more: Partial<Sheet> = {}): Sheet =>
  sheetOf(30, 20, [{ kind: 'group', layer: 'art', marks }], more)

const plated = (sheet: Sheet, wanted: WhitePolicy = policy): Sheet => {
  const white = wanted.plate === 'flood' ? floodWhite(sheet) : artWhite(sheet, known, wanted)
  return finish(sheet, { white, cut: false, mirrored: false })
}

/** Letters as outlines: what Ghostscript does to small live text is not ours to judge here. */
const outlined = (sheet: Sheet): Piece => pieceOf('vitrophanie', [sheet], { output: { ...output, outlineText: true } })

type Bits = { readonly width: number; readonly height: number; readonly on: Uint8Array }

/** @param least ink, out of 255, that makes art */
async function separate(sheet: Sheet, least = 1): Promise<{ art: Bits; white: Bits }> {
  const plates = await platePixels(write(outlined(sheet), known), 1, DPI)
  const [first] = plates.values()
  if (!first) throw new Error('no plate')
  const { width, height } = first
  const bits = (names: readonly string[], least: number): Bits => {
    const on = new Uint8Array(width * height)
    for (const { data } of names.flatMap(name => plates.get(name) ?? [])) {
      for (let at = 0; at < on.length; at++) if ((data[at] ?? 255) <= 255 - least) on[at] = 1
    }
    return { width, height, on }
  }
  return { art: bits(['Cyan', 'Magenta', 'Yellow', 'Black'], least), white: bits(['White'], 255) }
}

/** All pixels that have an off pixel within a distance. */
function nearOff({ width, height, on }: Bits, distance: number): Uint8Array {
  const reach = Math.round(distance / PIXEL)
  const disc: [number, number][] = []
  for (let y = -reach; y <= reach; y++)
    for (let x = -reach; x <= reach; x++) if (x * x + y * y <= reach * reach) disc.push([x, y])
  const near = new Uint8Array(on.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (on[at]) continue
      near[at] = 1
      const inside = (on[at - 1] ?? 0) + (on[at + 1] ?? 0) + (on[at - width] ?? 0) + (on[at + width] ?? 0) > 0
      if (!inside) continue
      for (const [dx, dy] of disc) {
        const [px, py] = [x + dx, y + dy]
        if (px >= 0 && py >= 0 && px < width && py < height) near[py * width + px] = 1
      }
    }
  }
  return near
}

/** No ink in the pixels around: an edge may round to either side of one. */
const isFarFrom = ({ width, on }: Bits, at: number): boolean =>
  [-1, 0, 1].every(dy => [-1, 0, 1].every(dx => (on[at + dy * width + dx] ?? 0) === 0))

const count = (bits: Uint8Array, wrong: (at: number) => boolean): number =>
  bits.reduce((sum, _, at) => sum + (wrong(at) ? 1 : 0), 0)

const value = ({ width, on }: Bits, [x, y]: Spot): number =>
  on[Math.floor((y + 3) / PIXEL) * width + Math.floor((x + 3) / PIXEL)] ?? 0

const rule: Path = [
  ['M', 8, 10],
  ['L', 27, 10],
]

describe.skipIf(gs.missing)('the white plate', () => {
  it('goes to the edge of what is too thin for the choke, and joins the rest', async () => {
    const marks: Mark[] = [
      disc(8, 10, 5),
      { kind: 'path', path: rule, stroke: line(BLUE, 0.3) },
      text('petit', 15, 5, 2, BLACK),
    ]
    const { art, white } = await separate(plated(sheetFor(marks)))
    const edge = nearOff(art, 2 * PIXEL)
    const [thin, thick] = [Math.floor((13.3 + 3) / PIXEL), Math.floor((8 + 3) / PIXEL)]
    const isIn = (at: number, from: number, to: number): boolean => at % art.width >= from && at % art.width < to
    expect(count(art.on, at => isIn(at, thin, art.width) && edge[at] === 0 && white.on[at] === 0)).toBe(0)
    expect(count(art.on, at => isIn(at, thin, art.width) && art.on[at] === 1 && white.on[at] === 0)).toBeLessThan(
      0.05 * count(art.on, at => isIn(at, thin, art.width) && art.on[at] === 1),
    )
    const choked = nearOff(art, CHOKE - SLACK)
    expect(count(art.on, at => isIn(at, 0, thick) && choked[at] === 1 && white.on[at] === 1)).toBe(0)
    // One piece: along the middle of the line, from the disc to its end.
    for (let x = 8; x < 26.9; x += PIXEL) expect(value(white, [x, 10]), `at ${x}`).toBe(1)
  })

  it('stops inside the cut where the shop wants it to', async () => {
    const whole = sheetFor([box(-3, -3, 36, 26, BLUE)])
    for (const plate of [artWhite(whole, known, { ...policy, inset: 0.5 }), floodWhite(whole, 0.5)]) {
      const { white } = await separate(finish(whole, { white: plate, cut: false, mirrored: false }))
      const inner = { x: 0.5, y: 0.5, width: 29, height: 19 }
      const isInside = (at: number, by: number): boolean => {
        const [x, y] = [((at % white.width) + 0.5) * PIXEL - 3, (Math.floor(at / white.width) + 0.5) * PIXEL - 3]
        return x > inner.x + by && x < inner.x + inner.width - by && y > inner.y + by && y < inner.y + inner.height - by
      }
      expect(count(white.on, at => white.on[at] === 0 && isInside(at, SLACK))).toBe(0)
      expect(count(white.on, at => white.on[at] === 1 && !isInside(at, -SLACK))).toBe(0)
    }
  })

  it('draws back from a border that takes no ink', async () => {
    const inked = rectPath({ x: 4, y: 4, width: 22, height: 12 })
    const art: Mark = {
      kind: 'group',
      layer: 'art',
      clip: { path: inked, rule: 'nonzero' },
      marks: [box(-3, -3, 36, 26, BLUE)],
    }
    const sheet = sheetOf(30, 20, [art], { bleedPath: inked })
    const { art: seen, white } = await separate(plated(sheet))
    const [near, far] = [nearOff(seen, CHOKE - SLACK), nearOff(seen, CHOKE + SLACK + PIXEL / 2)]
    expect(count(white.on, at => white.on[at] === 1 && near[at] === 1)).toBe(0)
    expect(count(white.on, at => white.on[at] === 0 && far[at] === 0)).toBe(0)
  })

  it('is turned over with the art: every plate is the other one, flipped', async () => {
    const sheet = sheetFor([box(-3, -3, 14, 20, YELLOW), disc(18, 9, 6), text('Été', 12, 18, 7, BLACK)])
    const white = artWhite(sheet, known, policy)
    const drawn = (mirrored: boolean) =>
      platePixels(write(outlined(finish(sheet, { white, cut: true, mirrored })), known), 1, DPI)
    const [straight, turned] = [await drawn(false), await drawn(true)]
    expect([...turned.keys()].sort()).toEqual([...straight.keys()].sort())
    for (const [name, { width, height, data }] of straight) {
      const other = turned.get(name)?.data ?? new Uint8Array()
      const at = (x: number, y: number): boolean => (data[y * width + x] ?? 255) < 255
      let wrong = 0
      for (let y = 1; y < height - 1; y++) {
        for (let x = 2; x < width - 2; x++) {
          const here = (other[y * width + width - 1 - x] ?? 255) < 255
          if (at(x, y) === here || at(x - 1, y) === here || at(x + 1, y) === here) continue
          if (at(x, y - 1) !== here && at(x, y + 1) !== here) wrong++
        }
      }
      expect(wrong, name).toBe(0)
    }
  }, 60_000)
})

describe.skipIf(gs.missing)('the white plate under', () => {
  it.each(names)('%s', async name => {
    const { marks, policy: more, stand, thin, half, white: backed = [], bare = [] } = CASES[name] ?? { marks: [] }
    const wanted = { ...policy, ...more }
    const sheet = sheetFor(marks)
    const { art: own, white } = await separate(plated(sheet, wanted), half ? 128 : 1)
    const art = stand ? (await separate(sheetFor(stand), half ? 128 : 1)).art : own
    const flood = wanted.plate === 'flood'
    const within = flood ? new Uint8Array(art.on.length) : nearOff(art, CHOKE - SLACK)
    const around = flood ? within : nearOff(art, CHOKE + SLACK + PIXEL / 2)
    expect(
      count(white.on, at => white.on[at] === 1 && isFarFrom(art, at)),
      'white outside art',
    ).toBe(0)
    expect(
      count(white.on, at => white.on[at] === 0 && around[at] === 0),
      'art without white',
    ).toBe(0)
    if (!thin)
      expect(
        count(white.on, at => white.on[at] === 1 && within[at] === 1),
        'white too near an edge',
      ).toBe(0)
    for (const spot of backed) expect(value(white, spot), `white at ${spot.join(', ')}`).toBe(1)
    for (const spot of bare) expect(value(white, spot), `bare at ${spot.join(', ')}`).toBe(0)
  })
})
