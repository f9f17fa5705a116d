// The pictures of `check --annotate`: each finding of a kit framed where its line draws, numbered, right-reading.
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { annotateKit } from '../../src/cli/annotate-kit.ts'
import type { Annotated } from '../../src/cli/checked.ts'
import type { Box } from '../../src/model/geometry.ts'
import type { Sheet } from '../../src/model/sheet.ts'
import { type Prepared, prepare, readKit } from '../../src/pipeline.ts'
import { placesOf } from '../../src/preflight/annotated/sheet-places.ts'
import { options, world } from '../golden/examples.ts'

const kitFile = (path: string): string => fileURLToPath(new URL(`../preflight/${path}`, import.meta.url))

async function prepared(path: string): Promise<Prepared> {
  const { value } = readKit(kitFile(path), undefined, options, world)
  if (!value) throw new Error('unreadable')
  return prepare(value, options, world)
}

function faceOf({ pieces, assets }: Prepared) {
  const sheet = pieces[0]?.piece.faces[0]
  if (!sheet || !assets) throw new Error('not laid out')
  return { sheet, assets }
}

/** Of the first finding of a rule. */
function placeOf(kit: Prepared, rule: string): readonly Box[] {
  const at = kit.diagnostics.find(each => each.rule === rule)?.at
  const { sheet, assets } = faceOf(kit)
  return at ? placesOf(sheet, at, assets) : []
}

/** The pixel at a point of the sheet. */
async function colourAt({ bytes }: Annotated, { width, bleed }: Sheet, [x, y]: readonly [number, number]) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const perMm = info.width / (width + bleed[1] + bleed[3])
  const at = (Math.round((y + bleed[0]) * perMm) * info.width + Math.round((x + bleed[3]) * perMm)) * 3
  return [data[at], data[at + 1], data[at + 2]]
}

describe('the picture of a piece', () => {
  let kit: Prepared
  let pictures: readonly Annotated[]
  beforeAll(async () => {
    kit = await prepared('rich-black/kit.yaml')
    pictures = await annotateKit(kit, kit.diagnostics, 'fr')
  })

  it('is one for each face that has findings, named after its piece', () =>
    expect(pictures.map(({ name }) => name)).toEqual(['les-lilas_affiche-a4.annote.png']))

  it('has a frame where the template’s line draws, and none where nothing is found', async () => {
    const [picture] = pictures
    const { sheet } = faceOf(kit)
    if (!picture) throw new Error('no picture')
    const [bar] = placeOf(kit, 'rich-black-line')
    expect(bar).toEqual({ x: 30, y: 60, width: 50, height: expect.closeTo(0.4, 6) })
    const margin = 0.02 * 0.3 * Math.sqrt((sheet.width + 6) * (sheet.height + 6))
    // The left side of the bar's frame; the middle of the QR code's left margin.
    const [red = 0, , blue = 255] = await colourAt(picture, sheet, [30 - margin, 60.2])
    expect(red - blue).toBeGreaterThan(150)
    expect(await colourAt(picture, sheet, [96, 115])).toEqual([255, 255, 255])
  })

  it('grows at its foot for the sentences', async () => {
    const { width = 0, height = 0 } = await sharp(pictures[0]?.bytes).metadata()
    expect(height / width).toBeGreaterThan(303 / 216 + 0.1)
  })
})

it('a logo is framed as a whole, by the line of the kit that names it', async () => {
  const [box, ...others] = placeOf(await prepared('gradient-inks/bad.yaml'), 'gradient-inks')
  expect(others).toEqual([])
  expect([box?.x, box?.y, box?.width, box?.height].map(value => Math.round(value ?? 0))).toEqual([30, 60, 60, 30])
})

it('a kit without findings on a piece has no picture', async () => {
  const kit = await prepared('rich-black-line/good.yaml')
  expect(await annotateKit(kit, kit.diagnostics, 'fr')).toEqual([])
})
