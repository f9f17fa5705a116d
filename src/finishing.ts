// One laid-out piece made ready for the press, in the order of the trade: cut, white, checks, mirror, scale, marks, flattening.
import { drawInks } from './backend/png/plates.ts'
import { NO_DATE } from './host/date.ts'
import { qrEngine } from './host/qr-engine.ts'
import type { LaidOut } from './layout/layout.ts'
import type { Assets } from './model/assets.ts'
import type { BrandSpec, PieceDesign } from './model/design.ts'
import { type Diagnostic, hasErrors } from './model/diagnostic.ts'
import type { Piece, Sheet } from './model/sheet.ts'
import { isFlat, type Standard } from './model/standard.ts'
import type { World } from './model/world.ts'
import { type QrReader, qrReader } from './preflight/checks/qr-reader.ts'
import { preflight } from './preflight/preflight.ts'
import { contours } from './sheet/contours.ts'
import { cutLines } from './sheet/cut-lines.ts'
import { finish } from './sheet/finish.ts'
import { flatten as flattenSheet } from './sheet/flatten/flatten.ts'
import type { DrawInks } from './sheet/flatten/picture.ts'
import { pressMarks } from './sheet/marks.ts'
import { lostInOneColour } from './sheet/one-colour-lost.ts'
import { scaleOf, scaleOutput, scaleSheet } from './sheet/scale.ts'
import { type Made, slugItems } from './sheet/slug-items.ts'
import { fontsOf } from './sheet/walk.ts'
import { artWhite, floodWhite, type White, whitePlate } from './sheet/white.ts'
import { whiteNotes } from './sheet/white-notes.ts'

export type FinishOptions = {
  readonly outlineText?: boolean
  /** What will be written; all there is when absent. Only a PDF is ever flattened. */
  readonly formats?: readonly string[]
  /** The standard of the PDFs; the printer’s own when absent. */
  readonly standard?: Standard
  /** Id of the profile that PDFs carry instead of the printer’s own. */
  readonly embedded?: string | undefined
  /** Crop marks, register targets and a slug line outside the bleed. */
  readonly marks?: boolean
}

/** A piece without transparency, and the pixels that it has of its own. */
export type FlatPiece = { readonly piece: Piece; readonly assets: Assets }

export type Finished = {
  /** Plates added, mirrored when the product is. */
  readonly piece: Piece
  /** What its PDF is drawn from when the standard knows no transparency. */
  readonly flat?: FlatPiece
  /** Each once, even when both faces have it. */
  readonly findings: readonly Diagnostic[]
}

let reader: QrReader | undefined

/** The decoder starts when a kit has a code, once per process. */
const readQr: QrReader = pixels => {
  reader ??= qrReader(qrEngine())
  return reader(pixels)
}

const withOptions = (piece: Piece, { outlineText, standard, embedded }: FinishOptions): Piece => ({
  ...piece,
  output: {
    ...piece.output,
    ...(outlineText && { outlineText }),
    ...(standard && { standard }),
    ...(embedded !== undefined && { embedded }),
  },
})

function whiteFor(sheet: Sheet, { product, printer }: PieceDesign, assets: Assets): White | undefined {
  switch (whitePlate(product.white, printer.white)) {
    case 'none':
      return undefined
    case 'art':
      return artWhite(sheet, assets, printer.white)
    case 'flood':
      return floodWhite(sheet, printer.white.inset)
  }
}

/** Checked at its true size, then drawn smaller when a page cannot hold it; marks come after, at their own size. */
function drawnToScale(piece: Piece, faces: readonly Sheet[], { printer }: PieceDesign): Piece {
  const scale = Math.max(...faces.map(sheet => scaleOf(sheet, printer.scale)))
  if (scale === 1) return { ...piece, faces }
  return {
    ...piece,
    scale,
    title: `${piece.title} – échelle 1:${scale}`,
    output: scaleOutput(piece.output, scale),
    faces: faces.map(sheet => scaleSheet(sheet, scale)),
  }
}

