// The plates of every example, as Ghostscript separates them: those the piece needs and no other, each where it belongs.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/backend/pdf/render-pdf.ts'
import type { Box } from '../../src/model/geometry.ts'
import type { Hole, Sheet } from '../../src/model/sheet.ts'
import { expectationOf } from '../../src/preflight/file/expectation.ts'
import { drill } from '../../src/sheet/drill.ts'
import { mirror } from '../../src/sheet/mirror.ts'
import { emptyFolder, type Plates, platesOf } from '../fixtures/written-pdf.ts'
import { examples, world } from '../golden/examples.ts'
import { oracle } from '../oracles.ts'
import { pdfOf, pdfsOf, type Written } from './support-examples.ts'

const gs = oracle('gs')

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black']

/** Holes ask for fine pixels; posters of a square metre would take too many. */
function dpiOf({ width, height, holes }: Sheet): number {
  if (holes.length > 0) return 120
  return width * height > 200_000 ? 36 : 72
}

/** mm, at 120 dpi. */
const PIXEL = 25.4 / 120

const separate = ({ path, page, sheet }: Written): Promise<Plates> => platesOf(path, page, dpiOf(sheet))

/** The page, in mm from its own top-left corner. */
const page = ({ width, height, bleed, slug }: Sheet): Box => ({
  x: 0,
  y: 0,
  width: width + bleed[1] + bleed[3] + slug[1] + slug[3],
  height: height + bleed[0] + bleed[2] + slug[0] + slug[2],
})

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
})

const around = (x: number, y: number, reach: number): Box => ({
  x: x - reach,
  y: y - reach,
  width: 2 * reach,
  height: 2 * reach,
})

const SOLID = { min: 100, max: 100 }
const BARE = { min: 0, max: 0 }

/** What each family is printed with, written out: the answer must not come from the code that is asked. */
function spotsOf({ design, piece }: Written): readonly string[] {
  switch (design.product.family) {
    case 'vitrophanie':
      return [
        ...(piece.order['decoupe'] === 'mi-chair' ? [] : ['CutContour']),
        ...(/mi-chair|forme$|forme-support/.test(`${piece.order['decoupe']}`) || piece.order.support === 'depoli'
          ? ['KissCut']
          : []),
        ...(/blanc|perfore|depoli/.test(`${piece.order.support}`) ? [] : ['White']),
      ]
    case 'plaque':
      return [
        'CutContour',
        ...(piece.order['fixation'] === 'adhesif' ? [] : ['Drill']),
        ...(/laiton|inox|gravoply/.test(`${piece.order['matiere']}`) ? ['Engrave'] : []),
        ...(piece.order['matiere']?.startsWith('pmma-transparent') ? ['White'] : []),
      ]
    default:
      return []
  }
}

function expectWhite(plates: Plates, { sheet, piece, design }: Written): void {
  const whole = page(sheet)
  if (piece.order.support === 'electrostatique') {
    // Eight millimetres: three of bleed, five of border.
    if (design.product.shape === 'rect') expect(plates.range('White', inset(whole, 8.4))).toEqual(SOLID)
    for (const side of [
      { ...whole, height: 7.6 },
      { ...whole, width: 7.6 },
      { ...whole, y: whole.height - 7.6, height: 7.6 },
      { ...whole, x: whole.width - 7.6, width: 7.6 },
    ])
      for (const name of ['White', ...PROCESS]) expect(plates.range(name, side)).toEqual(BARE)
    return
  }
  if (design.product.shape === 'rect')
    expect(plates.range('White', inset(whole, design.product.cornerRadius))).toEqual(SOLID)
  else {
    // The largest square inside the bleed's circle, and the corners outside of it.
    expect(plates.range('White', inset(whole, whole.width * 0.147 + 0.3))).toEqual(SOLID)
    for (const x of [0, whole.width - 5])
      for (const y of [0, whole.height - 5]) expect(plates.range('White', { x, y, width: 5, height: 5 })).toEqual(BARE)
  }
}

