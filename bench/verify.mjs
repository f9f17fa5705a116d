// What peers wrote is opened before it is timed: as many pages of the right size as pieces, every font embedded, the name there.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
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

export function verify(content, folder, peer) {
  const [{ pages }] = JSON.parse(readFileSync(content, 'utf8')).kits
  for (const { id, width, height, items } of pages) {
    const file = join(folder, `${id}.pdf`)
    const fault = what => new Error(`${peer}, ${id}: ${what}`)
    const [w, h] = sizeOf(file)
    if (Math.abs(w - width) > 0.01 || Math.abs(h - height) > 0.01) throw fault(`page of ${w} × ${h} mm`)
    if (unembedded(file).length > 0) throw fault(`a font is not embedded: ${unembedded(file)}`)
    const said = squeeze(tool('pdftotext', '-raw', file, '-'))
    const missing = items.filter(({ kind, text }) => kind === 'text' && !said.includes(squeeze(text)))
    if (missing.length > 0) throw fault(`« ${missing.map(({ text }) => text).join(' », « ')} » does not come back`)
  }
}