/** The slug line is set in the lightest font of the face, which is embedded anyway; else in the first of the brand. */
function withMarks(piece: Piece, assets: Assets, brand: BrandSpec, world: World): Piece {
  const { version } = world
  const made: Made = world.date.getTime() === NO_DATE ? { version } : { version, date: world.date }
  const faces = piece.faces.map(sheet => {
    const ids = [...fontsOf(sheet), ...Object.keys(brand.fonts).slice(0, 1)]
    const [font] = ids.map(id => assets.font(id)).sort((one, other) => one.weight - other.weight)
    return font ? pressMarks(sheet, { items: slugItems(piece, sheet, made), font }) : sheet
  })
  return { ...piece, faces }
}

/** Transparency resolved face by face; what could not be said is a finding on the piece. */
function flatten(
  piece: Piece,
  assets: Assets,
): { readonly flat?: FlatPiece; readonly findings: readonly Diagnostic[] } {
  const { output } = piece
  if (!isFlat(output.standard)) return { findings: [] }
  const inks: DrawInks = (marks, box, size, pixels) => drawInks(marks, { box, size, output, assets: pixels })
  const faces = piece.faces.map(sheet => flattenSheet(sheet, { assets, output, drawInks: inks }))
  const own = new Map(faces.flatMap(({ rasters }) => rasters.map(raster => [raster.id, raster])))
  return {
    flat: {
      piece: { ...piece, faces: faces.map(({ sheet }) => sheet) },
      assets: { ...assets, image: id => own.get(id) ?? assets.image(id) },
    },
    findings: faces.flatMap(({ diagnostics }) => diagnostics.map(found => ({ ...found, piece: piece.id }))),
  }
}

/** Finishes one piece and checks it at its true size, unmirrored; a piece that was not laid out is not judged further. */
export async function finishPiece(
  laid: LaidOut,
  design: PieceDesign,
  brand: BrandSpec,
  assets: Assets,
  options: FinishOptions,
  world: World,
): Promise<Finished> {
  const { product, printer } = design
  const sound = !hasErrors(laid.diagnostics)
  const optioned = withOptions(laid.piece, options)
  const piece: Piece = { ...optioned, faces: optioned.faces.map(sheet => cutLines(sheet, product, printer, assets)) }
  const drawn = piece.faces.map(sheet => contours(sheet, product.art, assets))
  const whites = drawn.map(sheet => whiteFor(sheet, design, assets))
  const finished = (sheet: Sheet, face: number, mirrored: boolean): Sheet =>
    finish(sheet, { white: whites[face], cut: product.cut, mirrored })
  // As people see it; a face that our file does not turn over goes on as the same object, with all that is known of it.
  const seen = drawn.map((sheet, face) => finished(sheet, face, false))
  // What is wrong on both faces is said once.
  const findings = new Map<string, Diagnostic>()
  const say = (found: Diagnostic): void => {
    findings.set(JSON.stringify(found), found)
  }
  for (const [face, sheet] of drawn.entries()) {
    const white = whites[face]
    const notes = white ? whiteNotes(white, sheet, assets, printer.white) : []
    for (const note of notes) say({ ...note, piece: piece.id })
  }
  if (product.art !== 'printed')
    for (const found of piece.faces.flatMap(sheet => lostInOneColour(sheet, assets))) say({ ...found, piece: piece.id })
  for (const [face, sheet] of sound ? seen.entries() : []) {
    const laidOut = product.art === 'printed' ? sheet : (piece.faces[face] ?? sheet)
    for (const found of await preflight({ piece, sheet, laidOut, product, printer, assets, readQr })) say(found)
  }
  const turned = seen.map((sheet, face) =>
    sheet.mirror === 'file' ? finished(drawn[face] ?? sheet, face, true) : sheet,
  )
  const bare = drawnToScale(piece, turned, design)
  const whole = options.marks || printer.marks ? withMarks(bare, assets, brand, world) : bare
  const toPdf = options.formats?.includes('pdf') ?? true
  const { flat, findings: flattening } = sound && toPdf ? flatten(whole, assets) : { findings: [] }
  return { piece: whole, ...(flat && { flat }), findings: [...laid.diagnostics, ...findings.values(), ...flattening] }
}
