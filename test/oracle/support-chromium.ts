// An SVG as Chromium shows it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { oracle } from '../oracles.ts'
import { flat, type Shot } from './support-shots.ts'

export const chromium = oracle('chromium')

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

/** `dpi` is a multiple of 96; the page is width × height mm. */
export async function shoot(svg: string, width: number, height: number, dpi: number): Promise<Shot> {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
  try {
    const page = join(folder, 'page.html')
    const file = join(folder, 'page.png')
    const root = svg.replace(/^<\?xml[^>]*>\n/, '')
    writeFileSync(page, `<!doctype html><meta charset=utf-8><style>body{margin:0}svg{display:block}</style>${root}`)
    const window = `--window-size=${Math.ceil((width / 25.4) * 96)},${Math.ceil((height / 25.4) * 96)}`
    const profile = `--user-data-dir=${join(folder, 'profile')}`
    const scale = `--force-device-scale-factor=${dpi / 96}`
    chromium.run([...FLAGS, profile, window, scale, `--screenshot=${file}`, `file://${page}`])
    return await flat(readFileSync(file))
  } finally {
    // Chromium's helpers may still be writing their last words in the profile.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
