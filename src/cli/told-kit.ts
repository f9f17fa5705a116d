// What is said of a kit once it is written: each piece with its size, the mirrors, what was removed, where it all is.
import { dirname, join } from 'node:path'
import { type Text, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { DeliveredFile, KitResult, Removed } from '../pipeline.ts'
import { bytesText, countText, sizeText } from './measures.ts'
import { align } from './table.ts'

type Say = (text: Text) => string

const MIRROR = text(
  'PDF en miroir : c’est voulu, l’adhésif se pose à l’intérieur de la vitre et se lit de l’extérieur. Ne pas appliquer de miroir au RIP.',
  'Mirrored PDF: this is intended, the sticker goes inside the pane and is read from outside. Apply no mirror at the RIP.',
)

const WHY = {
  refused: text('la pièce est refusée', 'the piece is refused'),
  unwanted: text('la pièce n’est plus demandée', 'the piece is no longer asked for'),
  format: text('ce format n’est plus demandé', 'this format is no longer asked for'),
} as const satisfies Record<Removed['why'], Text>

/** Files by piece, in the order they were written. */
function byPiece(files: readonly DeliveredFile[]): readonly (readonly DeliveredFile[])[] {
  const pieces = new Map<string, DeliveredFile[]>()
  for (const file of files) pieces.set(file.piece, [...(pieces.get(file.piece) ?? []), file])
  return [...pieces.values()]
}

/** `PDF SVG PNG`: each format once. */
const formatsOf = (files: readonly DeliveredFile[]): string =>
  [...new Set(files.map(({ format }) => format.toUpperCase()))].join(' ')

const row = (files: readonly DeliveredFile[], say: Say): readonly string[] => {
  const { piece = '', width = 0, height = 0 } = files[0] ?? {}
  return [piece, say(sizeText(width, height)), formatsOf(files)]
}

function pieceLines(files: readonly DeliveredFile[], say: Say): readonly string[] {
  const pieces = byPiece(files)
  return align(pieces.map(piece => row(piece, say))).flatMap((line, index) => {
    const mirrored = pieces[index]?.some(file => file.mirrored) === true
    return [`  ${line}`, ...(mirrored ? [`    ${say(MIRROR)}`] : [])]
  })
}

function summary(files: readonly DeliveredFile[], out: string): Text {
  const bytes = bytesText(files.reduce((sum, file) => sum + file.bytes, 0))
  const count = countText(files.length, text('fichier', 'file'), text('fichiers', 'files'))
  const folder = join(out, dirname(files[0]?.path ?? ''))
  return text(`${count.fr}, ${bytes.fr}, dans ${folder}`, `${count.en}, ${bytes.en}, in ${folder}`)
}

const NOT_WRITTEN = text('non écrit', 'not written')

const STATUS = {
  complete: undefined,
  incomplete: text('incomplet', 'incomplete'),
  refused: text('refusé', 'refused'),
} as const satisfies Record<KitResult['status'], Text | undefined>

/** Lines for a person. */
export function toldKit(
  kit: Kit,
  { files, removed, status, failure }: KitResult,
  out: string,
  say: Say,
): readonly string[] {
  const failed = failure ? NOT_WRITTEN : STATUS[status]
  return [
    `${kit.structure.nom} (kit ${kit.id})${failed ? say(text(` : ${failed.fr}`, `: ${failed.en}`)) : ''}`,
    ...pieceLines(files, say),
    ...(files.length === 0 ? [] : [`  ${say(summary(files, out))}`]),
    ...removed.map(({ path, why }) => {
      const shown = join(out, path)
      return `  ${say(text(`retiré : ${shown}, ${WHY[why].fr}`, `removed: ${shown}, ${WHY[why].en}`))}`
    }),
  ]
}
