// Design → Piece[]: each piece is prepared, fitted, placed and lowered to Sheets of art. Plates come later, in sheet/.
import type { BrandSpec, Design, PieceDesign } from '../model/design.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Piece, Sheet } from '../model/sheet.ts'
import { moduleOf } from '../template/module.ts'
import { type TemplateData, templateSchema } from '../template/schema.ts'
import type { ImageRequest, Resources } from '../template/scope.ts'
import { type FitInput, fitPiece, type TraceStep } from './fit.ts'
import { lowerNodes } from './lower.ts'
import { outlineOf } from './outline.ts'
import { reportFit } from './report.ts'

export type LaidOut = {
  readonly piece: Piece
  /** Pixels to make before the piece can be drawn. */
  readonly requests: readonly ImageRequest[]
  readonly diagnostics: readonly Diagnostic[]
  readonly trace: readonly TraceStep[]
}

const templates = new WeakMap<object, TemplateData>()

/** Templates were validated when they were read; the parse here only fills the defaults, once per template. */
function templateData(source: PieceDesign['template']): TemplateData {
  const data = source.data as object
  const known = templates.get(data)
  if (known) return known
  const parsed = templateSchema.parse(data)
  templates.set(data, parsed)
  return parsed
}

function sheetOf(piece: PieceDesign, marks: Sheet['marks']): Sheet {
  const { product, printer } = piece
  const bleedPath = outlineOf(product, printer.bleed)
  return {
    face: 'recto',
    width: product.width,
    height: product.height,
    cut: outlineOf(product),
    bleedPath,
    bleed: printer.bleed,
    slug: [0, 0, 0, 0],
    safe: printer.safe,
    mirrored: false,
    holes: product.holes,
    marks: [{ kind: 'group', layer: 'art', name: 'art', clip: { path: bleedPath, rule: 'nonzero' }, marks }],
  }
}

function layoutPiece(design: Design, piece: PieceDesign, resources: Resources): LaidOut {
  const brand: BrandSpec = design.brand
  const template = templateData(piece.template)
  const input: FitInput = {
    piece,
    brand,
    template,
    spans: piece.template.spans,
    resources,
    u: moduleOf(piece.product.width, piece.product.height, brand.module),
  }
  const result = fitPiece(input)
  const sheet = sheetOf(piece, lowerNodes(result.nodes, result.arrangement))
  return {
    piece: {
      id: piece.id,
      kit: design.kit.id,
      product: piece.product.id,
      template: piece.template.id,
      title: piece.title,
      lang: piece.lang,
      orientation: piece.product.orientation,
      quantity: piece.quantity,
      order: piece.order,
      scale: 1,
      output: piece.printer.output,
      inkOrder: piece.inkOrder,
      faces: [sheet],
    },
    requests: result.attempt.requests,
    diagnostics: reportFit(result, input),
    trace: result.trace,
  }
}

/** Lays out every piece of a kit; a piece that does not fit comes with its errors and must not be drawn. */
export const layout = (design: Design, resourcesOf: (piece: PieceDesign) => Resources): LaidOut[] =>
  design.pieces.map(piece => layoutPiece(design, piece, resourcesOf(piece)))
