// The PNG as pixels: exact sizes, what shows through, bands, plates, and the file around them.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawPixels } from '../../src/backend/png/draw-pixels.ts'
import { plates } from '../../src/backend/png/plates.ts'
import { pngSize, renderPng } from '../../src/backend/png/render-png.ts'
import { trimBox } from '../../src/backend/svg/face.ts'
import { encodePng } from '../../src/backend/svg/png-file.ts'
import { reduceRaster } from '../../src/backend/svg/reduce-raster.ts'
import { ellipsePath } from '../../src/model/geometry.ts'
import { BLACK, cmyk, PAPER, spot } from '../../src/model/ink.ts'
import type { Mark, Piece, Sheet } from '../../src/model/sheet.ts'
import {
  assets,
  BLUE,
  box,
  everything,
  line,
  path,
  pieceOf,
  plaque,
  profile,
  sheetOf,
  sticker,
  text,
} from '../fixtures/screen-sheets.ts'

type Pixels = { readonly width: number; readonly height: number; at(x: number, y: number): readonly number[] }

async function decode(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { width, height, at: (x, y) => [...data.subarray((y * width + x) * channels, (y * width + x + 1) * channels)] }
}

const draw = async (
  { sheet, piece }: { sheet: Sheet; piece: Piece },
  dpi = 50.8,
  face: 'public' | 'production' = 'public',
) => decode(await renderPng(sheet, piece, assets, { dpi, face }))

const of = (marks: readonly Mark[], more: Partial<Sheet> = {}, product = 'affiche-100x100') => {
  const sheet = sheetOf(100, 100, marks, more)
  return { sheet, piece: pieceOf(product, sheet) }
}

describe('pixels', () => {
  it.each([
    [210, 148, 150, 1240, 874],
    [210, 148, 300, 2480, 1748],
    [297, 420, 72, 842, 1191],
    [33.3, 77.7, 150, 197, 459],
  ])('of %d × %d mm at %d dpi are %d × %d', async (width, height, dpi, across, down) => {
    const sheet = sheetOf(width, height, [box(-3, -3, width + 6, height + 6, BLUE)])
    const pixels = await draw({ sheet, piece: pieceOf('affiche', sheet) }, dpi)
    expect([pixels.width, pixels.height]).toEqual([across, down])
    const blue = profile.preview(BLUE)
    for (const [x, y] of [
      [0, 0],
      [across - 1, 0],
      [0, down - 1],
      [across - 1, down - 1],
    ] as const)
      expect(pixels.at(x, y)).toEqual([...blue])
  })

  it('cover bleed and slug on the production face, on white', async () => {
    const pixels = await draw(plaque(), 50.8, 'production')
    expect([pixels.width, pixels.height]).toEqual([636, 436])
    expect(pixels.at(0, 435)).toEqual([255, 255, 255])
  })
})

describe('what shows through', () => {
  it('is nothing on opaque material: RGB, white where nothing is printed', async () => {
    const pixels = await draw(of([box(0, 0, 50, 100, BLUE)]))
    expect(pixels.at(150, 100)).toEqual([255, 255, 255])
  })

  it('is what white ink leaves free on clear film; the piece reads right', async () => {
    const pixels = await draw(sticker())
    expect(pixels.at(10, 10)).toEqual([...profile.preview(BLUE), 255])
    expect(pixels.at(415, 10)).toEqual([0, 0, 0, 0])
    expect(pixels.at(380, 100)).toEqual([255, 255, 255, 255])
  })

  it('is white ink alone, where nothing is printed on it', async () => {
    const white: Mark = { kind: 'group', layer: 'white', marks: [box(0, 0, 50, 100, spot('white'))] }
    const pixels = await draw(of([white], { clear: true }))
    expect([pixels.at(20, 20), pixels.at(180, 20)]).toEqual([
      [255, 255, 255, 255],
      [0, 0, 0, 0],
    ])
  })

  it('is the outside of the cut, and every hole', async () => {
    const { sheet, piece } = plaque()
    const pixels = await draw({ sheet, piece })
    expect(pixels.at(0, 0)).toEqual([0, 0, 0, 0])
    for (const { x, y } of sheet.holes) expect(pixels.at(Math.round(x * 2), Math.round(y * 2))).toEqual([0, 0, 0, 0])
    expect(pixels.at(40, 20)[3]).toBe(255)
  })

  it('keeps the colour of a soft edge: alpha is not premultiplied', async () => {
    const round = ellipsePath(50, 50, 50)
    const pixels = await draw(of([box(-3, -3, 106, 106, BLUE)], { cut: round, bleedPath: ellipsePath(50, 50, 53) }))
    const [r, g, b] = profile.preview(BLUE)
    let soft = 0
    for (let x = 0; x < 200; x++) {
      const [pr = 0, pg = 0, pb = 0, alpha = 0] = pixels.at(x, 10)
      if (alpha < 20 || alpha > 235) continue
      soft++
      expect(Math.max(Math.abs(pr - r), Math.abs(pg - g), Math.abs(pb - b))).toBeLessThan(3)
    }
    expect(soft).toBeGreaterThan(1)
  })
})

