// What three renderers that share no code lay on the four process plates, and how far they are from one another.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect } from 'vitest'
import { emptyFolder, platePixels } from '../fixtures/written-pdf.ts'
import { oracle } from '../oracles.ts'

const [mutool, pdftoppm] = [oracle('mutool'), oracle('pdftoppm')]

/** Ink of four plates, one byte each, 255 = solid. */
export type Inks = { readonly width: number; readonly height: number; readonly data: Uint8Array }

/** The process plates as Ghostscript separates them: spot plates lie apart, whatever they overprint. */
export async function ghostscript(path: string, dpi: number): Promise<Inks> {
  const plates = await platePixels(path, 1, dpi)
  const four = ['Cyan', 'Magenta', 'Yellow', 'Black'].map(name => plates.get(name))
  const [first] = four
  if (!first) throw new Error('Ghostscript wrote no plate')
  const data = new Uint8Array(first.width * first.height * 4)
  for (const [channel, plate] of four.entries()) {
    for (let at = 0; at < first.width * first.height; at++) data[at * 4 + channel] = 255 - (plate?.data[at] ?? 255)
  }
  return { ...first, data }
}

export function mupdf(path: string, dpi: number): Inks {
  const out = join(emptyFolder(), 'page.pam')
  mutool.run(['draw', '-q', '-A', '0', '-r', `${dpi}`, '-c', 'cmyk', '-o', out, path])
  const file = readFileSync(out)
  const end = file.indexOf('ENDHDR\n') + 7
  const said = file.subarray(0, end).toString('latin1')
  const size = (key: string): number => Number(new RegExp(`${key} (\\d+)`).exec(said)?.[1])
  return { width: size('WIDTH'), height: size('HEIGHT'), data: file.subarray(end) }
}

export async function poppler(path: string, dpi: number): Promise<Inks> {
  const out = join(emptyFolder(), 'page')
  const quality = ['-jpegcmyk', '-overprint', '-jpegopt', 'quality=100']
  pdftoppm.run([...quality, '-singlefile', '-r', `${dpi}`, path, out])
  const image = sharp(`${out}.jpg`).pipelineColourspace('cmyk').toColourspace('cmyk')
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

const REACH = [-2, -1, 1, 2]

/** Whether a pixel is about the colour of all those around it, two away. */
function isCalm({ width, data }: Inks, x: number, y: number): boolean {
  const differs = (dx: number, dy: number): boolean =>
    [0, 1, 2, 3].some(channel => {
      const here = data[(y * width + x) * 4 + channel] ?? 0
      return Math.abs(here - (data[((y + dy) * width + x + dx) * 4 + channel] ?? 0)) > 16
    })
  return !REACH.some(d => differs(d, 0) || differs(0, d) || differs(d, d) || differs(d, -d))
}

type Difference = { readonly mean: number; readonly most: number; readonly share: number }

/** Differences of ink in percent, on pixels calm in both: their mean, what 99 % do not exceed, the share looked at. */
function compare(one: Inks, other: Inks): Difference {
  const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)]
  expect(Math.abs(one.width - other.width)).toBeLessThanOrEqual(1)
  expect(Math.abs(one.height - other.height)).toBeLessThanOrEqual(1)
  const differences: number[] = []
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      if (!isCalm(one, x, y) || !isCalm(other, x, y)) continue
      for (let channel = 0; channel < 4; channel++) {
        const a = one.data[(y * one.width + x) * 4 + channel] ?? 0
        const b = other.data[(y * other.width + x) * 4 + channel] ?? 0
        differences.push((Math.abs(a - b) * 100) / 255)
      }
    }
  }
  differences.sort((a, b) => a - b)
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length
  const most = differences[Math.floor(differences.length * 0.99)] ?? 100
  return { mean, most, share: differences.length / (4 * width * height) }
}

export function expectSameInks(one: Inks, other: Inks): void {
  const { mean, most, share } = compare(one, other)
  expect(share).toBeGreaterThan(0.4)
  expect(mean).toBeLessThanOrEqual(1)
  expect(most).toBeLessThanOrEqual(3)
}
