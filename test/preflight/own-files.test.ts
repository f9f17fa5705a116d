// Every PDF that we write passes our own check: no finding at all, whatever the shape, the standard, the making, the marks.
import { describe, expect, it } from 'vitest'
import { backends } from '../../src/backend/backends.ts'
import { checkOrder } from '../../src/cli/check-order.ts'
import { orderOf } from '../../src/cli/press-job.ts'
import { pieceEntry } from '../../src/delivery/manifest.ts'
import type { Assets } from '../../src/model/assets.ts'
import { STANDARDS, type Standard } from '../../src/model/standard.ts'
import type { PdfPage } from '../../src/pdf-reader/read-pdf.ts'
import { PLAIN, type PreparedPiece, prepare, type RenderOptions, readKit } from '../../src/pipeline.ts'
import { checkForeignPdf } from '../../src/preflight/check-foreign-pdf.ts'
import { examples, folder, world } from '../golden/examples.ts'

type Way = { readonly standard: Standard; readonly marks: boolean }

const WAYS: readonly Way[] = STANDARDS.flatMap(standard => [
  { standard, marks: false },
  { standard, marks: true },
])

/** Width and height of the finished piece, then its bleed, as the boxes of a page give them, in mm. */
function sizesOf(page: PdfPage | undefined, scale: number): readonly string[] {
  const { TrimBox: trim = [0, 0, 0, 0], BleedBox: bleed = trim } = page?.boxes ?? {}
  const bleeds = [bleed[3] - trim[3], bleed[2] - trim[2], trim[1] - bleed[1], trim[0] - bleed[0]]
  return [trim[2] - trim[0], trim[3] - trim[1], ...bleeds].map(points => ((points * 25.4 * scale) / 72 + 0).toFixed(2))
}

/** What `check` says of a file held to what it was made for. A family's photo has the pixels it has: a render says it its own way. */
async function findings(
  bytes: Uint8Array,
  { piece, design }: PreparedPiece,
  assets: Assets,
): Promise<readonly string[]> {
  const { fixation } = piece.order
  const order = orderOf({ product: piece.product, printer: design.printer.id, fixation, scale: piece.scale }, world)
  const { diagnostics, pdf } = await checkForeignPdf(bytes, { ...order.job, asked: piece.output.standard })
  if (!pdf) throw new Error(`${piece.id} cannot be read back`)
  const { trim, bleed } = pieceEntry({ piece, design, assets, files: [], diagnostics: [] })
  expect(
    [trim, bleed].flat().map(mm => mm.toFixed(2)),
    `manifest of ${piece.id}`,
  ).toEqual(sizesOf(pdf.pages[0], piece.scale))
  return [...diagnostics, ...checkOrder(pdf, order)]
    .filter(({ rule }) => !(design.photo && rule === 'pdf-image-ppi'))
    .map(({ rule, message }) => `${piece.id}: ${rule}, ${message.fr}`)
}

/** What is said of all the files of a kit. */
async function kitFindings(file: string, bytes: Uint8Array | undefined, way: Way): Promise<readonly string[]> {
  const options: RenderOptions = { ...PLAIN, ...way, formats: ['pdf'] }
  const { value: kit } = readKit(file, bytes, options, world)
  const prepared = kit && (await prepare(kit, options, world))
  if (!prepared?.assets) throw new Error(`${file} is not read`)
  const found: string[] = []
  for (const each of prepared.pieces) {
    if (!each.sound) found.push(`${each.piece.id}: refused`)
    const { piece, assets } = each.flat ?? { piece: each.piece, assets: prepared.assets }
    const drawing = { ...options, date: world.date, version: '0.0.0', pages: each.design.printer.pages }
    for (const { parts } of await backends.pdf.render(piece, assets, drawing))
      found.push(...(await findings(Buffer.concat(parts), each, prepared.assets)))
  }
  return found
}

const name = ({ standard, marks }: Way): string => `${standard}${marks ? ' with marks' : ''}`

describe('examples', () => {
  // Each in one way, all ways among them: shapes below are tried in every way.
  it.each(examples.map((example, index) => [example, WAYS[index % WAYS.length]] as const))(
    '%s',
    async (example, way) => {
      if (!way) throw new Error('no way')
      expect(await kitFindings(`${folder}${example}.yaml`, undefined, way)).toEqual([])
    },
  )
})

/** A cut line in the corner of a disc has its bleed around it, not in the corner of the box. */
const RADII = [0, 3, 5, 10, 20, 30]

const CORNERS = RADII.flatMap(radius => [
  `{ produit: vitrophanie-a5, id: v${radius}, rayon-angles: ${radius} }`,
  `{ produit: plaque-300x200, id: p${radius}, rayon-angles: ${radius}, fixation: aucune }`,
])

const MAKINGS = [
  'vitrophanie-ronde-150',
  '{ produit: vitrophanie-200x200, id: kiss, decoupe: mi-chair, rayon-angles: 10 }',
  '{ produit: vitrophanie-a5, id: both, pose: recto-verso, rayon-angles: 10 }',
  '{ produit: plaque-300x200, id: screwed, rayon-angles: 5 }',
  '{ produit: plaque-300x200, id: engraved, matiere: laiton-2, rayon-angles: 10 }',
  '{ produit: vitrophanie-a5, id: frosted, support: depoli, rayon-angles: 10 }',
  '{ produit: affiche-6000x2400, id: scaled, matiere: bache-450, distance: 30 m }',
]

const kitOf = (pieces: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    `structure: { id: s, nom: Les Lutins, type: creche, caf: "33", adresse: { commune: Bordeaux } }\nkit: { pieces: [${pieces.join(', ')}] }\n`,
  )

describe('corners, shapes and makings', () => {
  it.each(WAYS.map(way => [name(way), way] as const))('%s', { timeout: 60_000 }, async (_, way) => {
    const pieces = way.standard === 'x4' ? [...CORNERS, ...MAKINGS] : [...CORNERS.slice(-6, -4), ...MAKINGS]
    expect(await kitFindings('-', kitOf(pieces), way)).toEqual([])
  })
})
