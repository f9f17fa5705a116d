// Composes the manifest of a kit from its pieces and the files just written.

import type { BrandSpec, PieceDesign } from '../model/design.ts'
import type { Diagnostic, Span } from '../model/diagnostic.ts'
import { type Ink, totalInk } from '../model/ink.ts'
import type { Kit } from '../model/kit.ts'
import type { Manifest, ManifestDiagnostic, ManifestFace, ManifestFile, ManifestPiece } from '../model/manifest.ts'
import type { Output, Piece, Sheet } from '../model/sheet.ts'
import { inksOf } from '../sheet/walk.ts'

const placeOf = (at: Span): object =>
  'line' in at
    ? { file: at.file, line: at.line, column: at.column, length: at.length }
    : { file: at.file, sheet: at.sheet, cell: at.cell }

/** Manifests speak French whatever the language of the talk: their bytes depend on the input only. */
export const manifestDiagnostic = ({ rule, severity, message, at, hint }: Diagnostic): ManifestDiagnostic => ({
  rule,
  severity,
  message: message.fr,
  ...(at ? { at: placeOf(at) } : {}),
  ...(hint ? { hint: hint.fr } : {}),
})

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const

/** The plates an ink lays on, by the printer's names. */
function platesOf(ink: Ink, output: Output): readonly string[] {
  switch (ink.kind) {
    case 'cmyk':
      return PROCESS.filter((_, index) => [ink.c, ink.m, ink.y, ink.k][index] !== 0)
    case 'spot':
      return [ink.role === 'brand' ? ink.name : output.plates[ink.role].name]
    case 'registration':
      return ['All']
  }
}

/** Process plates first, in the order of the press, then the spots in the order they are painted. */
export function plateNames(sheet: Sheet, output: Output): readonly string[] {
  const used = new Set(inksOf(sheet).flatMap(ink => platesOf(ink, output)))
  const images = [...used].length > 0 && hasImages(sheet) ? PROCESS : []
  for (const name of images) used.add(name)
  const spots = [...used].filter(name => !PROCESS.some(process => process === name))
  return [...PROCESS.filter(name => used.has(name)), ...spots]
}

const hasImages = (sheet: Sheet): boolean => JSON.stringify(sheet.marks).includes('"kind":"image"')

const heaviest = (sheet: Sheet): number =>
  Math.round(
    Math.max(
      0,
      ...inksOf(sheet)
        .filter(ink => ink.kind === 'cmyk')
        .map(totalInk),
    ),
  )

function faceEntry(sheet: Sheet, piece: Piece): ManifestFace {
  return {
    name: sheet.face,
    mirrored: sheet.mirrored,
    inks: plateNames(sheet, piece.output),
    inkOrder: piece.inkOrder,
    maxInk: heaviest(sheet),
    holes: sheet.holes.map(({ x, y, diameter }) => ({ x, y, diameter })),
  }
}

/** One piece of the manifest; without `files`, a refused one. */
export function pieceEntry(
  piece: Piece,
  design: PieceDesign,
  files: readonly ManifestFile[],
  diagnostics: readonly Diagnostic[],
): ManifestPiece {
  const mine = diagnostics.filter(diagnostic => diagnostic.piece === piece.id)
  const worst = mine.some(({ severity }) => severity === 'warning') ? 'warning' : 'ok'
  return {
    id: piece.id,
    product: piece.product,
    template: piece.template,
    orientation: piece.orientation,
    quantity: piece.quantity,
    ...piece.order,
    printer: { id: design.printer.id, sha256: design.printer.sha256 },
    trim: [design.product.width, design.product.height],
    bleed: design.printer.bleed,
    scale: piece.scale,
    status: files.length === 0 ? 'refused' : worst,
    faces: piece.faces.map(sheet => faceEntry(sheet, piece)),
    files,
    diagnostics: mine.map(manifestDiagnostic),
  }
}

export type ManifestInput = {
  readonly kit: Kit
  readonly brand: BrandSpec
  readonly version: string
  readonly pieces: readonly ManifestPiece[]
  readonly relaxed: Readonly<Record<string, string>>
}

export const composeManifest = ({ kit, brand, version, pieces, relaxed }: ManifestInput): Manifest => ({
  schema: 1,
  signakit: version,
  kit: kit.id,
  source: kit.source.file,
  sourceSha256: kit.source.sha256,
  ...(kit.project ? { project: { path: kit.project.file, sha256: kit.project.sha256 } } : {}),
  ...(Object.keys(relaxed).length > 0 ? { relaxed } : {}),
  brand: { id: brand.id, version: brand.version, status: brand.status, sha256: brand.sha256 },
  pieces,
})
