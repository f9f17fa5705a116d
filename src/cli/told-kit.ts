// What is said of a kit once it is written: each piece with its size, the mirrors, what was removed, where it all is.
import { dirname, join } from 'node:path'
import { type Text, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import { inksText } from '../model/print-order.ts'
import type { DeliveredFace, DeliveredFile, KitResult, Removed } from '../pipeline.ts'
import { bytesText, countText, sizeText } from './measures.ts'
import { align } from './table.ts'

type Say = (text: Text) => string

/** Why a face is turned over: what is stuck inside a pane, or printed on the back of a clear plaque. */
const becauseOf = (pose: string | undefined): Text =>
  pose === undefined
    ? text(
        'la matière est transparente, s’imprime au dos et se lit de face',
        'the material is clear, printed on its back and read from its front',
      )
    : text(
        'l’adhésif se pose à l’intérieur de la vitre et se lit de l’extérieur',
        'the sticker goes inside the pane and is read from outside',
      )

/** The faces of a piece, whichever of its files they are in. */
const facesOf = (files: readonly DeliveredFile[]): readonly DeliveredFace[] => [
  ...new Map(files.flatMap(({ faces }) => faces).map(face => [face.name, face])).values(),
]

/** The faces that someone turns over; a piece of one face is called by its file. */
function turned(faces: readonly DeliveredFace[], who: DeliveredFace['mirror']): string | undefined {
  const names = faces.filter(({ mirror }) => mirror === who).map(({ name }) => name)
  if (names.length === 0) return undefined
  return faces.length === 1 ? 'PDF' : names.join(' et ')
}

/** What must not be undone at the RIP, or what must be done there. A picture of the finished piece asks for nothing. */
function mirrorTexts(files: readonly DeliveredFile[]): readonly Text[] {
  if (files.every(({ format, mirrored }) => format === 'png' && !mirrored)) return []
  const faces = facesOf(files)
  const because = becauseOf(files[0]?.pose)
  const [done, todo] = [turned(faces, 'file'), turned(faces, 'printer')]
  return [
    done === undefined
      ? []
      : text(
          `${done} en miroir : c’est voulu, ${because.fr}. Ne pas appliquer de miroir au RIP.`,
          `Mirrored ${done}: this is intended, ${because.en}. Apply no mirror at the RIP.`,
        ),
    todo === undefined
      ? []
      : text(
          `${todo} à l’endroit, à mettre en miroir par l’imprimeur : ${because.fr}.`,
          `Right-reading ${todo}, to be mirrored by the printer: ${because.en}.`,
        ),
  ].flat()
}

/** The order of the inks, where there is one to keep or a film to choose for it. */
function inkTexts(files: readonly DeliveredFile[]): readonly Text[] {
  const faces = facesOf(files)
  if (files[0]?.pose === undefined && faces.every(({ inkOrder }) => inkOrder.length < 2)) return []
  const said = faces.map(face => ({ name: faces.length === 1 ? '' : `${face.name} `, ...inksText(face) }))
  const once =
    faces.length === 1
      ? []
      : [
          text(
            'les deux faces s’impriment l’une sur l’autre, sur le même film, qui se découpe une seule fois',
            'both faces are printed one over the other on the same film, which is cut once',
          ),
        ]
  return [
    text(
      `encres : ${said.map(({ name, fr }) => `${name}${fr}`).join(' ; ')}`,
      `inks: ${said.map(({ name, en }) => `${name}${en}`).join('; ')}`,
    ),
    ...once,
  ]
}

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
    const written = pieces[index] ?? []
    const notes = [...inkTexts(written), ...mirrorTexts(written)]
    return [`  ${line}`, ...notes.map(note => `    ${say(note)}`)]
  })
}

function summary(files: readonly DeliveredFile[], out: string): Text {
  const bytes = bytesText(files.reduce((sum, file) => sum + file.bytes, 0))
  const count = countText(files.length, text('fichier', 'file'), text('fichiers', 'files'))
  const folder = join(out, dirname(files[0]?.path ?? ''))
  return text(`${count.fr}, ${bytes.fr}, dans ${folder}`, `${count.en}, ${bytes.en}, in ${folder}`)
}

/** The disk said no: nothing is there, or the pieces that were done before. */
const NOT_WRITTEN = text('non écrit', 'not written')
const HALF_WRITTEN = text('incomplet, seul ce qui suit est écrit', 'incomplete, only what follows is written')

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
  const failed = failure ? (files.length > 0 ? HALF_WRITTEN : NOT_WRITTEN) : STATUS[status]
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
