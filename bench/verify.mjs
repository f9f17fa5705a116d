// What everybody wrote is opened: pages, their size, fonts, texts, the QR code; a poster without its code stops the benchmark.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const tool = (name, ...args) => execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

const sizeOf = file => {
  const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(tool('pdfinfo', file)) ?? []
  return [Number(width), Number(height)].map(points => (points * 25.4) / 72)
}

/** The columns after the name are fixed, the name may hold spaces: `emb sub uni object ID` ends every line. */
const unembedded = file =>
  tool('pdffonts', file)
    .split('\n')
    .slice(2)
    .filter(line => line !== '' && !/\byes\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+\s*$/.test(line))

const squeeze = text => text.normalize('NFC').replace(/\s/gu, '')

function readCode(file) {
  const folder = mkdtempSync(join(tmpdir(), 'signakit-code-'))
  try {
    tool('pdftoppm', '-r', '100', '-singlefile', '-png', file, join(folder, 'page'))
    return tool('zbarimg', '-q', '--raw', join(folder, 'page.png')).trim()
  } catch {
    return ''
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The PDF of a piece in the folder where an engine put the first kit. */
function fileOf(folder, id) {
  const [kit] = readdirSync(folder).sort()
  const name = readdirSync(join(folder, kit)).find(file => file === `${id}.pdf` || file.endsWith(`_${id}.pdf`))
  if (!name) throw new Error(`${folder} has no ${id}.pdf`)
  return join(folder, kit, name)
}

/**
 * @param folder where an engine wrote the kits of `content`
 * @returns the largest error of size (mm), fonts left out, texts that come back of those drawn, and the bytes of each piece
 */
export function verify(content, folder) {
  const [pages] = JSON.parse(readFileSync(content, 'utf8')).pages
  const found = { error: 0, unembedded: 0, texts: 0, back: 0, bytes: {} }
  for (const { id, width, height, items } of pages) {
    const file = fileOf(folder, id)
    const [w, h] = sizeOf(file)
    found.error = Math.max(found.error, Math.abs(w - width), Math.abs(h - height))
    if (found.error > 0.3) throw new Error(`${file}: a page of ${w} × ${h} mm for ${width} × ${height}`)
    found.unembedded += unembedded(file).length
    const said = squeeze(tool('pdftotext', '-raw', file, '-'))
    const texts = items.filter(({ kind }) => kind === 'text')
    found.texts += texts.length
    found.back += texts.filter(({ text }) => said.includes(squeeze(text))).length
    found.bytes[id] = readFileSync(file).length
    const code = items.some(({ kind }) => kind === 'code') ? readCode(file) : undefined
    if (code !== undefined && !code.startsWith('https://exemple.fr/')) throw new Error(`${file}: no code is read in it`)
  }
  return found
}
