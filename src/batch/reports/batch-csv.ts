// batch.csv: one line for each file, for whoever prints, cuts or counts.
import type { KitReport, ReportPiece } from '../../model/kit-report.ts'
import { inksText } from '../../model/print-order.ts'
import { rowWord } from '../places.ts'
import { csvLine, csvNumber } from './csv-out.ts'

type File = ReportPiece['files'][number]
type Face = NonNullable<ReportPiece['printed']>[number]

type Line = { readonly report: KitReport; readonly piece: ReportPiece; readonly file: File }

const yesNo = (value: boolean): string => (value ? 'oui' : 'non')

/** A file for each face, in the order of the faces, or one for all of them. */
function facesIn({ files, printed = [] }: ReportPiece, file: File): readonly Face[] {
  const same = files.filter(({ format }) => format === file.format)
  return same.length === printed.length ? printed.slice(same.indexOf(file), same.indexOf(file) + 1) : printed
}

/** One word when it holds for all faces, else one for each: `recto oui, verso non`. */
function byFace(faces: readonly Face[], say: (face: Face) => string): string {
  const words = faces.map(say)
  if (new Set(words).size < 2) return words[0] ?? ''
  return faces.map(({ face }, rank) => `${face} ${words[rank]}`).join(', ')
}

function mirrorOf({ piece, file }: Line): string {
  if (file.format === 'png') return yesNo(false)
  const faces = facesIn(piece, file)
  return faces.length === 0 ? yesNo(piece.mirrored) : byFace(faces, ({ mirrored }) => yesNo(mirrored))
}

/** What `CMYK` in an order of inks stands for. */
const PROCESS: ReadonlySet<string> = new Set(['Cyan', 'Magenta', 'Yellow', 'Black'])

/** `CMJN puis blanc + CutContour`: the inks in the order of printing, then the plates that are not printed. */
function inksOf({ piece, file }: Line): string {
  const faces = facesIn(piece, file)
  if (faces.length === 0) return piece.inks.join(' ')
  const ordered = new Set(faces.flatMap(({ inkOrder }) => inkOrder))
  const others = piece.inks.filter(ink => !ordered.has(ink) && !(PROCESS.has(ink) && ordered.has('CMYK')))
  return [byFace(faces, face => inksText(face).fr), ...others].join(' + ')
}

const PRESS = ['pdf', 'svg', 'png']

/** Of the files of a piece, the one that its order is counted on: the others show it again. */
function isCounted({ piece: { files }, file }: Line): boolean {
  const format = PRESS.find(each => files.some(other => other.format === each)) ?? file.format
  return files.find(other => other.format === format) === file
}

/** The columns, in their order (CONTRACT §7). */
const COLUMNS: Readonly<Record<string, (line: Line) => string>> = {
  fichier: ({ report: { folder, kit = '' }, file }) =>
    [...(folder === undefined ? [] : [folder]), kit, file.path].join('/'),
  kit: ({ report }) => report.kit ?? '',
  structure: ({ report }) => report.structure?.nom ?? '',
  commune: ({ report }) => report.structure?.commune ?? '',
  caf: ({ report }) => (report.structure?.caf ?? []).join(' '),
  piece: ({ piece }) => piece.id,
  produit: ({ piece }) => piece.product,
  largeur_mm: ({ piece }) => csvNumber(piece.width),
  hauteur_mm: ({ piece }) => csvNumber(piece.height),
  orientation: ({ piece }) => piece.orientation,
  quantite: ({ piece }) => String(piece.quantity),
  faces: ({ piece }) => piece.faces.join(' '),
  miroir: mirrorOf,
  support: ({ piece }) => piece.support ?? '',
  fixation: ({ piece }) => piece.fixation ?? '',
  imprimeur: ({ piece }) => piece.printer,
  encres: inksOf,
  sha256: ({ file }) => file.sha256,
  lieu: ({ report }) => report.lieu ?? '',
  etat: ({ report }) => (report.status === 'complete' ? 'complet' : 'incomplet'),
  // Once for each piece, so that the column adds up to what is to be printed.
  a_imprimer: line => (isCounted(line) ? String(line.piece.quantity) : ''),
  origine: ({ report: { origin, mends = '' } }) => (mends === '' ? rowWord(origin) : mends),
}

export const BATCH_CSV_HEADER = csvLine(Object.keys(COLUMNS))

export const batchCsvLines = (report: KitReport): readonly string[] =>
  report.pieces.flatMap(piece =>
    piece.files.map(file => csvLine(Object.values(COLUMNS).map(column => column({ report, piece, file })))),
  )
