// Our SVG in Chromium and in resvg: the same picture.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { renderPng } from '../../src/backend/png/render-png.ts'
import { renderSvg } from '../../src/backend/svg/render-svg.ts'
import { deltaE2000, type Lab } from '../../src/color/delta-e.ts'
import { assets, everything, plaque, sticker } from '../fixtures/screen-sheets.ts'
import { oracle } from '../oracles.ts'

const chromium = oracle('chromium')
const xmllint = oracle('xmllint')
const folder = mkdtempSync(join(tmpdir(), 'svg-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Shot = { readonly data: Buffer; readonly width: number; readonly height: number }

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
]

/** The SVG as Chromium shows it, two pixels a CSS pixel: 192 dpi. */
async function shoot(name: string, svg: string, width: number, height: number): Promise<Shot> {
  const page = join(folder, `${name}.html`)
  const file = join(folder, `${name}.png`)
  const root = svg.replace(/^<\?xml[^>]*>\n/, '')
  writeFileSync(page, `<!doctype html><meta charset=utf-8><style>body{margin:0}svg{display:block}</style>${root}`)
  const window = `--window-size=${Math.ceil((width / 25.4) * 96)},${Math.ceil((height / 25.4) * 96)}`
  const profile = `--user-data-dir=${mkdtempSync(join(folder, 'profile-'))}`
  chromium.run([...FLAGS, profile, window, '--force-device-scale-factor=2', `--screenshot=${file}`, `file://${page}`])
  return flat(readFileSync(file))
}

async function flat(png: Uint8Array): Promise<Shot> {
  const { data, info } = await sharp(png).flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Pixels far from any edge: both pictures are flat two pixels around. */
function* calm(a: Shot, b: Shot): Generator<readonly [number, number]> {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  const offset = (shot: Shot, x: number, y: number): number => (y * shot.width + x) * 3
  const isFlat = (shot: Shot, x: number, y: number): boolean => {
    for (let dy = -2; dy <= 2; dy += 2)
      for (let dx = -2; dx <= 2; dx += 2)
        for (let channel = 0; channel < 3; channel++) {
          const here = shot.data[offset(shot, x, y) + channel] ?? 0
          if (Math.abs(here - (shot.data[offset(shot, x + dx, y + dy) + channel] ?? 0)) > 6) return false
        }
    return true
  }
  for (let y = 2; y < height - 2; y += 3)
    for (let x = 2; x < width - 2; x += 3)
      if (isFlat(a, x, y) && isFlat(b, x, y)) yield [offset(a, x, y), offset(b, x, y)]
}

function differences(a: Shot, b: Shot): { readonly mean: number; readonly most: number; readonly count: number } {
  const all = [...calm(a, b)].map(([at, to]) => deltaE2000(lab(a.data, at), lab(b.data, to))).sort((x, y) => x - y)
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length
  return { mean, most: all[Math.floor(all.length * 0.99)] ?? Number.NaN, count: all.length }
}

function lab(rgb: Uint8Array, at: number): Lab {
  const [r, g, b] = [0, 1, 2].map(channel => {
    const value = (rgb[at + channel] ?? 0) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

describe.skipIf(chromium.missing)('Chromium', () => {
  it.each(
    [everything, plaque, sticker].flatMap(make =>
      (['production', 'public'] as const).map(face => [make.name, face, make] as const),
    ),
  )('shows %s (%s) as our PNG does', async (name, face, make) => {
    const { sheet, piece } = make()
    const svg = renderSvg(sheet, piece, assets, { face, text: 'outline' })
    const ours = await flat(await renderPng(sheet, piece, assets, { dpi: 192, face }))
    const theirs = await shoot(`${name}-${face}`, svg, ours.width / 7.559, ours.height / 7.559)
    expect(Math.abs(theirs.width - ours.width)).toBeLessThan(3)
    const { mean, most, count } = differences(ours, theirs)
    expect(count).toBeGreaterThan(10_000)
    expect(mean).toBeLessThan(0.5)
    expect(most).toBeLessThan(2)
  })
})

it.skipIf(xmllint.missing)('is well formed to libxml2', () => {
  for (const make of [everything, plaque, sticker]) {
    const { sheet, piece } = make()
    const svg = renderSvg(sheet, piece, assets, { face: 'production', text: 'live' })
    expect(xmllint.run(['--noout', '--nonet', '-'], { input: svg })).toMatchObject({ status: 0, stderr: '' })
  }
})
