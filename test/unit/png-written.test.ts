// The self-check of a written PNG: silent on ours, loud on each way to spoil one.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pngSize, renderPng } from '../../src/backend/png/render-png.ts'
import { checkWrittenPng } from '../../src/preflight/written-png.ts'
import { assets, everything, plaque, sticker } from '../fixtures/screen-sheets.ts'

const { sheet, piece } = plaque()
const dpi = 72
const size = pngSize(sheet, 'public', dpi)
const written = Buffer.from(await renderPng(sheet, piece, assets, { dpi, face: 'public' }))

const check = async (bytes: Uint8Array, expected = { ...size, dpi }): Promise<readonly string[]> =>
  (await checkWrittenPng(bytes, expected, 'plaque')).map(({ rule }) => rule)

/** A copy with one byte changed, so many bytes after a mark. */
function spoiled(mark: string, after: number): Uint8Array {
  const copy = Buffer.from(written)
  const at = copy.indexOf(mark) + after
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

describe('a written PNG', () => {
  it.each([everything, plaque, sticker])('passes as we write it, from either side', async make => {
    const made = make()
    for (const face of ['public', 'production'] as const) {
      const bytes = await renderPng(made.sheet, made.piece, assets, { dpi: 60, face })
      expect(await checkWrittenPng(bytes, { ...pngSize(made.sheet, face, 60), dpi: 60 }, 'x')).toEqual([])
    }
  })

  it('is refused when cut short, extended, or empty', async () => {
    expect(await check(written.subarray(0, -5))).toEqual(['written-png-damaged'])
    expect(await check(Buffer.concat([written, Buffer.from('x')]))).toEqual(['written-png-damaged'])
    expect(await check(new Uint8Array(0))).toEqual(['written-png-damaged'])
  })

  it('is refused when any byte of any chunk changes', async () => {
    for (const chunk of ['IHDR', 'iCCP', 'pHYs', 'IDAT', 'IEND'])
      expect(await check(spoiled(chunk, chunk === 'IEND' ? 4 : 6)), chunk).toEqual(['written-png-damaged'])
  })

  it('is refused when its pixels do not unpack, though its checksums are right', async () => {
    const { encodePng } = await import('../../src/backend/svg/png-file.ts')
    const { chunkBytes } = await import('../../src/backend/svg/png-file.ts')
    const whole = Buffer.from(encodePng({ width: 4, height: 4, channels: 3, data: new Uint8Array(48) }, 6))
    const head = written.subarray(0, written.indexOf('IDAT') - 4)
    const body = chunkBytes({ type: 'IDAT', data: whole.subarray(45, 52) })
    const end = chunkBytes({ type: 'IEND', data: new Uint8Array(0) })
    expect(await check(Buffer.concat([head, body, end]))).toEqual(['written-png-damaged'])
  })

  it('is refused with other pixels, another resolution, no profile, or gray', async () => {
    expect(await check(written, { ...size, width: size.width + 1, dpi })).toContain('written-png-size')
    expect(await check(written, { ...size, dpi: 73 })).toContain('written-png-resolution')
    const bare = await sharp(written).png().toBuffer()
    expect(await check(bare)).toContain('written-png-color')
    const gray = await sharp(written).removeAlpha().toColourspace('b-w').png().toBuffer()
    expect(await check(gray)).toContain('written-png-color')
  })
})
