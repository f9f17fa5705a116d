// What is said of a kit once it is written: each piece with its size, the mirrors, what was removed, where it all is.
import { dirname } from 'node:path'
import { type Text, text } from '../model/diagnostic.ts'
import type { Piece } from '../model/sheet.ts'
import type { KitResult, Prepared } from '../pipeline.ts'
import { bytesText, countText, sizeText } from './measures.ts'
import { align } from './table.ts'

const MIRROR = text(
  'PDF en miroir : c’est voulu, l’adhésif se pose à l’intérieur de la vitre et se lit de l’extérieur. Ne pas appliquer de miroir au RIP.',
  'Mirrored PDF: this is intended, the sticker goes inside the pane and is read from outside. Apply no mirror at the RIP.',
)

const mirrored = (piece: Piece): boolean => piece.faces.some(face => face.mirrored)

const filesOf = (piece: Piece, { files }: KitResult) => files.filter(file => file.piece === piece.id)

/** `PDF SVG PNG`, each once, as written. */
const formatsOf = (piece: Piece, result: KitResult): string =>
  [...new Set(filesOf(piece, result).map(({ format }) => format.toUpperCase()))].join(' ')

function row(piece: Piece, result: KitResult, say: (text: Text) => string): readonly string[] {
  const { width = 0, height = 0 } = piece.faces[0] ?? {}
  const copies = countText(piece.quantity, text('exemplaire', 'copy'), text('exemplaires', 'copies'))
  return [piece.id, say(sizeText(width, height)), formatsOf(piece, result), piece.quantity === 1 ? '' : say(copies)]
}

function summary({ files }: KitResult): Text {
  const bytes = bytesText(files.reduce((sum, file) => sum + file.bytes, 0))
  const count = countText(files.length, text('fichier', 'file'), text('fichiers', 'files'))
  const folder = dirname(files[0]?.path ?? '')
  return text(`${count.fr}, ${bytes.fr}, dans ${folder}`, `${count.en}, ${bytes.en}, in ${folder}`)
}

function heading({ kit, brand }: Prepared['design']): Text {
  const draft = brand.status === 'draft'
  return text(
    `${kit.structure.nom} (kit ${kit.id}, charte ${brand.id}${draft ? ', provisoire' : ''})`,
    `${kit.structure.nom} (kit ${kit.id}, brand ${brand.id}${draft ? ', draft' : ''})`,
  )
}

/** Lines for a person. */
export function toldKit(prepared: Prepared, result: KitResult, say: (text: Text) => string): readonly string[] {
  const written = prepared.pieces.filter(piece => filesOf(piece, result).length > 0)
  const rows = align(written.map(piece => row(piece, result, say)))
  const pieces = written.flatMap((piece, index) => [
    `  ${rows[index]}`,
    ...(mirrored(piece) ? [`    ${say(MIRROR)}`] : []),
  ])
  return [
    say(heading(prepared.design)),
    ...pieces,
    ...(result.files.length === 0 ? [] : [`  ${say(summary(result))}`]),
    ...result.removed.map(path => `  ${say(text(`retiré : ${path}`, `removed: ${path}`))}`),
  ]
}
