// Fonts that users bring: read, or refused with a reason; never a crash, whatever the bytes.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFont, readFont } from '../../src/text/font.ts'
import { checksumHolds } from '../../src/text/font-checksum.ts'
import { FontError } from '../../src/text/font-error.ts'
import { textRules } from '../../src/text/rules.ts'
import { shape } from '../../src/text/shape.ts'
import { subset } from '../../src/text/subset.ts'
import { renamed, withCharacters, withTable } from './text-font-surgery.ts'

const bytes = new Uint8Array(readFileSync(new URL('../../assets/fonts/source-sans-3/400.ttf', import.meta.url)))
const at = { file: 'brand.yaml', line: 3, column: 5, length: 9 }

describe('readFont', () => {
  it('gives the font, the same for the same bytes and id', () => {
    const { value, diagnostics } = readFont('brand/400', bytes)
    expect(diagnostics).toEqual([])
    expect(value).toBe(parseFont('brand/400', bytes.slice()))
    expect(value).not.toBe(parseFont('other/400', bytes))
  })

  const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

  it.each([
    ['le fichier est vide', new Uint8Array()],
    ['ce n’est pas un fichier de police', ascii('<html>not found</html>')],
    ['ce n’est pas un fichier de police', ascii('OTTO')],
    ['WOFF', ascii('wOF2 and then some')],
    ['TTC', ascii('ttcf and then some')],
    ['variable', renamed(bytes, 'gasp', 'fvar')],
    ['contours', renamed(bytes, 'glyf', 'gl__')],
    ['abîmé', renamed(bytes, 'head', 'he__')],
    ['abîmé', bytes.slice(0, 3000)],
    ['abîmé', withTable(bytes, 'head', head => head.setUint16(18, 0))],
    ['aucune lettre', withCharacters(bytes, new Map())],
    ['trop', new Uint8Array(33 * 1024 * 1024)],
  ])('refuses: %s', (reason, file) => {
    const { value, diagnostics } = readFont('brand/400', file, at)
    expect(value).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ rule: 'font-unreadable', severity: 'error', at })
    expect(diagnostics[0]?.message.fr).toContain(reason === 'trop' ? 'dépasse 32 Mo' : reason)
  })

  it('refuses a licence that forbids embedding, under its own rule', () => {
    const restricted = withTable(bytes, 'OS/2', os2 => os2.setUint16(8, 2))
    expect(readFont('brand/400', restricted, at).diagnostics[0]?.rule).toBe('font-restricted')
    const editable = withTable(bytes, 'OS/2', os2 => os2.setUint16(8, 8))
    expect(readFont('brand/400', editable, at).diagnostics).toEqual([])
  })

  it('knows a file that arrived whole from one that changed', () => {
    expect(checksumHolds(bytes)).toBe(true)
    expect(checksumHolds(bytes.map((byte, i) => (i === 200_000 ? byte ^ 1 : byte)))).toBe(false)
    expect(checksumHolds(bytes.slice(0, -3))).toBe(false)
  })

  it('emits declared rules only', () => {
    expect(Object.keys(textRules)).toEqual(['font-unreadable', 'font-restricted'])
  })

  it('throws a typed error from the parser', () => {
    expect(() => parseFont('x', ascii('no font at all'))).toThrow(FontError)
  })

  it('measures capitals when the file does not say', () => {
    const silent = withTable(bytes, 'OS/2', os2 => os2.setUint16(0, 1))
    expect(readFont('brand/400', silent).value?.capHeight).toBe(656)
  })

  it('survives damaged files: a diagnostic or a usable font, no crash', () => {
    const hits = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(hits, fc.option(fc.integer({ min: 12, max: bytes.length }), { freq: 4 }), (edits, length) => {
        const file = bytes.slice(0, length ?? bytes.length)
        // Half of the hits fall in the directory and the small tables, where they hurt most.
        edits.forEach(([offset, value], i) => {
          file[i % 2 === 0 ? offset % 4096 : offset % file.length] = value
        })
        const { value: font, diagnostics } = readFont('fuzz', file)
        if (font === undefined) {
          expect(diagnostics).toHaveLength(1)
          return
        }
        const run = shape(font, 'Crèche « L’Île »')
        expect(Number.isFinite(run.advance)).toBe(true)
        for (const glyph of run.glyphs) font.outlineOf(glyph.id)
        // What reading let through, embedding accepts.
        subset(
          font,
          run.glyphs.map(glyph => glyph.id),
        )
      }),
      { numRuns: 150, seed: 11 },
    )
  })
})
