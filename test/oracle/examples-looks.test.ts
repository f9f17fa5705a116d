// What the examples look like to three renderers that share no code, and in our own production PNG.
//
// Colours are compared as inks proofed through the output profile: Debian's poppler and MuPDF are built without colour
// management, so their RGB says nothing, but the inks they lay do. The technical plates are left out of all four
// pictures, because a screen shows each as its own renderer likes (an alternate colour, over or under the art): their
// layers are switched off in the PDF with pikepdf, as a press operator does in a viewer, and left off our sheet.
// `examples-plates` looks at the plates themselves.
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderPng } from '../../src/backend/png/render-png.ts'
import { emptyFolder } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'
import { pdfOf, type Written } from './support-examples.ts'
import { ghostscript, mupdf, poppler } from './support-inks.ts'
import { differences, flat, proofed, type Shot } from './support-shots.ts'

const tools = [oracle('gs'), oracle('mutool'), oracle('pdftoppm'), oracle('python3')]
const [, , , python] = tools

const DPI = 72

const SWITCH_OFF = `import pikepdf, sys
pdf = pikepdf.open(sys.argv[1])
layers = pdf.Root.OCProperties
plates = [layer for layer in layers.OCGs if '/GTS_Metadata' in layer]
layers.D.OFF = pikepdf.Array(plates)
pdf.save(sys.argv[2])
print(len(plates))`

function withoutPlates(path: string, count: number): string {
  const bare = join(emptyFolder(), 'art.pdf')
  expect(Number(python?.text(['-c', SWITCH_OFF, path, bare]))).toBe(count)
  return bare
}

const isPlate = (mark: Written['sheet']['marks'][number]): boolean =>
  mark.kind === 'group' && mark.layer !== undefined && mark.layer !== 'art'

async function picturesOf({ path, sheet, piece, assets }: Written): Promise<Readonly<Record<string, Shot>>> {
  const bare = withoutPlates(path, sheet.marks.filter(isPlate).length)
  const profile = assets.profile(piece.output.profile)
  const art = { ...sheet, marks: sheet.marks.filter(mark => !isPlate(mark)) }
  return {
    ghostscript: proofed(await ghostscript(bare, DPI), profile),
    mupdf: proofed(mupdf(bare, DPI), profile),
    poppler: proofed(await poppler(bare, DPI), profile),
    png: await flat(await renderPng(art, piece, assets, { dpi: DPI, face: 'production' })),
  }
}

/** White on glass, holes, a photo, foreign logos, a round cut, a sign that runs off the sheet. */
const looks = [
  ['micro-creche', 'vitrophanie-a5'],
  ['creche', 'plaque-400x300'],
  ['photo', 'affiche-a3'],
  ['cinq-partenaires', 'affiche-a3'],
  ['ronde', 'vitrophanie-ronde-150'],
  ['fjt', 'vitrophanie-a4'],
] as const

const pairs = [
  ['ghostscript', 'mupdf'],
  ['ghostscript', 'poppler'],
  ['mupdf', 'poppler'],
  ['png', 'ghostscript'],
  ['png', 'mupdf'],
  ['png', 'poppler'],
] as const

describe.skipIf(tools.some(({ missing }) => missing)).each(looks)('%s, %s', (example, id) => {
  let pictures: Readonly<Record<string, Shot>> = {}
  beforeAll(async () => {
    pictures = await picturesOf(await pdfOf(example, id))
  })

  it.each(pairs)('is the same to %s and %s', (one, other) => {
    const [a, b] = [pictures[one], pictures[other]]
    if (!a || !b) throw new Error('a renderer drew nothing')
    expect(Math.abs(a.width - b.width)).toBeLessThanOrEqual(1)
    expect(Math.abs(a.height - b.height)).toBeLessThanOrEqual(1)
    const { mean, most, share } = differences(a, b)
    expect(share).toBeGreaterThan(0.5)
    expect(mean).toBeLessThanOrEqual(1)
    expect(most).toBeLessThanOrEqual(3)
  })
})
