// Our letters against other engines: fontkit shapes, resvg draws text, PDF readers open our subsets.
import { Buffer } from 'node:buffer'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import * as fontkit from 'fontkit'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import type { Font } from '../../src/model/assets.ts'
import type { Path } from '../../src/model/geometry.ts'
import { parseFont } from '../../src/text/font.ts'
import { microtypography } from '../../src/text/microtypography.ts'
import { glyphsPath } from '../../src/text/outline.ts'
import { type Run, shape } from '../../src/text/shape.ts'
import { subset } from '../../src/text/subset.ts'
import { unicodeOf } from '../../src/text/unicode.ts'
import { oracle } from '../oracles.ts'
import { NAMES } from '../unit/text-names.ts'

const shipped = [400, 500, 600, 700, 800].map(
  weight => new URL(`../../assets/fonts/source-sans-3/${weight}.ttf`, import.meta.url).pathname,
)
/** A font with PostScript outlines that comes with Ghostscript in Debian. */
const postscript = '/usr/share/fonts/opentype/urw-base35/NimbusSans-Bold.otf'

const load = (path: string): Font => parseFont(path, readFileSync(path))
const folder = mkdtempSync(join(tmpdir(), 'signakit-text-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SENTENCE = 'Crèche « L’Île aux Trésors » AVATAR, 7\u202fh\u202f30 : Œuf fjord'

describe.each(shipped)('fontkit shapes as we do: %s', path => {
  it('the same glyphs and advances for every name', () => {
    const font = load(path)
    const other = fontkit.create(font.bytes)
    for (const name of NAMES) {
      const text = microtypography(name, 'fr')
      const [ours, theirs] = [shape(font, text), other.layout(text)]
      expect(
        ours.glyphs.map(glyph => glyph.id),
        name,
      ).toEqual(theirs.glyphs.map(glyph => glyph.id))
      expect(
        ours.glyphs.map(glyph => glyph.advance),
        name,
      ).toEqual(theirs.positions.map(place => place.xAdvance))
    }
  })
})

/** Size of the pictures, in units of the drawings: 300 × 20 mm at 8 px a millimetre. */
const [WIDTH, HEIGHT, PX] = [300, 20, 8] as const

const pathData = (path: Path): string => path.map(segment => segment.join(' ')).join(' ')

const svg = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">` +
  `<rect width="100%" height="100%" fill="#fff"/>${body}</svg>`

const gray = (image: Buffer): Promise<Buffer> =>
  sharp(image).flatten({ background: '#fff' }).grayscale().raw().toBuffer()

async function drawn(body: string, fontFiles: string[] = []): Promise<Buffer> {
  const resvg = new Resvg(svg(body), {
    fitTo: { mode: 'width', value: WIDTH * PX },
    font: { loadSystemFonts: false, fontFiles },
  })
  return gray(Buffer.from(resvg.render().asPng()))
}

const outlined = (font: Font, run: Run, size: number): Promise<Buffer> =>
  drawn(`<path d="${pathData(glyphsPath(font, { size, x: 5, y: 14, glyphs: run.glyphs }))}"/>`)

const DARK = 64
const LIGHT = 192
const PIXELS = WIDTH * PX

/** Ink of one picture with none within a pixel of it in the other: engines place and smooth edges each in their way. */
function strayInk(a: Buffer, b: Buffer): number {
  let stray = 0
  for (let i = PIXELS + 1; i < a.byteLength - PIXELS - 1; i++) {
    if ((a[i] ?? 255) >= DARK) continue
    const around = [-PIXELS - 1, -PIXELS, -PIXELS + 1, -1, 0, 1, PIXELS - 1, PIXELS, PIXELS + 1]
    if (around.every(step => (b[i + step] ?? 255) > LIGHT)) stray++
  }
  return stray
}

/** Share of the ink that only one of the pictures has. */
function difference(a: Buffer, b: Buffer): number {
  expect(b.byteLength).toBe(a.byteLength)
  const inked = a.reduce((count, level) => count + (level < DARK ? 1 : 0), 0)
  expect(inked).toBeGreaterThan(5000)
  return (strayInk(a, b) + strayInk(b, a)) / inked
}

describe('resvg', () => {
  it.each(shipped)('draws the text where our outlines are: %s', async path => {
    const font = load(path)
    const text = `<text x="5" y="14" font-size="10" font-family="${font.family}" font-weight="${font.weight}">${SENTENCE}</text>`
    expect(difference(await outlined(font, shape(font, SENTENCE), 10), await drawn(text, [path]))).toBeLessThan(0.0002)
  })
})

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** The least PDF that shows a run in an embedded subset: page in points, origin at its lower left. */
function pdfOf(font: Font, run: Run, size: number): Buffer {
  const k = 72 / 25.4
  const { bytes, format, codeOf } = subset(
    font,
    run.glyphs.map(glyph => glyph.id),
  )
  const { toUnicode } = unicodeOf([{ font: font.id, text: run.text, glyphs: run.glyphs }])
  const codeHex = (glyph: number): string => codeOf(glyph).toString(16).padStart(4, '0')
  const pairs = [...(toUnicode.get(font.id) ?? [])].map(([glyph, text]) => `<${codeHex(glyph)}> <${hex(text)}>`)
  const cmap =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n' +
    `1 begincodespacerange <0000> <ffff> endcodespacerange\n${pairs.length} beginbfchar\n${pairs.join('\n')}\nendbfchar\nendcmap end end`
  const scale = 1000 / font.unitsPerEm
  const shown = run.glyphs.map(glyph => `<${codeHex(glyph.id)}> ${(font.advanceOf(glyph.id) - glyph.advance) * scale}`)
  const page = `BT /F ${size * k} Tf 1 0 0 1 ${5 * k} ${(HEIGHT - 14) * k} Tm [${shown.join(' ')}] TJ ET`
  const widths = [...new Set(run.glyphs.map(glyph => glyph.id))].map(
    id => `${codeOf(id)} [${font.advanceOf(id) * scale}]`,
  )
  const stream = (data: Uint8Array, entries = ''): Buffer =>
    Buffer.concat([
      Buffer.from(`<< /Length ${data.byteLength} ${entries} >>\nstream\n`),
      data,
      Buffer.from('\nendstream'),
    ])
  const dict = (text: string): Buffer => Buffer.from(`<< ${text} >>`)
  const name = `ABCDEF+${font.postscriptName}`
  const objects = [
    dict('/Type /Catalog /Pages 2 0 R'),
    dict('/Type /Pages /Kids [3 0 R] /Count 1'),
    dict(
      `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH * k} ${HEIGHT * k}] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>`,
    ),
    stream(Buffer.from(page)),
    dict(
      `/Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R`,
    ),
    dict(
      `/Type /Font /Subtype /${format === 'cff' ? 'CIDFontType0' : 'CIDFontType2 /CIDToGIDMap /Identity'} /BaseFont /${name} ` +
        `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 0 /W [${widths.join(' ')}]`,
    ),
    dict(
      `/Type /FontDescriptor /FontName /${name} /Flags 4 /ItalicAngle 0 /Ascent ${font.ascender} /Descent ${font.descender} ` +
        `/CapHeight ${font.capHeight} /StemV 80 /FontBBox [${font.bounds.join(' ')}] /${format === 'cff' ? 'FontFile3' : 'FontFile2'} 9 0 R`,
    ),
    stream(Buffer.from(cmap)),
    stream(bytes, format === 'cff' ? '/Subtype /CIDFontType0C' : `/Length1 ${bytes.byteLength}`),
  ]
  let file = Buffer.from('%PDF-1.6\n')
  const offsets = objects.map((object, i) => {
    const at = file.byteLength
    file = Buffer.concat([file, Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')])
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const end = `xref\n0 10\n0000000000 65535 f \n${offsets.join('')}trailer << /Size 10 /Root 1 0 R >>\nstartxref\n${file.byteLength}\n%%EOF\n`
  return Buffer.concat([file, Buffer.from(end)])
}

const gs = oracle('gs')
const mutool = oracle('mutool')
const pdftoppm = oracle('pdftoppm')
const pdftotext = oracle('pdftotext')
const pdffonts = oracle('pdffonts')
const dpi = String(PX * 25.4)

const readers = [
  {
    tool: gs,
    args: (pdf: string, png: string) => [
      '-q',
      '-dNOPAUSE',
      '-dBATCH',
      '-sDEVICE=pnggray',
      '-dTextAlphaBits=4',
      `-r${dpi}`,
      `-sOutputFile=${png}`,
      pdf,
    ],
  },
  { tool: mutool, args: (pdf: string, png: string) => ['draw', '-q', '-r', dpi, '-c', 'gray', '-o', png, pdf] },
  {
    tool: pdftoppm,
    args: (pdf: string, png: string) => [
      '-gray',
      '-png',
      '-singlefile',
      '-x',
      '0',
      '-y',
      '0',
      '-W',
      String(PIXELS),
      '-H',
      String(HEIGHT * PX),
      '-r',
      dpi,
      pdf,
      png.replace(/\.png$/, ''),
    ],
  },
]

const fonts = [...shipped.slice(0, 1), ...shipped.slice(-1), postscript].filter(path => existsSync(path))

describe.each(fonts)('a subset in a PDF: %s', path => {
  const font = load(path)
  // Nimbus lacks nothing of this; each character is in both fonts.
  const run = shape(font, SENTENCE)
  const pdf = join(folder, `${font.postscriptName}.pdf`)
  writeFileSync(pdf, pdfOf(font, run, 10))

  it.each(readers)('$tool.tool draws our outlines', async ({ tool, args }) => {
    if (tool.missing) return
    const png = join(folder, `${font.postscriptName}-${tool.tool}.png`)
    tool.text(args(pdf, png))
    const { width, height } = await sharp(png).metadata()
    expect([width, height]).toEqual([WIDTH * PX, HEIGHT * PX])
    expect(difference(await outlined(font, run, 10), await gray(readFileSync(png)))).toBeLessThan(0.0002)
  })

  it.skipIf(pdftotext.missing)('pdftotext reads it back', () => {
    expect(
      pdftotext
        .text([pdf, '-'])
        .trim()
        .replace(/[\u00a0\u202f]/g, ' '),
    ).toBe(run.text.replace(/[\u00a0\u202f]/g, ' '))
  })

  it.skipIf(pdffonts.missing)('pdffonts finds it embedded, subset and with ToUnicode', () => {
    expect(pdffonts.text([pdf])).toMatch(/Identity-H\s+yes yes yes/)
  })
})