describe('bands', () => {
  it.each([everything, plaque, sticker])('join without a seam, and give the pixels of one piece', make => {
    const { sheet, piece } = make()
    const size = pngSize(sheet, 'public', 100)
    const options = { face: 'public', view: trimBox(sheet), size } as const
    const whole = drawPixels(sheet, piece, assets, options)
    const joined = drawPixels(sheet, piece, assets, { ...options, bandPixels: size.width * 37 })
    expect(joined.channels).toBe(whole.channels)
    // Curves are cut at the edge of a band, which moves the softness of some of their pixels a little.
    const far = joined.data.filter((value, index) => Math.abs(value - (whole.data[index] ?? 0)) > 2)
    expect(far.length / whole.data.length).toBeLessThan(0.002)
    const wrong = joined.data.filter((value, index) => Math.abs(value - (whole.data[index] ?? 0)) > 80)
    expect(wrong.length).toBeLessThan(20)
  })

  it('survive effects on what lies far outside them', () => {
    const far: readonly Mark[] = [5000, -5000, 150].flatMap(at => [
      { kind: 'group', opacity: 0.5, marks: [box(at, at, 10, 10, BLUE), text('loin', at, 0, 5, BLACK)] },
      { kind: 'group', blend: 'multiply', transform: [1, 0, 0, 1, 0, at], marks: [box(0, 0, 10, 10, BLUE)] },
      { kind: 'group', clip: { path: ellipsePath(at, 0, 5), rule: 'nonzero' }, marks: [box(at, 0, 10, 10, BLUE)] },
    ])
    const { sheet, piece } = of(far)
    const options = { face: 'public', view: trimBox(sheet), size: { width: 40, height: 40 }, bandPixels: 40 } as const
    expect(drawPixels(sheet, piece, assets, options).width).toBe(40)
  })
})

describe('the file', () => {
  it('says its resolution and its profile, and is the same twice', async () => {
    const { sheet, piece } = sticker()
    const [one, two] = [
      await renderPng(sheet, piece, assets, { dpi: 300, face: 'public' }),
      await renderPng(sheet, piece, assets, { dpi: 300, face: 'public' }),
    ]
    expect(Buffer.compare(one, two)).toBe(0)
    const { density, icc, space } = await sharp(one).metadata()
    expect(density).toBe(300)
    expect(icc?.length).toBeGreaterThan(400)
    expect(space).toBe('srgb')
  })

  it('of our own encoder decodes to the same samples, whatever the channels', async () => {
    for (const channels of [1, 3, 4] as const) {
      const data = Uint8Array.from({ length: 7 * 5 * channels }, (_, index) => (index * 37) & 255)
      const file = sharp(encodePng({ width: 7, height: 5, channels, data }, 6))
      const decoded = await (channels < 3 ? file.toColourspace('b-w') : file).raw().toBuffer()
      expect([...decoded]).toEqual([...data])
    }
  })
})

describe('photos', () => {
  it('shrink by averaging what is opaque', () => {
    const pixels = Uint8Array.from([0, 100, 200, 0, 50, 50, 50, 50, 250])
    const alpha = Uint8Array.from([255, 255, 255, 0, 255, 255, 255, 255, 255])
    const small = reduceRaster({ id: 'x', width: 3, height: 3, space: 'gray', pixels, alpha }, 2)
    expect([small.width, small.height]).toEqual([2, 2])
    expect([...small.pixels]).toEqual([50, 125, 50, 250])
    expect([...(small.alpha ?? [])]).toEqual([191, 255, 255, 255])
  })
})

