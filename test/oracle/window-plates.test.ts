// The plates of a window sticker for each pose and film, as Ghostscript separates them, and its pages as poppler sees them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderPdf } from '../../src/backend/pdf/render-pdf.ts'
import { prepare, readKit } from '../../src/pipeline.ts'
import { emptyFolder, platePixels } from '../fixtures/written-pdf.ts'
import { options, world } from '../golden/examples.ts'
import { oracle } from '../oracles.ts'
import { project } from '../unit/design-support.ts'

const [gs, pdfinfo] = [oracle('gs'), oracle('pdfinfo')]

const DPI = 72

/** Unequal on all four sides, so that a face laid out the wrong way round shows. */
const LOPSIDED = `id: biais
title: Atelier du Biais
extends: standard
bleed: [2, 8, 4, 3]
`

const PIECES = {
  interieur: 'pose: interieur',
  exterieur: 'pose: exterieur',
  double: 'pose: recto-verso',
  blanc: 'pose: exterieur, support: blanc',
  cling: 'support: electrostatique',
  perfore: 'pose: exterieur, support: micro-perfore',
  depoli: 'support: depoli',
  dehors: 'pose: exterieur, support: depoli',
} as const

type Name = keyof typeof PIECES

async function written(printer: string): Promise<Readonly<Record<string, string>>> {
  const pieces = Object.entries(PIECES).map(([id, wanted]) => {
    const size = id === 'perfore' ? '700x500' : 'a5'
    return `    - { produit: vitrophanie-${size}, id: ${id}, ${wanted} }\n`
  })
  const kit = `structure: { nom: Les Petits Explorateurs, type: micro-creche, caf: "33" }\nkit:\n  imprimeur: ${printer}\n  pieces:\n${pieces.join('')}`
  const root = project({ 'kit.yaml': kit, 'signakit.yaml': 'kit: {}\n', 'imprimeurs/biais.yaml': LOPSIDED })
  const { value } = readKit(join(root, 'kit.yaml'), undefined, options, world)
  if (!value) throw new Error('the kit is unreadable')
  const { pieces: prepared, assets } = await prepare(value, options, world)
  const folder = emptyFolder()
  return Object.fromEntries(
    prepared.map(({ piece, sound }) => {
      if (!sound || !assets) throw new Error(`${piece.id} is refused`)
      const path = join(folder, `${piece.id}.pdf`)
      writeFileSync(path, renderPdf(piece, assets, { date: world.date, version: world.version }))
      return [piece.id, path]
    }),
  )
}

type Plates = Awaited<ReturnType<typeof platePixels>>

/** Share of pixels whose ink differs by more than a fifth: edges fall otherwise on the grid once turned over. */
function difference(one: Plates, other: Plates, turned: boolean): number {
  expect([...one.keys()].sort()).toEqual([...other.keys()].sort())
  let worst = 0
  for (const [name, { width, height, data }] of one) {
    const theirs = other.get(name)
    expect([theirs?.width, theirs?.height]).toEqual([width, height])
    let differing = 0
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const there = theirs?.data[y * width + (turned ? width - 1 - x : x)] ?? 0
        if (Math.abs((data[y * width + x] ?? 0) - there) > 51) differing++
      }
    worst = Math.max(worst, differing / (width * height))
  }
  return worst
}

/** Every edge of the art is a pixel or two wide at this resolution. */
const SAME = 0.02

describe.skipIf(gs.missing)('the plates of a window sticker', () => {
  let paths: Readonly<Record<string, string>> = {}
  const plates = (name: Name, page = 1): Promise<Plates> => platePixels(paths[name] ?? '', page, DPI)
  beforeAll(async () => {
    paths = await written('standard')
  })

  it('inside the pane are those of outside turned over: art, white and cut together', async () => {
    const [inside, outside] = [await plates('interieur'), await plates('exterieur')]
    expect(difference(inside, outside, true)).toBeLessThan(SAME)
    expect(difference(inside, outside, false)).toBeGreaterThan(3 * SAME)
  })

  it('on both sides are one of each on the same film', async () => {
    expect(difference(await plates('double', 1), await plates('interieur'), false)).toBe(0)
    expect(difference(await plates('double', 2), await plates('exterieur'), false)).toBe(0)
  })

  it.each([
    ['interieur', 1],
    ['exterieur', 1],
    ['double', 1],
    ['double', 2],
    ['cling', 1],
  ] as const)('of %s, page %i, have white', async (name, page) => {
    expect([...(await plates(name, page)).keys()]).toEqual(expect.arrayContaining(['White', 'CutContour']))
  })

  it.each(['blanc', 'perfore'] as const)('of %s have none, and read as outside the pane', async name => {
    const found = [...(await plates(name)).keys()]
    expect(found).toContain('CutContour')
    expect(found).not.toContain('White')
  })

  it.each(['depoli', 'dehors'] as const)('of %s are those of a knife: no ink, no white', async name => {
    const inked = [...(await plates(name))]
      .filter(([, { data }]) => data.some(light => light < 255))
      .map(([plate]) => plate)
    expect(inked.sort()).toEqual(['CutContour', 'KissCut'])
  })

  it('of frosted film are cut turned over inside the pane', async () => {
    const [inside, outside] = [await plates('depoli'), await plates('dehors')]
    expect(difference(inside, outside, true)).toBeLessThan(SAME)
    expect(difference(inside, outside, false)).toBeGreaterThan(difference(inside, outside, true))
  })

  it('on white film are those on clear film without the white', async () => {
    const outside = new Map(await plates('exterieur'))
    outside.delete('White')
    expect(difference(await plates('blanc'), outside, false)).toBe(0)
  })
})

describe.skipIf(gs.missing || pdfinfo.missing)('with a bleed of its own on each side', () => {
  let paths: Readonly<Record<string, string>> = {}
  beforeAll(async () => {
    paths = await written('biais')
  })

  it('both pages have their trim and their cut at the same place', async () => {
    const path = paths.double ?? ''
    const said = pdfinfo.text(['-f', '1', '-l', '2', '-box', path])
    expect(said).toMatch(/^Pages: +2$/m)
    const trims = [...said.matchAll(/TrimBox: +(.*)/g)].map(([, box]) => box)
    expect(trims).toHaveLength(2)
    expect(trims[0]).toBe(trims[1])
    const [first, second] = [await platePixels(path, 1, DPI), await platePixels(path, 2, DPI)]
    const only = (plates: Plates): Plates => new Map([...plates].filter(([name]) => name === 'CutContour'))
    expect(difference(only(first), only(second), false)).toBe(0)
  })
})
