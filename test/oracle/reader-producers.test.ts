// The reader against poppler, on what other programs write.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type PdfDocument, readPdf } from '../../src/pdf-reader/read-pdf.ts'
import { oracle } from '../oracles.ts'
import { baseDraft } from '../preflight/file/base-draft.ts'

const gs = oracle('gs')
const qpdf = oracle('qpdf')
const mutool = oracle('mutool')
const chromium = oracle('chromium')
const pdftotext = oracle('pdftotext')
const pdfinfo = oracle('pdfinfo')
const missing = [gs, qpdf, mutool, chromium, pdftotext, pdfinfo].some(tool => tool.missing)

const folder = mkdtempSync(join(tmpdir(), 'reader-'))
const at = (name: string): string => join(folder, name)

const HTML = `<meta charset="utf-8"><style>@page{size:150mm 100mm;margin:9mm}p{color:#c00}</style><body style="font-family:sans-serif">
<h1>Micro-crèche « L’Île aux Trésors »</h1><p>12, rue de l’Œuvre, 33000 Bordeaux — naïveté, Noël, ça et là</p><svg width="50" height="50"><circle cx="20" cy="20" r="19" fill="#00f" opacity=".5"/></svg>`

const FILES = [
  'base',
  'chromium',
  'gs',
  'gs-1.4',
  'qpdf-packed',
  'qpdf-linear',
  'qpdf-qdf',
  'mutool',
  'mutool-plain',
  'qpdf-base',
  'mutool-create',
] as const

const open = (name: string): PdfDocument => {
  const read = readPdf(readFileSync(at(`${name}.pdf`)))
  if (!read.ok) throw new Error(`${name}: ${read.reason}`)
  return read.pdf
}

/** Letters alone: tools differ on spaces, on hyphens at line ends and on ligatures. */
const letters = (text: string): string[] => [...text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')].sort()

beforeAll(() => {
  if (missing) return
  writeFileSync(at('page.html'), HTML)
  writeFileSync(at('base.pdf'), baseDraft().bytes())
  writeFileSync(
    at('create.txt'),
    '%%MediaBox 0 0 300 200\n%%Font F Times-Roman\nBT /F 20 Tf 20 100 Td (Bonjour, Trees) Tj ET\n',
  )
  chromium.run([
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-pdf-header-footer',
    `--print-to-pdf=${at('chromium.pdf')}`,
    at('page.html'),
  ])
  gs.text(['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-o', at('gs.pdf'), at('chromium.pdf')])
  gs.text([
    '-q',
    '-dNOPAUSE',
    '-dBATCH',
    '-sDEVICE=pdfwrite',
    '-dCompatibilityLevel=1.4',
    '-o',
    at('gs-1.4.pdf'),
    at('base.pdf'),
  ])
  qpdf.text(['--object-streams=generate', at('chromium.pdf'), at('qpdf-packed.pdf')])
  qpdf.text(['--object-streams=generate', at('base.pdf'), at('qpdf-base.pdf')])
  qpdf.text(['--linearize', at('chromium.pdf'), at('qpdf-linear.pdf')])
  qpdf.text(['--qdf', at('chromium.pdf'), at('qpdf-qdf.pdf')])
  qpdf.text(['--encrypt', '', 'owner', '256', '--', at('base.pdf'), at('encrypted.pdf')])
  qpdf.text(
    ['--encrypt', 'user', 'owner', '256', '--object-streams=generate', '--', at('base.pdf'), at('locked.pdf')].filter(
      word => word !== '--object-streams=generate',
    ),
  )
  mutool.text(['clean', '-gggz', at('chromium.pdf'), at('mutool.pdf')])
  mutool.text(['clean', '-d', at('base.pdf'), at('mutool-plain.pdf')])
  mutool.text(['create', '-o', at('mutool-create.pdf'), at('create.txt')])
}, 120_000)

describe.skipIf(missing)('files of other producers', () => {
  for (const name of FILES) {
    it(`${name}: the same text as pdftotext`, () => {
      const ours = open(name)
        .pages.flatMap(page => page.texts)
        .join(' ')
      expect(letters(ours)).toEqual(letters(pdftotext.text(['-raw', at(`${name}.pdf`), '-'])))
      expect(letters(ours).length).toBeGreaterThan(8)
    })

    it(`${name}: the same boxes as pdfinfo`, () => {
      const said = pdfinfo.text(['-box', at(`${name}.pdf`)])
      const [page] = open(name).pages
      const media = page?.boxes.MediaBox
      for (const box of ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox'] as const) {
        const numbers = new RegExp(`^${box}:\\s+(.*)$`, 'm').exec(said)?.[1]?.trim().split(/\s+/).map(Number) ?? []
        const own = page?.boxes[box] ?? page?.boxes.CropBox ?? media ?? [0, 0, 0, 0]
        for (const [index, side] of own.entries())
          expect(Math.abs(side - (numbers[index] ?? Number.NaN))).toBeLessThan(0.006)
      }
    })

    it(`${name}: needed no repair, and its content is understood`, () => {
      const pdf = open(name)
      expect(pdf.notes).toEqual([])
      expect(pdf.pages.flatMap(page => page.problems)).toEqual([])
    })
  }

  it('a file protected against copying, or by a password, is called encrypted', () => {
    for (const name of ['encrypted', 'locked'])
      expect(readPdf(readFileSync(at(`${name}.pdf`)))).toEqual({ ok: false, reason: 'encrypted' })
  })

  it('fonts: the same flags as pdffonts', () => {
    const pdffonts = oracle('pdffonts')
    for (const name of ['base', 'chromium', 'gs', 'mutool-create']) {
      const rows = pdffonts
        .text([at(`${name}.pdf`)])
        .split('\n')
        .slice(2)
        .filter(Boolean)
      const said = rows.map(row =>
        [row.split(/\s+/)[0], ...(/ (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(row)?.slice(1) ?? [])].join(' '),
      )
      const fonts = new Set(open(name).pages.flatMap(page => page.fonts))
      const flag = (value: boolean): string => (value ? 'yes' : 'no')
      const ours = [...fonts].map(font =>
        [font.name, flag(font.embedded !== undefined), flag(font.subset), flag(font.toUnicode)].join(' '),
      )
      expect(ours.sort()).toEqual(said.sort())
    }
  })
})
