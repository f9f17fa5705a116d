// The codes of the posters, scanned: from the PNG that people get, and from the PDF as Ghostscript prints it.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'
import { pdfOf, pictureOf } from './support-examples.ts'

const [zbarimg, gs] = [oracle('zbarimg'), oracle('gs')]

const DPI = 150

/** Alone, among partners, on a landscape poster, with the longest address, on the largest poster that a shop prints often. */
const posters = [
  ['micro-creche', 'affiche-a3', 'https://exemple.fr/petits-explorateurs'],
  ['cinq-partenaires', 'affiche-a3', 'https://exemple.fr/val-clair'],
  ['alsh', 'affiche-a3-paysage', 'https://exemple.fr/cabanes'],
  ['mediation-familiale', 'affiche-a4', 'https://exemple.fr/fil-bleu'],
  ['centre-social', 'affiche-600x800', 'https://exemple.fr/centre-simone-veil'],
] as const

const scan = (path: string): readonly string[] => zbarimg.text(['--quiet', '--raw', path]).trim().split('\n')

describe.skipIf(zbarimg.missing).each(posters)('the code of %s, %s', (example, id, payload) => {
  it('is read in the PNG', async () => {
    expect(scan((await pictureOf(example, id, 'png', { dpi: DPI })).path)).toEqual([payload])
  })

  it.skipIf(gs.missing)('is read in the PDF', async () => {
    const page = join(emptyFolder(), 'page.png')
    const { path } = await pdfOf(example, id)
    gs.text(['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pnggray', `-r${DPI}`, `-sOutputFile=${page}`, path])
    expect(scan(page)).toEqual([payload])
  })
})
