// Design → Piece[]: each piece is prepared, fitted, placed and lowered to Sheets of art. Plates come later, in sheet/.
import type { BrandSpec, Design, FaceSpec, PieceDesign } from '../model/design.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { allEdges } from '../model/geometry.ts'
import type { Piece, Sheet } from '../model/sheet.ts'
import { moduleOf } from '../template/module.ts'
import { templateOf } from '../template/schema.ts'
import type { ImageRequest, Resources } from '../template/scope.ts'
import { fitOnStage, type TraceStep } from './fit.ts'
import { lowerNodes } from './lower.ts'
import { outlineOfFace } from './outline.ts'
import { reportFit } from './report.ts'
import { type FitInput, onStage } from './stage.ts'

export type LaidOut = {
  readonly piece: Piece
  /** Pixels to make before the piece can be drawn. */
  readonly requests: readonly ImageRequest[]
  readonly diagnostics: readonly Diagnostic[]
  readonly trace: readonly TraceStep[]
}

function sheetOf(piece: PieceDesign, face: FaceSpec, marks: Sheet['marks']): Sheet {
  const { product, printer } = piece
  const outlined = outlineOfFace(piece, face)
  return {
    face: face.name,
    width: product.width,
    height: product.height,
    ...outlined,
    // Without bleed the cut would lie on the edge of the page, which hides half of its line: the page is a little larger.
    slug: allEdges(piece.product.art === 'printed' ? 0 : 1),
    clear: product.clear,
    inkOrder: face.inkOrder,
    mirror: face.mirrored ? printer.mirror : 'none',
    mirrored: false,
    marks: [{ kind: 'group', layer: 'art', name: 'art', clip: { path: outlined.bleedPath, rule: 'nonzero' }, marks }],
  }
}

type LaidFace = { readonly sheet: Sheet } & Omit<LaidOut, 'piece'>

function layoutFace(design: Design, piece: PieceDesign, face: FaceSpec, resources: Resources): LaidFace {
  const brand: BrandSpec = design.brand
  const template = templateOf(piece.template)
  const input: FitInput = {
    piece,
    brand,
    template,
    spans: piece.template.spans,
    resources,
    u: moduleOf(piece.product.width, piece.product.height, brand.module),
    face,
  }
  return onStage(input, stage => {
    const result = fitOnStage(input, stage)
    return {
      sheet: sheetOf(piece, face, lowerNodes(result.nodes, result.arrangement)),
      requests: result.attempt.requests,
      diagnostics: reportFit(result, input),
      trace: result.trace,
    }
  })
}

/** What the second face says again is said once. */
function findingsOf(faces: readonly LaidFace[]): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  for (const diagnostic of faces.flatMap(({ diagnostics }) => diagnostics))
    found.set(JSON.stringify(diagnostic), diagnostic)
  return [...found.values()]
}

/** A second face that was fitted as the first has nothing to add to the story. */
const traceOf = ([first, ...others]: readonly LaidFace[]): readonly TraceStep[] => [
  ...(first?.trace ?? []),
  ...others.flatMap(({ trace, sheet }) =>
    JSON.stringify(trace) === JSON.stringify(first?.trace) ? [] : trace.map(step => ({ ...step, face: sheet.face })),
  ),
]

function layoutPiece(design: Design, piece: PieceDesign, resources: Resources): LaidOut {
  const faces = piece.product.faces.map(face => layoutFace(design, piece, face, resources))
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
      faces: faces.map(({ sheet }) => sheet),
    },
    requests: faces.flatMap(({ requests }) => requests),
    diagnostics: findingsOf(faces),
    trace: traceOf(faces),
  }
}

/** Lays out every piece of a kit; a piece that does not fit comes with its errors and must not be drawn. */
export const layout = (design: Design, resourcesOf: (piece: PieceDesign) => Resources): LaidOut[] =>
  design.pieces.map(piece => layoutPiece(design, piece, resourcesOf(piece)))
