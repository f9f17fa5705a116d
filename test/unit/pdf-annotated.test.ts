// The annotated copy: the file's own bytes, then frames that other readers find where the findings say.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/pdf-reader/read-pdf.ts'
import { annotatePdf } from '../../src/preflight/annotated/annotate-pdf.ts'
import { checkForeignPdf } from '../../src/preflight/check-foreign-pdf.ts'
import { oracle } from '../oracles.ts'
import { baseDraft, OBJECT } from '../preflight/file/base-draft.ts'

const JOB = { variant: 'sheet-cmyk', distance: 1, scale: 1 } as const

/** One hairline, 20 pt from the corner of the trim, and no title. */
const faulty = (): Uint8Array =>
  baseDraft()
    .content(
      OBJECT.content,
      'q /OC /LayerWhite',
      'q /Over gs 0 0 0 1 K 0.1 w 48.34646 48.34646 m 148.34646 48.34646 l S Q q /OC /LayerWhite',
    )
    .dict(OBJECT.info, '/Title <FEFF', '/Titre <FEFF')
    .bytes()

async function annotate(bytes: Uint8Array): Promise<Uint8Array> {
  const { pdf, diagnostics } = await checkForeignPdf(bytes, JOB)
  const annotated = pdf && annotatePdf(bytes, pdf, diagnostics, 'fr')
  if (!annotated) throw new Error('not annotated')
  return annotated
}

describe('an annotated copy', () => {
  it('begins with the file’s own bytes', async () => {
    const bytes = faulty()
    expect(Buffer.from((await annotate(bytes)).subarray(0, bytes.length)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('reads back with the same content, one frame for the line and one note for what has no place', async () => {
    const read = readPdf(await annotate(faulty()))
    if (!read.ok) throw new Error(read.reason)
    const { objects, pages, notes, updates } = read.pdf
    expect([notes, updates, pages[0]?.problems]).toEqual([[], 1, []])
    const annotations = objects.array(pages[0]?.dict, 'Annots')
    const kinds = annotations.map(item =>
      typeof item === 'object' && item?.kind === 'dict' ? objects.name(item, 'Subtype') : undefined,
    )
    expect(kinds.sort()).toEqual(['Square', 'Text'])
    const square = annotations.find(
      item => typeof item === 'object' && item?.kind === 'dict' && objects.name(item, 'Subtype') === 'Square',
    )
    const rect = typeof square === 'object' && square?.kind === 'dict' ? objects.numbers(square, 'Rect') : []
    expect(rect?.[0]).toBeGreaterThan(44)
    expect(rect?.[0]).toBeLessThan(48.4)
    expect(rect?.[2]).toBeGreaterThan(148.3)
  })

  it('is not made of a file that had to be repaired', async () => {
    const bytes = faulty()
    const cut = bytes.slice(0, bytes.length - 200)
    const { pdf, diagnostics } = await checkForeignPdf(cut, JOB)
    expect(pdf && annotatePdf(cut, pdf, diagnostics, 'fr')).toBeUndefined()
  })

  const qpdf = oracle('qpdf')
  it.skipIf(qpdf.missing)('is sound for qpdf, whether its table is a table or a stream', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'annotated-'))
    const [plain, packed, out] = [
      join(folder, 'plain.pdf'),
      join(folder, 'packed.pdf'),
      join(folder, 'out.pdf'),
    ] as const
    writeFileSync(plain, faulty())
    qpdf.text(['--object-streams=generate', plain, packed])
    for (const file of [plain, packed]) {
      writeFileSync(out, await annotate(new Uint8Array(readFileSync(file))))
      expect(qpdf.text(['--check', out])).toContain('No syntax or stream encoding errors')
    }
    rmSync(folder, { recursive: true })
  })
})
