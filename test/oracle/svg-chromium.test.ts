// Our SVG in Chromium and in resvg: the same picture.
import { describe, expect, it } from 'vitest'
import { renderPng } from '../../src/backend/png/render-png.ts'
import { renderSvg } from '../../src/backend/svg/render-svg.ts'
import { assets, everything, plaque, sticker } from '../fixtures/screen-sheets.ts'
import { oracle } from '../oracles.ts'
import { chromium, shoot } from './support-chromium.ts'
import { differences, flat } from './support-shots.ts'

const xmllint = oracle('xmllint')

describe.skipIf(chromium.missing)('Chromium', () => {
  it.each(
    [everything, plaque, sticker].flatMap(make =>
      (['production', 'public'] as const).map(face => [make.name, face, make] as const),
    ),
  )('shows %s (%s) as our PNG does', async (_, face, make) => {
    const { sheet, piece } = make()
    const svg = renderSvg(sheet, piece, assets, { face, text: 'outline' })
    const ours = await flat(await renderPng(sheet, piece, assets, { dpi: 192, face }))
    const theirs = await shoot(svg, ours.width / 7.559, ours.height / 7.559, 192)
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