/** What is weeded out of frosted film is its drawing, not its outline. */
const isLettering = (blade: string, { piece }: Written): boolean =>
  blade === 'KissCut' && piece.order.support === 'depoli'

/** The cut runs along the middle of each side of the trim, and nowhere inside. */
function expectCut(plates: Plates, { sheet }: Written, blade: 'CutContour' | 'KissCut'): void {
  const { width, height, bleed, slug } = sheet
  const [left, top] = [bleed[3] + slug[3], bleed[0] + slug[0]]
  const middles = [
    [left + width / 2, top],
    [left + width / 2, top + height],
    [left, top + height / 2],
    [left + width, top + height / 2],
  ] as const
  for (const [x, y] of middles) expect(plates.range(blade, around(x, y, 0.8)).max).toBe(100)
  const clear = width === height && sheet.cut.some(([kind]) => kind === 'C') ? width * 0.16 : 3
  expect(plates.range(blade, inset({ x: left, y: top, width, height }, clear))).toEqual(BARE)
}

/** Each disc is solid, its surroundings are bare, and there is no other: ink adds up to the discs' own surface. */
function expectDrill(plates: Plates, { bleed, slug }: Sheet, holes: readonly Hole[]): void {
  for (const { x, y, diameter } of holes) {
    const [cx, cy] = [x + bleed[3] + slug[3], y + bleed[0] + slug[0]]
    expect(plates.range('Drill', around(cx, cy, diameter * 0.33))).toEqual(SOLID)
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const beyond = diameter / 2 + 0.8
      expect(plates.range('Drill', around(cx + dx * beyond, cy + dy * beyond, 0.4))).toEqual(BARE)
    }
  }
  // Ghostscript paints every pixel that is touched.
  const surface = (grown: number): number =>
    holes.reduce((sum, { diameter }) => sum + (Math.PI * (diameter + grown) * (diameter + grown)) / 4, 0)
  expect(plates.surface('Drill')).toBeGreaterThan(surface(0) * 0.98)
  expect(plates.surface('Drill')).toBeLessThan(surface(1.5 * PIXEL))
}

describe.skipIf(gs.missing).each(examples)('%s', name => {
  it('has the plates of its pieces and no other', async () => {
    for (const written of await pdfsOf(name)) {
      const { piece, sheet, assets } = written
      const plates = await separate(written)
      expect(plates.names, piece.id).toEqual([...PROCESS, ...spotsOf(written)])
      const wanted = expectationOf(piece, assets).pages[written.page - 1]
      const inked = plates.names.filter(ink => plates.range(ink, page(sheet)).max > 0)
      expect(inked.sort(), piece.id).toEqual([...(wanted?.inks ?? [])].sort())
      // Its white and its two cuts follow the art: they are measured with the other kiss-cuts.
      if (`${piece.order['decoupe']}`.startsWith('forme')) continue
      if (plates.names.includes('White')) expectWhite(plates, written)
      for (const blade of ['CutContour', 'KissCut'] as const)
        if (plates.names.includes(blade) && !isLettering(blade, written)) expectCut(plates, written, blade)
      if (plates.names.includes('Drill')) expectDrill(plates, sheet, sheet.holes)
    }
  })
})

describe.skipIf(gs.missing)('a plaque that is read through its material', () => {
  it('is drilled on the other side of the sheet', async () => {
    const { piece, sheet, assets } = await pdfOf('micro-creche', 'plaque-300x200')
    const hole: Hole = { x: 40, y: 30, diameter: 8, keepOut: 16 }
    const marks = sheet.marks.filter(mark => mark.kind !== 'group' || mark.layer !== 'drill')
    const turned = mirror(drill({ ...sheet, marks, holes: [hole] }))
    const path = join(emptyFolder(), 'miroir.pdf')
    writeFileSync(path, renderPdf({ ...piece, faces: [turned] }, assets, { date: world.date, version: world.version }))
    const plates = await platesOf(path, 1, 120)
    expectDrill(plates, turned, [{ ...hole, x: 300 - 40 }])
  })
})
