// Bytes of each file of a kit, with the output profile and without it, beside what peers write.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { measure } from './process.mjs'
import { number, table } from './table.mjs'

const kilo = bytes => number(bytes / 1000, bytes < 100_000 ? 1 : 0)

export function bytesTable({ root, folder, content }) {
  const out = join(folder, 'bytes')
  const formats = ['--format', 'pdf,svg,png']
  measure([process.execPath, join(root, 'bin/signakit.js'), 'render', content.files[0], ...formats, '--out', out])
  for (const peer of ['typst', 'pdfkit']) {
    mkdirSync(join(out, peer), { recursive: true })
    measure([process.execPath, join(root, 'bench/peers/main.mjs'), peer, content.one, join(out, peer)])
  }
  const [kit] = readdirSync(out).filter(name => name.startsWith('33-'))
  const size = (...path) => statSync(join(out, ...path)).size
  const pieces = readdirSync(join(out, 'typst')).map(name => name.replace('.pdf', ''))
  const profile = profileBytes(join(out, kit, `${kit}_${pieces[0]}.pdf`))
  const rows = pieces.map(piece => {
    const ours = extension => size(kit, `${kit}_${piece}.${extension}`)
    const [typst, pdfkit] = ['typst', 'pdfkit'].map(peer => size(peer, `${piece}.pdf`))
    return [piece, ours('pdf'), ours('pdf') - profile, typst, pdfkit, ours('svg'), ours('png')]
  })
  const head = ['ko', 'PDF/X-4', 'sans le profil ICC', 'Typst', 'pdfkit', 'SVG', 'PNG à 150 ppp']
  const cells = rows.map(([piece, ...sizes]) => [piece, ...sizes.map(kilo)])
  return `${table(head, cells)}\n\nLe profil ICC de l’imprimeur \`standard\`, comprimé, pèse ${kilo(profile)} ko dans chaque PDF.`
}

/** The profile as our PDFs hold it, as qpdf shows the length of its stream. */
function profileBytes(file) {
  const { qpdf } = JSON.parse(
    execFileSync('qpdf', ['--json=2', '--json-key=qpdf', file], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  )
  const objects = Object.values(qpdf[1])
  const intent = objects.find(({ value }) => value?.['/Type'] === '/OutputIntent')
  return qpdf[1][`obj:${intent.value['/DestOutputProfile']}`].stream.dict['/Length']
}
