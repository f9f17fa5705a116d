// The faces of a window sticker: laid out for the side they are read from, written, named and told.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { toldKit } from '../../src/cli/told-kit.ts'
import { layout } from '../../src/layout/layout.ts'
import { outlineOfFace } from '../../src/layout/outline.ts'
import type { FaceSpec, PieceDesign } from '../../src/model/design.ts'
import type { Mark, Sheet } from '../../src/model/sheet.ts'
import { readPdf } from '../../src/pdf-reader/read-pdf.ts'
import { prepare, readKit, write } from '../../src/pipeline.ts'
import { mirror } from '../../src/sheet/mirror.ts'
import { brand, piece, resources } from '../fixtures/small-design.ts'
import { options, world } from '../golden/examples.ts'
import { kitOf, project } from './design-support.ts'

const RECTO: FaceSpec = { name: 'recto', mirrored: true, inkOrder: ['CMYK', 'White'] }
const VERSO: FaceSpec = { name: 'verso', mirrored: false, inkOrder: ['White', 'CMYK'] }

/** Nothing in it is symmetrical: bleed, holes, and the text of one face. */
function lopsided(faces: readonly FaceSpec[]): PieceDesign {
  const plain = piece({})
  const holes = [{ x: 20, y: 30, diameter: 5, keepOut: 12 }]
  const data = {
    id: 'essai',
    title: 'Essai',
    root: [
      { text: '{sheet.face}', style: 'nom' },
      { text: 'horaires', style: 'note', when: 'sheet.verso' },
    ],
  }
  return {
    ...plain,
    product: { ...plain.product, faces, holes },
    printer: { ...plain.printer, bleed: [1, 2, 3, 4] },
    template: { ...plain.template, data },
  }
}

const laid = (design: PieceDesign): readonly Sheet[] => {
  const kit = kitOf({ pieces: '[affiche-a3]' })
  return layout({ kit, brand, pieces: [design] }, () => resources)[0]?.piece.faces ?? []
}

const texts = (marks: readonly Mark[]): readonly string[] =>
  marks.flatMap(mark => (mark.kind === 'glyphs' ? [mark.text] : mark.kind === 'group' ? texts(mark.marks) : []))

describe('two faces of one film', () => {
  const [recto, verso] = laid(lopsided([RECTO, VERSO]))
  if (!recto || !verso) throw new Error('a face is missing')

  it('have cut, bleed and holes at the same place once printed', () => {
    const printed = mirror(recto)
    // The printer’s figures are those of the file: the recto is turned over in it, so that it is laid out the other way.
    expect(recto.bleed).toEqual([1, 4, 3, 2])
    expect(printed.bleed).toEqual([1, 2, 3, 4])
    expect([verso.bleed, verso.holes]).toEqual([printed.bleed, printed.holes])
    expect(verso.holes[0]?.x).toBe(220)
    const corners = (sheet: Sheet): string[] => sheet.bleedPath.map(segment => segment.slice(1).join(' ')).sort()
    expect(corners(verso)).toEqual(corners(printed))
    expect(corners(verso)).not.toEqual(corners(recto))
  })

  it('keep the outline as it is when both are read from the same side', () => {
    const same = lopsided([VERSO, { ...VERSO, name: 'recto' }])
    expect(same.product.faces.map(face => outlineOfFace(same, face).bleed)).toEqual([
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ])
  })

  it('may say different things', () => {
    expect([texts(recto.marks), texts(verso.marks)]).toEqual([['recto'], ['verso', 'horaires']])
  })

  it('have each their inks in order, and one who mirrors', () => {
    expect([recto.mirror, recto.inkOrder]).toEqual(['file', ['CMYK', 'White']])
    expect([verso.mirror, verso.inkOrder]).toEqual(['none', ['White', 'CMYK']])
  })
})

describe('a material with a border', () => {
  it('takes ink, and text, inside of it only', () => {
    const design = lopsided([RECTO])
    const bordered = { ...design, product: { ...design.product, border: 5 } }
    const { bleedPath, cut, safe } = outlineOfFace(bordered, RECTO)
    expect(bleedPath[0]).toEqual(['M', 5, 5])
    expect(cut[0]).toEqual(['M', 0, 0])
    expect(safe).toBe(10)
  })
})

