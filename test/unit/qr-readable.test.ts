// QR codes read back: what passes, and every way to spoil one.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { BLACK, cmyk, PAPER, spot } from '../../src/model/ink.ts'
import type { GroupMark, Mark, Piece, Sheet } from '../../src/model/sheet.ts'
import { checkQrCodes } from '../../src/preflight/checks/qr-readable.ts'
import { qrReader } from '../../src/preflight/checks/qr-reader.ts'
import { assets, BLUE, box, pieceOf, qr, sheetOf, sticker, URL_SAID, YELLOW } from '../fixtures/screen-sheets.ts'

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
const read = qrReader(wasm)

const rulesOf = async (sheet: Sheet, piece: Piece): Promise<readonly string[]> =>
  (await checkQrCodes(sheet, piece, assets, read)).map(({ rule }) => rule)

const check = (marks: readonly Mark[], more: Partial<Sheet> = {}, product = 'affiche-100x100') => {
  const sheet = sheetOf(100, 100, marks, more)
  return rulesOf(sheet, pieceOf(product, sheet))
}

/** No-break spaces as plain ones. */
const plain = (says: string | undefined): string | undefined => says?.replace(/[\u00A0\u202F]/g, ' ')

const code = (module = 1): GroupMark => qr(URL_SAID, 20, 20, module)
const grouped = (transform: GroupMark['transform'], marks: readonly Mark[]): Mark => ({
  kind: 'group',
  transform,
  marks,
})

describe('a code passes', () => {
  it('on white paper', async () => expect(await check([code()])).toEqual([]))

  it('on a panel exactly as wide as its margin, on a dark ground', async () => {
    const { box: panel } = code().qr ?? { box: { x: 0, y: 0, width: 0, height: 0 } }
    const ground = box(-3, -3, 106, 106, BLUE)
    expect(await check([ground, box(panel.x, panel.y, panel.width, panel.height, PAPER), code()])).toEqual([])
  })

  it('on yellow', async () => expect(await check([box(0, 0, 100, 100, YELLOW), code()])).toEqual([]))

  it('mirrored with its sheet, on white ink', async () => {
    const { sheet, piece } = sticker()
    expect(await rulesOf(sheet, piece)).toEqual([])
  })

  it('turned a quarter and enlarged', async () => {
    expect(await check([grouped([0, 1.4, -1.4, 0, 98, -20], [code()])])).toEqual([])
  })

  it('turned a little', async () => {
    expect(await check([grouped([0.97, 0.24, -0.24, 0.97, 15, -5], [code()])])).toEqual([])
  })

  it('beside another', async () => {
    expect(await check([qr('https://a.fr', 0, 0, 0.9), qr('https://b.fr', 40, 0, 0.9)])).toEqual([])
  })
})

describe('a code is refused', () => {
  it('under something', async () => {
    expect(await check([code(), box(30, 30, 20, 14, PAPER)])).toContain('qr-unreadable')
  })

  it('that says something else', async () => {
    const { qr: said, ...rest } = code()
    if (!said) throw new Error('no code')
    const [fault] = await checkQrCodes(
      sheetOf(100, 100, [{ ...rest, qr: { ...said, payload: 'https://autre.fr' } }]),
      pieceOf('affiche-100x100', sheetOf(100, 100, [])),
      assets,
      read,
    )
    expect(plain(fault?.message.fr)).toBe(`le code QR dit « ${URL_SAID} » au lieu de « https://autre.fr »`)
  })

  it('in a mirror', async () => {
    expect(await check([grouped([-1, 0, 0, 1, 100, 0], [code()])])).toEqual(['qr-unreadable'])
  })

  it('light on dark', async () => {
    const inverted = qr(URL_SAID, 20, 20, 1, PAPER)
    expect(await check([box(0, 0, 100, 100, BLACK), inverted])).toContain('qr-unreadable')
  })

  it('without contrast', async () => {
    const faint = qr(URL_SAID, 20, 20, 1, cmyk(0, 0, 0, 25))
    expect(await check([faint])).toContain('qr-contrast')
  })

  it('on clear film without white, whatever the art', async () => {
    expect(await check([code()], { clear: true })).toContain('qr-unreadable')
  })

  it('with white ink under half of it', async () => {
    const white: Mark = { kind: 'group', layer: 'white', marks: [box(0, 0, 40, 100, spot('white'))] }
    expect(await check([code(), white], { clear: true })).toContain('qr-quiet-zone')
  })

  it('when a rule runs through its margin', async () => {
    expect(await check([code(), box(22, 0, 0.5, 100, BLACK)])).toEqual(['qr-quiet-zone'])
  })

  it('when a coloured ground reaches into its margin', async () => {
    expect(await check([box(0, 0, 23, 100, BLUE), code()])).toEqual(['qr-quiet-zone'])
  })

  it('when a hole is drilled in its margin', async () => {
    const holes = [{ x: 22, y: 22, diameter: 3, keepOut: 6 }]
    expect(await check([code()], { holes })).toEqual(['qr-quiet-zone'])
  })

  it('when it runs over the edge', async () => {
    expect(await check([qr(URL_SAID, 70, 20, 1)])).toContain('qr-unreadable')
  })

  it('with modules under 0.5 mm, scaled or not; and warned of under 0.8', async () => {
    expect(await check([code(0.49)])).toEqual(['qr-module'])
    expect(await check([grouped([0.4, 0, 0, 0.4, 0, 0], [code(1)])])).toEqual(['qr-module'])
    expect(await check([code(0.7)])).toEqual(['qr-small'])
    expect(await check([code(0.8)])).toEqual([])
  })
})

it('points at the datum', async () => {
  const from = { file: 'kit.yaml', line: 4, column: 7, length: 10 }
  const sheet = sheetOf(100, 100, [{ ...code(0.4), from }])
  const [fault] = await checkQrCodes(sheet, pieceOf('affiche-100x100', sheet), assets, read)
  expect(fault).toMatchObject({ rule: 'qr-module', severity: 'error', at: from, piece: 'affiche-100x100' })
  expect(plain(fault?.message.fr)).toBe('les modules du code QR font 0,4 mm, il en faut 0,5')
})
