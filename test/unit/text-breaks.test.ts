// Line breaks of real-shaped names, read and judged; and what must hold for any text and any widths.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BreakOptions, breakText } from '../../src/text/break.ts'
import { parseFont } from '../../src/text/font.ts'
import { microtypography } from '../../src/text/microtypography.ts'
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