const PRINTERS = {
  'imprimeurs/faces.yaml': 'id: faces\ntitle: Atelier\nextends: standard\npages: face\n',
  'imprimeurs/miroir.yaml': 'id: miroir\ntitle: Atelier\nextends: standard\nmirror: printer\n',
}

async function rendered(printer: string, wanted: string) {
  const root = project({
    'kit.yaml': `structure: { id: k, nom: Zoé, type: creche, caf: "33" }\nkit: { imprimeur: ${printer}, pieces: [{ produit: vitrophanie-a5, ${wanted} }] }\n`,
    'signakit.yaml': 'kit: {}\n',
    ...PRINTERS,
  })
  const { value } = readKit(join(root, 'kit.yaml'), undefined, options, world)
  if (!value) throw new Error('the kit is unreadable')
  const result = await write(await prepare(value, options, world), root, { ...options, formats: ['pdf'] }, world)
  const manifest = JSON.parse(readFileSync(join(root, 'k/manifest.json'), 'utf8'))
  return {
    told: toldKit(value, result, root, ({ fr }) => fr),
    faces: manifest.pieces[0].faces,
    pages: (name: string) => {
      const read = readPdf(new Uint8Array(readFileSync(join(root, 'k', name))))
      if (!read.ok) throw new Error(`${name} is unreadable`)
      return { count: read.pdf.pages.length, title: read.pdf.info.title, subject: read.pdf.info.subject }
    },
    has: (name: string) => existsSync(join(root, 'k', name)),
  }
}

describe('the files of two faces', () => {
  it('are two pages of one PDF', async () => {
    const { pages, faces, told } = await rendered('standard', 'pose: recto-verso')
    expect(pages('k_vitrophanie-a5.pdf')).toEqual({
      count: 2,
      title: 'Zoé – Vitrophanie A5 – recto\u00a0: CMJN puis blanc, en miroir\u202f; verso\u00a0: blanc puis CMJN',
      subject:
        'Page\u00a01, recto\u00a0: encres dans l’ordre, CMJN puis blanc\u202f; en miroir, c’est voulu et déjà fait\u00a0: ne pas appliquer de miroir au RIP. Page\u00a02, verso\u00a0: encres dans l’ordre, blanc puis CMJN\u202f; lecture directe, aucun miroir. Les pages s’impriment l’une sur l’autre, dans cet ordre, du même côté du même film\u202f; il se découpe une seule fois.',
    })
    expect(faces).toMatchObject([
      { name: 'recto', mirrored: true, mirror: 'file', inkOrder: ['CMYK', 'White'] },
      { name: 'verso', mirrored: false, mirror: 'none', inkOrder: ['White', 'CMYK'] },
    ])
    expect(told).toContain('    encres\u00a0: recto CMJN puis blanc\u202f; verso blanc puis CMJN')
    expect(told.some(line => line.startsWith('    recto en miroir\u00a0: c’est voulu'))).toBe(true)
  })

  it('are a PDF each when the printer wants it so', async () => {
    const { pages, has } = await rendered('faces', 'pose: recto-verso')
    expect(has('k_vitrophanie-a5.pdf')).toBe(false)
    expect(pages('k_vitrophanie-a5-recto.pdf')).toMatchObject({
      count: 1,
      title: 'Zoé – Vitrophanie A5 – CMJN puis blanc, en miroir',
    })
    expect(pages('k_vitrophanie-a5-verso.pdf')).toMatchObject({
      count: 1,
      title: 'Zoé – Vitrophanie A5 – verso\u00a0: blanc puis CMJN',
    })
  })

  it('read right when the printer mirrors, and say so', async () => {
    const { pages, faces, told } = await rendered('miroir', 'pose: interieur')
    expect(pages('k_vitrophanie-a5.pdf').title).toBe(
      'Zoé – Vitrophanie A5 – CMJN puis blanc, à mettre en miroir par l’imprimeur',
    )
    expect(faces).toMatchObject([{ mirrored: false, mirror: 'printer', inkOrder: ['CMYK', 'White'] }])
    expect(told.some(line => line.startsWith('    PDF à l’endroit, à mettre en miroir par l’imprimeur'))).toBe(true)
    expect(told.some(line => line.includes('c’est voulu'))).toBe(false)
  })
})
