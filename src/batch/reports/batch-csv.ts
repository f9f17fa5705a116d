// batch.csv: one line for each file, for whoever prints, cuts or counts.
import type { KitReport, ReportPiece } from '../../model/kit-report.ts'
import { csvLine, csvNumber } from './csv-out.ts'

type Line = { readonly report: KitReport; readonly piece: ReportPiece; readonly file: ReportPiece['files'][number] }

const yesNo = (value: boolean): string => (value ? 'oui' : 'non')

/** The columns, in their order (CONTRACT §7). */
const COLUMNS: Readonly<Record<string, (line: Line) => string>> = {
  fichier: ({ report, file }) => `${report.kit ?? ''}/${file.path}`,
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
  miroir: ({ piece, file }) => yesNo(piece.mirrored && file.format !== 'png'),
  support: ({ piece }) => piece.support ?? '',
  fixation: ({ piece }) => piece.fixation ?? '',
  imprimeur: ({ piece }) => piece.printer,
  encres: ({ piece }) => piece.inks.join(' '),
  sha256: ({ file }) => file.sha256,
}

export const BATCH_CSV_HEADER = csvLine(Object.keys(COLUMNS))

export const batchCsvLines = (report: KitReport): readonly string[] =>
  report.pieces.flatMap(piece =>
    piece.files.map(file => csvLine(Object.values(COLUMNS).map(column => column({ report, piece, file })))),
  )
