// What a text is printed on is looked for where the text comes to be, whatever moves it there.
import { describe, expect, it } from 'vitest'
import { rectPath } from '../../src/model/geometry.ts'
import { BLACK, cmyk } from '../../src/model/ink.ts'
import type { Mark } from '../../src/model/sheet.ts'
import { textContrast } from '../../src/preflight/checks/text-contrast.ts'
import { path, sheetOf, text } from '../fixtures/screen-sheets.ts'
import { contextOf } from '../fixtures/sheet-context.ts'
import { assets, pieceOf } from '../fixtures/sheets.ts'

const DARK = cmyk(0, 0, 0, 90)
const WHITE = cmyk(0, 0, 0, 0)

/** The left half is dark, the right half is the paper. */
const ground = path(rectPath({ x: 0, y: 0, width: 100, height: 100 }), DARK)

async function said(marks: readonly Mark[]): Promise<readonly string[]> {
  const piece = pieceOf('affiche', [sheetOf(200, 100, [ground, ...marks])])
  return [...(await textContrast.run(contextOf(piece, assets)))].map(({ message }) => message.fr)
}

const moved = (x: number, ...marks: readonly Mark[]): Mark => ({ kind: 'group', transform: [1, 0, 0, 1, x, 0], marks })

describe('contrast of a text', () => {
  it('is that with the surface under it', async () => {
    expect(await said([text('Ouvert', 20, 50, 10, WHITE), text('Ouvert', 120, 50, 10, BLACK)])).toEqual([])
    expect(await said([text('Ouvert', 120, 50, 10, WHITE)])).toEqual([
      '«\u00a0Ouvert\u00a0» n’a que 0\u00a0% de contraste avec son fond, il en faut 70',
    ])
  })

  it('follows the groups that move it', async () => {
    expect(await said([moved(-100, text('Ouvert', 120, 50, 10, WHITE))])).toEqual([])
    expect(await said([moved(50, moved(50, text('Ouvert', 20, 50, 10, WHITE)))])).toHaveLength(1)
  })
})
