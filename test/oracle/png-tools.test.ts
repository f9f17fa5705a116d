// Our PNG in other people's tools: a scanner reads the code, libpng reads the size, Little CMS the profile.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { renderPng } from '../../src/backend/png/render-png.ts'
import { SRGB_PROFILE } from '../../src/backend/png/srgb-profile.ts'
import { assets, everything, plaque, sticker, URL_SAID } from '../fixtures/screen-sheets.ts'
import { oracle } from '../oracles.ts'

const zbarimg = oracle('zbarimg')
const python = oracle('python3')
const transicc = oracle('transicc')
const folder = mkdtempSync(join(tmpdir(), 'png-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

describe('other tools', () => {
  it.skipIf(zbarimg.missing).each([96, 150, 300])('zbarimg reads the code at %d dpi', async dpi => {
    const { sheet, piece } = sticker()
    const path = file(`code-${dpi}.png`, await renderPng(sheet, piece, assets, { dpi, face: 'public' }))
    expect(zbarimg.text(['--quiet', '--raw', path]).trim()).toBe(URL_SAID)
  })

  it.skipIf(python.missing)(
    'Python’s own zlib and struct find what we say: pixels, pHYs, checksums, rows',
    async () => {
      const script = `
import sys, zlib, struct
data = open(sys.argv[1], 'rb').read()
assert data[:8] == b'\\x89PNG\\r\\n\\x1a\\n'
at, idat, out = 8, b'', {}
while at < len(data):
    n, kind = struct.unpack('>I4s', data[at:at + 8])
    body = data[at + 8:at + 8 + n]
    assert zlib.crc32(kind + body) == struct.unpack('>I', data[at + 8 + n:at + 12 + n])[0], kind
    if kind == b'IDAT': idat += body
    else: out[kind] = body
    at += 12 + n
w, h, depth, color = struct.unpack('>IIBB', out[b'IHDR'][:10])
x, y, unit = struct.unpack('>IIB', out[b'pHYs'])
name, packed = out[b'iCCP'].split(b'\\0\\0', 1)
raw = len(zlib.decompress(idat)) == h * (1 + w * (3 if color == 2 else 4))
print(w, h, depth, color, x, y, unit, name.decode(), len(zlib.decompress(packed)), raw, sorted(k.decode() for k in out))
`
      for (const [make, face, expected] of [
        [sticker, 'public', '1240 874 8 6 5906 5906 1'],
        [plaque, 'production', '1878 1287 8 2 5906 5906 1'],
        [everything, 'public', '1181 1181 8 2 5906 5906 1'],
      ] as const) {
        const { sheet, piece } = make()
        const path = file(`${make.name}.png`, await renderPng(sheet, piece, assets, { dpi: 150, face }))
        const said = python.text(['-c', script, path]).trim()
        expect(said).toBe(`${expected} sRGB ${SRGB_PROFILE.length} True ['IEND', 'IHDR', 'iCCP', 'pHYs']`)
      }
    },
  )

  it.skipIf(transicc.missing)('Little CMS sees sRGB in our profile', () => {
    const path = file('srgb.icc', SRGB_PROFILE)
    const colors = ['0 0 0', '255 255 255', '128 128 128', '255 0 0', '0 0 255', '12 200 90']
    for (const color of colors) {
      const input = `${color.replaceAll(' ', '\n')}\nq\n`
      const said = transicc
        .text(['-t1', `-i${path}`, '-o*sRGB', '-n'], { input })
        .trim()
        .split(/\s+/)
        .map(Number)
      for (const [index, value] of color.split(' ').entries())
        expect(Math.abs((said[index] ?? -99) - Number(value)), color).toBeLessThan(0.6)
    }
  })
})
