// Bytes of each file of a kit, with the output profile, with the small one and without any, beside what peers write.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { measure } from '../process.mjs'
import { roster } from '../roster.mjs'
import { number, table } from '../table.mjs'
import { verify } from '../verify.mjs'

const kilo = bytes => number(bytes / 1000, bytes < 100_000 ? 1 : 0)

function sizes({ folder }, content, label) {
  const of = name => {
    const out = join(folder, `bytes-${label}-${name}`)
    measure(roster[name].command(content.one, out))
    return { out, bytes: verify(content.one, out).bytes }
  }
  const [full, small, typst, pdfkit] = ['signakit', 'signakit-small', 'typst', 'pdfkit'].map(of)
  const pieces = Object.keys(full.bytes)
  const profile = profileBytes(join(full.out, '33-0000', `33-0000_${pieces[0]}.pdf`))
  return { full: full.bytes, small: small.bytes, typst: typst.bytes, pdfkit: pdfkit.bytes, pieces, profile }
}

const rowsOf = ({ full, small, typst, pdfkit, pieces, profile }, suffix) =>
  pieces.map(piece => [
    `${piece}${suffix}`,
    ...[full[piece], small[piece], full[piece] - profile, typst[piece], pdfkit[piece]].map(kilo),
    number((full[piece] - profile) / typst[piece], 2),
  ])

/** All the files of a kit without the profile, over Typst's. */
const share = ({ full, typst, pieces, profile }) => {
  const sum = list => pieces.reduce((total, piece) => total + list[piece], 0)
  return (sum(full) - pieces.length * profile) / sum(typst)
}

const one = value => ({ median: value, min: value, max: value })

export function bytes(context) {
  const plain = sizes(context, context.content, 'plain')
  const photo = sizes(context, context.photo(), 'photo')
  const poster = { ...photo, pieces: photo.pieces.filter(piece => piece.startsWith('affiche')) }
  const head = ['ko', 'PDF/X-4', 'petit profil', 'sans profil', 'Typst', 'pdfkit', 'sans profil ÷ Typst']
  return {
    section: `${table(head, [...rowsOf(plain, ''), ...rowsOf(poster, ' et sa photo')])}

Le profil ICC de l’imprimeur \`standard\`, comprimé, pèse ${kilo(plain.profile)} ko dans chaque PDF ; le petit, ${kilo(plain.profile - plain.full[plain.pieces[0]] + plain.small[plain.pieces[0]])} ko.`,
    figures: { bytes: one(share(plain)), 'bytes-photo': one(share(poster)) },
  }
}

/** The profile as our PDFs hold it, as qpdf shows the length of its stream. */
function profileBytes(file) {
  const { qpdf } = JSON.parse(
    execFileSync('qpdf', ['--json=2', '--json-key=qpdf', file], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  )
  const objects = qpdf[1]
  const intent = Object.values(objects).find(({ value }) => value?.['/Type'] === '/OutputIntent')
  return objects[`obj:${intent.value['/DestOutputProfile']}`].stream.dict['/Length']
}
