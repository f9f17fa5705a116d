// The reader on bytes that were cut, flipped, spliced or made to hurt: a value comes back, before the test's own limit, always.
import { deflateSync } from 'node:zlib'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/pdf-reader/read-pdf.ts'
import { checkPdf } from '../../src/preflight/check-pdf.ts'
import { baseDraft, OBJECT } from '../preflight/file/base-draft.ts'
import { Draft } from '../preflight/file/draft.ts'

/** A seeded generator (mulberry32): the same files on every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The base without its megabyte of profile, so that damage lands where it hurts. */
const small = (): Uint8Array =>
  baseDraft()
    .data(OBJECT.profile, () => zlibSync(new Uint8Array(200)))
    .bytes()

function damage(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = Math.floor(next() * bytes.length)
  const kind = Math.floor(next() * 4)
  if (kind === 0) return bytes.slice(0, at)
  if (kind === 1) {
    const copy = bytes.slice()
    for (let flips = 1 + Math.floor(next() * 8); flips > 0; flips--)
      copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256)
    return copy
  }
  const from = Math.floor(next() * bytes.length)
  const piece = bytes.slice(from, from + Math.floor(next() * 400))
  const rest = kind === 2 ? bytes.slice(at) : bytes.slice(Math.min(at + piece.length, bytes.length))
  return Uint8Array.from(Buffer.concat([bytes.slice(0, at), piece, rest]))
}

