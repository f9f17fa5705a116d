// Composes the manifest of a kit from its pieces and the files just written.

import type { Assets } from '../model/assets.ts'
import type { BrandSpec, PieceDesign, PrinterSpec } from '../model/design.ts'
import type { Diagnostic, Span } from '../model/diagnostic.ts'
import type { Edges } from '../model/geometry.ts'
import type { Kit } from '../model/kit.ts'
import { roundMm } from '../model/length.ts'
import type { Manifest, ManifestDiagnostic, ManifestFace, ManifestFile, ManifestPiece } from '../model/manifest.ts'
import type { Output, Piece, Sheet } from '../model/sheet.ts'
import type { Stamp } from '../model/stamp.ts'
import { expectationOf } from '../preflight/file/expectation.ts'
import { totalInkOf } from '../preflight/total-ink.ts'

/** Without its folder: the same kit gives the same manifest wherever it lies. */
const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

const placeOf = (at: Span): Span =>
  'line' in at
    ? { file: baseName(at.file), line: at.line, column: at.column, length: at.length }
    : { file: baseName(at.file), sheet: at.sheet, cell: at.cell }

/** Manifests speak French whatever the language of the talk: their bytes depend on the input only. */
export const manifestDiagnostic = ({ rule, severity, message, at, hint }: Diagnostic): ManifestDiagnostic => ({
  rule,
  severity,
  message: message.fr,
  ...(at ? { at: placeOf(at) } : {}),
  ...(hint ? { hint: hint.fr } : {}),
})

/** Holes as seen from the finished side, whichever way the face is printed: where a fitter puts the drill. */
const finishedHoles = ({ holes, mirrored, width }: Sheet, scale: number): ManifestFace['holes'] =>
  holes.map(({ x, y, diameter }) => ({
    x: roundMm((mirrored ? width - x : x) * scale),
    y: roundMm(y * scale),
    diameter: roundMm(diameter * scale),
  }))

function faceEntries(piece: Piece, assets: Assets): ManifestFace[] {
  const { pages } = expectationOf(piece, assets)
  return piece.faces.map((sheet, index) => ({
    name: sheet.face,
    mirrored: sheet.mirrored,
    mirror: sheet.mirror,
    inks: pages[index]?.inks ?? [],
    inkOrder: sheet.inkOrder,
    maxInk: totalInkOf(sheet, piece, assets).most,
    holes: finishedHoles(sheet, piece.scale),
  }))
}

export type PieceReport = {
  readonly piece: Piece
  readonly design: PieceDesign
  readonly assets: Assets
  /** Empty when the piece is refused. */
  readonly files: readonly ManifestFile[]
  readonly diagnostics: readonly Diagnostic[]
}

const printerEntry = (
  { id, sha256, profile }: PrinterSpec,
  { embedded }: Output,
  assets: Assets,
): ManifestPiece['printer'] => ({
  id,
  sha256,
  profile: { file: profile.file, sha256: profile.sha256 },
  ...(embedded === undefined ? {} : { embedded: { file: `${embedded}.icc`, sha256: assets.profile(embedded).sha256 } }),
})

/** As the files give it, at the finished size: art that is engraved or cut out has none. */
function bleedOf({ faces: [sheet], scale }: Piece, { printer }: PieceDesign): Edges {
  if (!sheet) return printer.bleed
  const [top, right, bottom, left] = sheet.bleed
  return [roundMm(top * scale), roundMm(right * scale), roundMm(bottom * scale), roundMm(left * scale)]
}

/** One piece of the manifest; without files, a refused one. */
export function pieceEntry({ piece, design, assets, files, diagnostics }: PieceReport): ManifestPiece {
  const refused = files.length === 0
  const worst = diagnostics.some(({ severity }) => severity === 'warning') ? 'warning' : 'ok'
  return {
    id: piece.id,
    product: piece.product,
    template: piece.template,
    orientation: piece.orientation,
    quantity: piece.quantity,
    ...piece.order,
    printer: printerEntry(design.printer, piece.output, assets),
    trim: [design.product.width, design.product.height],
    bleed: bleedOf(piece, design),
    scale: piece.scale,
    ...(design.product.hidden.some(edge => edge > 0) ? { hidden: design.product.hidden } : {}),
    status: refused ? 'refused' : worst,
    faces: refused ? [] : faceEntries(piece, assets),
    files,
    diagnostics: diagnostics.map(manifestDiagnostic),
  }
}

export type ManifestInput = {
  readonly kit: Kit
  readonly brand: BrandSpec
  readonly version: string
  readonly pieces: readonly ManifestPiece[]
  /** All of this run; those of the pieces are already with them. */
  readonly diagnostics: readonly Diagnostic[]
  /** Policies of the command line. */
  readonly relaxed: Readonly<Record<string, string>>
  readonly stamp?: Stamp
}

function structureOf({ structure: { nom, adresse, communes, caf } }: Kit): Manifest['structure'] {
  const commune = adresse?.commune ?? communes?.[0]
  return { nom, ...(commune === undefined ? {} : { commune }), caf }
}

export const composeManifest = ({
  kit,
  brand,
  version,
  pieces,
  diagnostics,
  relaxed,
  stamp,
}: ManifestInput): Manifest => ({
  schema: 1,
  signakit: version,
  kit: kit.id,
  structure: structureOf(kit),
  source: baseName(kit.source.file),
  sourceSha256: kit.source.sha256,
  ...(kit.project ? { project: { path: baseName(kit.project.file), sha256: kit.project.sha256 } } : {}),
  ...(Object.keys(relaxed).length > 0 ? { relaxed } : {}),
  brand: { id: brand.id, version: brand.version, status: brand.status, sha256: brand.sha256 },
  pieces,
  diagnostics: diagnostics.filter(({ piece }) => piece === undefined).map(manifestDiagnostic),
  ...(stamp ? { stamp } : {}),
})
