// Line breaks of real-shaped names, read and judged; and what must hold for any text and any widths.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import LineBreaker from 'linebreak'
import { describe, expect, it } from 'vitest'
import { type BreakOptions, breakText } from '../../src/text/break.ts'
import { parseFont } from '../../src/text/font.ts'
import { microtypography } from '../../src/text/microtypography.ts'
import { paragraphsOf } from '../../src/text/pieces.ts'
import { shape } from '../../src/text/shape.ts'
import { NAMES } from './text-names.ts'

const file = new URL('../../assets/fonts/source-sans-3/800.ttf', import.meta.url)
const font = parseFont('source-sans-3/800', readFileSync(file))
const golden = new URL('./text-breaks.golden.txt', import.meta.url)

/** Widths in em: a name on a small sticker, on a plaque, on a poster. */
const WIDTHS = [6, 9, 13] as const

const options = (em: number, maxLines = 4): BreakOptions => ({
  size: 10,
  tracking: 0,
  lang: 'fr',
  maxLines,
  widthOf: () => em * 10,
})

/** No-break spaces are drawn so that a reader of the golden sees them. */
const visible = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '^')

function described(name: string, em: number): string {
  const broken = breakText(font, microtypography(name, 'fr'), options(em))
  if (!broken.fits) return `needs ${(broken.needed / 10).toFixed(2)} em${broken.word ? ` (${broken.word})` : ''}`
  const flaw = broken.flaw ? `   [${broken.flaw}]` : ''
  return broken.lines.map(line => visible(line.text)).join(' / ') + flaw
}

describe('names', () => {
  it('break as a typographer would (UPDATE=1 rewrites, then read it)', () => {
    const text = NAMES.map(name =>
      [name, ...WIDTHS.map(em => `${String(em).padStart(4)}  ${described(name, em)}`)].join('\n'),
    ).join('\n\n')
    if (process.env.UPDATE === '1' || !existsSync(golden)) writeFileSync(golden, `${text}\n`)
    expect(`${text}\n`).toBe(readFileSync(golden, 'utf8'))
  })
})

describe('any text', () => {
  const word = fc.constantFrom(
    'de',
    'Les',
    'crèche',
    'Saint-Rémy',
    'fjord',
    'AVATAR',
    '«\u00a0L’Île',
    'Trésors\u00a0»',
    '12',
    'parents-enfants',
    'x',
    'شجرة',
  )
  const gap = fc.constantFrom(' ', ' ', ' ', '  ', '\t', '\n')
  const sentence = fc
    .array(fc.tuple(word, gap), { minLength: 1, maxLength: 14 })
    .map(pairs => pairs.flat().join('').trimEnd())
  const rooms = fc.array(fc.integer({ min: 5, max: 300 }), { minLength: 1, maxLength: 6 })
  const tracking = fc.constantFrom(0, 0.05, -0.012)

  it('keeps every word in order, and no line over its width', () => {
    fc.assert(
      fc.property(sentence, rooms, tracking, fc.boolean(), (text, widths, space, balance) => {
        const widthOf = (line: number): number => widths[line] ?? 0
        const base = { size: 10, lang: 'fr', tracking: space, balance }
        const broken = breakText(font, text, { ...base, maxLines: widths.length, widthOf })
        const squeeze = (s: string): string => s.replace(/[ \t\n]+/g, '')
        if (!broken.fits) {
          // It would fit at the width it asks for, and not at a bit less.
          if (broken.needed === Number.POSITIVE_INFINITY) return
          const at = (room: number) =>
            breakText(font, text, { ...base, maxLines: widths.length, widthOf: () => room }).fits
          expect(at(broken.needed)).toBe(true)
          expect(at(broken.needed - 0.01)).toBe(false)
          return
        }
        expect(squeeze(broken.lines.map(line => line.text).join(''))).toBe(squeeze(text))
        broken.lines.forEach((line, i) => {
          expect(line.width).toBeLessThanOrEqual(widthOf(i) + 1e-4)
          expect(line.width).toBeCloseTo(((line.run.advance - line.run.trailing) * 10) / font.unitsPerEm, 9)
          expect(line.run).toBe(shape(font, line.text, { tracking: space, lang: 'fr' }))
        })
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  it('keeps the line ends of the text, blank lines between included', () => {
    const broken = breakText(font, '\nUn\r\n\nDeux trois\n', options(99, 9))
    expect(broken.fits && broken.lines.map(line => line.text)).toEqual(['Un', '', 'Deux trois'])
  })

  it('follows lines of unlike widths: text flows around a disc', () => {
    const text = 'Crèche familiale de la Communauté de communes du Pays de Sault'
    const widths = [80, 120, 160]
    const broken = breakText(font, text, { ...options(0, 3), widthOf: line => widths[line] ?? 0 })
    expect(broken.fits && broken.lines.map(line => line.text)).toEqual([
      'Crèche familiale',
      'de la Communauté',
      'de communes du Pays de Sault',
    ])
  })

  it('fills running text and balances a name', () => {
    const text = 'Accueil des enfants de deux mois à six ans toute la journée'
    const lines = (balance: boolean) => breakText(font, text, { ...options(22, 3), balance })
    const [running, name] = [lines(false), lines(true)]
    if (!running.fits || !name.fits) throw new Error('both fit')
    const spread = (widths: readonly number[]): number => Math.max(...widths) - Math.min(...widths)
    expect(running.lines.length).toBe(name.lines.length)
    expect(running.lines[0]?.width).toBeGreaterThan(name.lines[0]?.width ?? 0)
    expect(spread(name.lines.map(line => line.width))).toBeLessThan(spread(running.lines.map(line => line.width)))
  })

  it('says what is needed when a word is wider than any line', () => {
    const broken = breakText(font, 'Anticonstitutionnellement vôtre', options(8, 2))
    expect(broken).toMatchObject({ fits: false, available: 80, word: 'Anticonstitutionnellement' })
    expect(!broken.fits && broken.needed > 100 && broken.natural > broken.needed).toBe(true)
  })

  it('never cuts a web or mail address', () => {
    for (const text of ['contact@petits-explorateurs.fr', 'www.petits-explorateurs.fr/micro-creche']) {
      expect(breakText(font, text, options(8, 9)).fits).toBe(false)
    }
  })

  it('cuts at hyphens only when nothing else fits, and not at all when told', () => {
    const text = 'Centre Saint-Exupéry'
    expect(breakText(font, text, options(8, 2))).toMatchObject({ fits: true })
    expect(breakText(font, text, options(8, 2))).not.toHaveProperty('flaw')
    expect(breakText(font, text, options(5, 3))).toMatchObject({ fits: true, flaw: 'hyphen' })
    expect(breakText(font, text, { ...options(5, 3), hyphens: false })).toMatchObject({ fits: false })
  })

  it('breaks only where Unicode allows', () => {
    for (const name of NAMES) {
      const text = microtypography(name, 'fr')
      const allowed = new Set<number>()
      const breaker = new LineBreaker(text)
      for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) allowed.add(next.position)
      for (const { pieces } of paragraphsOf(text, true)) {
        for (const piece of pieces)
          expect(allowed, `${name} at ${piece.end}`).toContain(piece.end + (piece.after === 'space' ? 1 : 0))
      }
    }
  })

  it('takes its time on a long text, not for ever', () => {
    const text = Array.from({ length: 1500 }, (_, i) => `mot${i}`).join(' ')
    expect(breakText(font, text, options(40, 2000)).fits).toBe(true)
    expect(breakText(font, text, options(40, 10)).fits).toBe(false)
  })
})