describe('plates', () => {
  const amounts = (marks: readonly Mark[], x: number, y: number): Record<string, number> => {
    const { sheet, piece } = of(marks)
    const all = plates(sheet, piece, assets, 25.4)
    return Object.fromEntries(
      [...all].map(([name, { width, pixels }]) => [name, Math.round((pixels[(y + 3) * width + x + 3] ?? 0) / 2.55)]),
    )
  }

  it('hold each ink’s amount, and only those that exist', () => {
    expect(amounts([box(0, 0, 50, 50, cmyk(10, 20, 30, 40))], 20, 20)).toEqual({
      Cyan: 10,
      Magenta: 20,
      Yellow: 30,
      Black: 40,
    })
  })

  it('knock out: what art covers is gone from every other plate', () => {
    const brand = { kind: 'spot', role: 'brand', name: 'Bleu Caf', tint: 60 } as const
    expect(amounts([box(0, 0, 50, 50, brand), box(10, 10, 20, 20, cmyk(0, 50, 0, 0))], 20, 20)).toEqual({
      Cyan: 0,
      Magenta: 50,
      Yellow: 0,
      Black: 0,
      'Bleu Caf': 0,
    })
    expect(amounts([box(0, 0, 50, 50, BLUE), box(10, 10, 20, 20, brand)], 20, 20)).toMatchObject({
      Cyan: 0,
      'Bleu Caf': 60,
    })
  })

  it('overprint where they are technical, wherever they stand in the tree', () => {
    const white = box(0, 0, 50, 50, spot('white'))
    expect(amounts([white, box(10, 10, 20, 20, BLUE)], 20, 20)).toMatchObject({ Cyan: 100, White: 100 })
  })

  it('overprint small solid black, never gray, large or scaled up', () => {
    const under = box(0, 0, 90, 90, cmyk(80, 0, 0, 0))
    const stroke = (ink: typeof BLACK, width: number): Mark => ({
      kind: 'path',
      path: [
        ['M', 0, 20],
        ['L', 90, 20],
      ],
      stroke: line(ink, width),
    })
    const thick = (marks: Mark): Mark => ({ kind: 'group', transform: [8, 0, 0, 8, 0, -140], marks: [marks] })
    expect(amounts([under, box(0, 10, 90, 20, BLACK)], 40, 20)).toMatchObject({ Cyan: 0, Black: 100 })
    expect(amounts([under, text('■', 20, 22, 4, BLACK)], 60, 20)).toMatchObject({ Cyan: 80 })
    expect(amounts([under, thick(stroke(BLACK, 0.6))], 40, 20)).toMatchObject({ Cyan: 0, Black: 100 })
    expect(cyanOf([under, stroke(BLACK, 0.6)])).toBe(80)
    expect(cyanOf([under, stroke(cmyk(0, 0, 0, 90), 0.6)])).toBeLessThan(60)
  })

  /** The least cyan on a column through a horizontal line at y = 20 mm. */
  function cyanOf(marks: readonly Mark[]): number {
    const { sheet, piece } = of(marks)
    const cyan = plates(sheet, piece, assets, 254).get('Cyan')
    if (!cyan) throw new Error('no cyan')
    const column = Array.from({ length: 40 }, (_, row) => cyan.pixels[(210 + row) * cyan.width + 400] ?? 0)
    return Math.round(Math.min(...column) / 2.55)
  }

  it('blend as PDF does: by what ink leaves of the light', () => {
    const multiplied: Mark = { kind: 'group', blend: 'multiply', marks: [box(0, 0, 50, 50, cmyk(50, 50, 0, 0))] }
    expect(amounts([box(0, 0, 50, 50, cmyk(50, 0, 0, 0)), multiplied], 20, 20)).toMatchObject({ Cyan: 75, Magenta: 50 })
  })

  it('carry pictures and gradients', () => {
    const gradient = {
      kind: 'linear',
      from: [0, 0],
      to: [80, 0],
      stops: [
        { at: 0, ink: PAPER, alpha: 1 },
        { at: 1, ink: cmyk(100, 0, 0, 100), alpha: 1 },
      ],
    } as const
    const half = amounts([path([['M', 0, 0], ['L', 80, 0], ['L', 80, 50], ['L', 0, 50], ['Z']], gradient)], 40, 20)
    expect(Math.abs((half.Cyan ?? 0) - 50)).toBeLessThan(2)
    expect(Math.abs((half.Black ?? 0) - 50)).toBeLessThan(2)
    const picture = amounts([{ kind: 'image', image: 'wheel-cmyk-240', matrix: [80, 0, 0, 80, 0, 0] }], 60, 20)
    expect(Math.abs((picture.Cyan ?? 0) - 75)).toBeLessThan(3)
    expect(Math.abs((picture.Magenta ?? 0) - 25)).toBeLessThan(3)
  })
})