const page = (entries: string): Draft => {
  const draft = new Draft()
  draft.trailer = '/Root 1 0 R'
  return draft
    .add(1, '<< /Type /Catalog /Pages 2 0 R >>')
    .add(2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
    .add(3, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R ${entries} >>`)
}

const reasonOf = (bytes: Uint8Array): string => {
  const read = readPdf(bytes)
  return read.ok ? 'ok' : read.reason
}

describe('2 000 damaged files', () => {
  it('are read or refused, and never throw', () => {
    const sound = small()
    const next = random(20260102)
    for (let round = 0; round < 2000; round++) expect(Array.isArray(checkPdf(damage(sound, next)))).toBe(true)
  }, 120_000)

  it('a change of a single byte is seen or changes nothing that is printed', () => {
    const sound = small()
    const before = checkPdf(sound).map(diagnostic => diagnostic.message.fr)
    const next = random(7)
    let seen = 0
    for (let round = 0; round < 300; round++) {
      const copy = sound.slice()
      const at = Math.floor(next() * copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8))
      const after = checkPdf(copy).map(diagnostic => diagnostic.message.fr)
      if (after.join() !== before.join()) seen++
    }
    expect(seen).toBeGreaterThan(150)
  }, 60_000)
})

describe('files made to hurt', () => {
  const cases: readonly (readonly [name: string, bytes: () => Uint8Array, reason: RegExp])[] = [
    ['nothing', () => new Uint8Array(0), /not-a-pdf/],
    ['not a PDF', () => Uint8Array.from(Buffer.from('PNG')), /not-a-pdf/],
    ['a header alone', () => Uint8Array.from(Buffer.from('%PDF-1.6\n')), /damaged/],
    [
      'a deflate bomb',
      () =>
        page('')
          .add(4, '<< /Filter /FlateDecode >>', deflateSync(new Uint8Array(150_000_000)))
          .bytes(),
      /too-complex/,
    ],
    [
      'a bomb in a bomb',
      () =>
        page('')
          .add(4, '<< /Filter [/FlateDecode /FlateDecode] >>', deflateSync(deflateSync(new Uint8Array(150_000_000))))
          .bytes(),
      /too-complex/,
    ],
    [
      'a chain of filters',
      () =>
        page('')
          .add(4, `<< /Filter [${'/AHx '.repeat(5000)}] >>`, 'x')
          .bytes(),
      /too-complex/,
    ],
    ['a million brackets', () => page('').add(4, '<< >>', '['.repeat(1_000_000)).bytes(), /too-complex/],
    [
      'dictionaries without end',
      () =>
        page(`/X ${'<< /A '.repeat(100_000)}`)
          .add(4, '<< >>', '')
          .bytes(),
      /too-complex/,
    ],
    ['a million saves', () => page('').add(4, '<< >>', 'q '.repeat(1_000_000)).bytes(), /ok/],
    [
      'references in a ring',
      () => page('/Rotate 5 0 R').add(4, '<< >>', '').add(5, '6 0 R').add(6, '5 0 R').bytes(),
      /ok/,
    ],
    ['a length that needs itself', () => page('').add(4, '<< /Length 4 0 R >>', 'q Q').bytes(), /ok/],
    ['pages in a ring', () => page('').dict(2, '[3 0 R]', '[2 0 R 3 0 R]').add(4, '<< >>', '').bytes(), /ok/],
    [
      'a wide tree of pages',
      () =>
        page('')
          .dict(2, '[3 0 R]', `[${'<< /Type /Page >> '.repeat(20_000)}]`)
          .add(4, '<< >>', '')
          .bytes(),
      /too-complex/,
    ],
    [
      'forms that double',
      () => {
        const draft = page('/Resources << /XObject << /A 10 0 R >> >>').add(4, '<< >>', '/A Do')
        for (let level = 10; level < 40; level++)
          draft.add(
            level,
            `<< /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${level + 1} 0 R >> >> >>`,
            '/A Do /A Do',
          )
        return draft.add(40, '<< /Subtype /Form /BBox [0 0 9 9] >>', '0 0 5 5 re f').bytes()
      },
      /too-complex/,
    ],
    [
      'widths without end',
      () =>
        page('/Resources << /Font << /F 5 0 R >> >>')
          .add(4, '<< >>', 'BT /F 9 Tf <0001> Tj ET')
          .add(5, '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [6 0 R] >>')
          .add(6, `<< /Subtype /CIDFontType2 /W [${'0 65535 1 '.repeat(100_000)}] >>`)
          .bytes(),
      /too-complex/,
    ],
    [
      'characters without end',
      () =>
        page('/Resources << /Font << /F 5 0 R >> >>')
          .add(4, '<< >>', 'BT /F 9 Tf <0001> Tj ET')
          .add(5, '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [] /ToUnicode 6 0 R >>')
          .add(6, '<< >>', `${'1 beginbfrange <0000> <FFFF> <0041> endbfrange '.repeat(50_000)}`)
          .bytes(),
      /too-complex/,
    ],
    [
      'streams without an end',
      () =>
        Uint8Array.from(
          Buffer.from(
            `%PDF-1.6\n${Array.from({ length: 20_000 }, (_, n) => `${n + 1} 0 obj << /Length 9 >> stream\n`).join('')}`,
          ),
        ),
      /damaged/,
    ],
    ['an operator named constructor', () => page('').add(4, '<< >>', 'constructor __proto__ toString').bytes(), /ok/],
    [
      'resources named __proto__',
      () =>
        page('/Resources << /Font << /__proto__ 3 0 R >> >>').add(4, '<< >>', 'BT /__proto__ 9 Tf (a) Tj ET').bytes(),
      /ok/,
    ],
    [
      'tables in a ring',
      () => Uint8Array.from(Buffer.from('%PDF-1.6\nxref\n0 0\ntrailer << /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF')),
      /damaged/,
    ],
    [
      'a table of ten million rows',
      () => Uint8Array.from(Buffer.from('%PDF-1.6\nxref\n0 9999999\ntrailer << >>\nstartxref\n9\n%%EOF')),
      /damaged/,
    ],
    ['an image of no size', () => page('').add(4, '<< >>', 'BI /W 999999999 /H 999999999 ID xxx EI').bytes(), /ok/],
  ]

  for (const [name, bytes, reason] of cases) {
    it(name, () => {
      expect(reasonOf(bytes())).toMatch(reason)
    }, 60_000)
  }
})
