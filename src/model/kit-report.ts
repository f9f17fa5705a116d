// What came of one kit of a batch, as its reports tell it. Plain data: it travels between processes, and is the same
// whether the kit was made now, by another machine, or was right already.
import type { Span } from './diagnostic.ts'
import type { EntryRow } from './entry.ts'
import type { Mm } from './length.ts'
import type { Manifest, ManifestDiagnostic, ManifestFile, ManifestPiece } from './manifest.ts'

export type KitStatus =
  /** Everything asked for is written. */
  | 'complete'
  /** Some pieces are written, some refused. */
  | 'incomplete'
  | 'refused'
  /** The structure is closed: no kit. */
  | 'closed'
  /** Every count of the row is nought: no kit. */
  | 'unordered'
  /** The row is hidden or filtered out in the spreadsheet. */
  | 'hidden'

/** Why a kit is not complete although nothing is wrong with its data. */
export type Fault = 'file' | 'bug'

/** What a shop needs to know of a piece without opening its files. */
export type ReportPiece = {
  readonly id: string
  readonly product: string
  readonly width: Mm
  readonly height: Mm
  readonly orientation: string
  readonly quantity: number
  readonly faces: readonly string[]
  readonly mirrored: boolean
  /** The film, or the material. */
  readonly support?: string
  readonly fixation?: string
  readonly printer: string
  readonly inks: readonly string[]
  /** Its faces, in their order. Reports of older versions have them not. */
  readonly printed?: readonly {
    readonly face: string
    readonly mirrored: boolean
    /** As `Sheet.inkOrder`. */
    readonly inkOrder: readonly string[]
  }[]
  readonly status: ManifestPiece['status']
  readonly files: readonly ManifestFile[]
}

export type ReportDiagnostic = ManifestDiagnostic & { readonly piece?: string }

export type KitReport = {
  /** Rank among the entries of the run, from 0. */
  readonly index: number
  /** As given on the command line. */
  readonly file: string
  readonly origin: Span
  readonly status: KitStatus
  /** Of a refused row, the id that its values would have given, as far as they can be read. */
  readonly kit?: string
  readonly structure?: Manifest['structure']
  readonly lieu?: string
  /** From the report to the folder that the kit's own is in, when it is another than the report's. */
  readonly folder?: string
  readonly pieces: readonly ReportPiece[]
  /** Of the kit, then of its pieces; those name their piece. */
  readonly diagnostics: readonly ReportDiagnostic[]
  readonly fault?: Fault
  /** As of its entry. */
  readonly mends?: string
  /** The row of a kit that is not whole, for the next run to know it by, and to tell it when it does not read its sheet. */
  readonly row?: Pick<EntryRow, 'titles' | 'cells'>
}

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function reportPiece(piece: ManifestPiece): ReportPiece {
  const { id, product, trim, orientation, quantity, faces, printer, status, files } = piece
  const support = wordOf(piece.support) ?? wordOf(piece.matiere)
  const fixation = wordOf(piece.fixation)
  return {
    id,
    product,
    width: trim[0],
    height: trim[1],
    orientation,
    quantity,
    faces: faces.map(({ name }) => name),
    mirrored: faces.some(({ mirrored }) => mirrored),
    ...(support === undefined ? {} : { support }),
    ...(fixation === undefined ? {} : { fixation }),
    printer: printer.id,
    inks: [...new Set(faces.flatMap(({ inks }) => inks))],
    printed: faces.map(({ name, mirrored, inkOrder }) => ({ face: name, mirrored, inkOrder })),
    status,
    files,
  }
}

/** The report of a kit whose manifest says all: made now or before, the same words. */
export function reportOfManifest(
  { index, file, origin, mends }: Pick<KitReport, 'index' | 'file' | 'origin' | 'mends'>,
  { kit, structure, pieces, diagnostics }: Manifest,
): KitReport {
  const ofPieces = pieces.flatMap(({ id, diagnostics: own }) => own.map(each => ({ ...each, piece: id })))
  const all: readonly ReportDiagnostic[] = [...diagnostics, ...ofPieces]
  const written = pieces.filter(({ files }) => files.length > 0).length
  const refused = written < pieces.length || all.some(({ severity }) => severity === 'error')
  return {
    index,
    file,
    origin,
    status: written === 0 ? 'refused' : refused ? 'incomplete' : 'complete',
    kit,
    structure,
    pieces: pieces.map(reportPiece),
    diagnostics: all,
    ...(mends === undefined ? {} : { mends }),
  }
}
