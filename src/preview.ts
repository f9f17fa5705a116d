// A kit before anything is drawn: the pieces that it would make, and what is said of them.
import { designKit } from './design/design.ts'
import { foldId } from './input/fold-id.ts'
import { loadReference } from './input/reference.ts'
import type { PieceDesign } from './model/design.ts'
import type { Diagnostic } from './model/diagnostic.ts'
import type { Kit } from './model/kit.ts'
import type { World } from './model/world.ts'
import type { RenderOptions } from './pipeline.ts'

/** A piece as its order would say it; its finished size in mm. */
export type PreviewPiece = Pick<PieceDesign, 'id' | 'quantity'> & {
  readonly product: string
  readonly width: number
  readonly height: number
  readonly printer: string
}

export type Preview = {
  readonly brand: string
  readonly pieces: readonly PreviewPiece[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The pieces that a kit would make and what is said of them before anything is drawn. */
export function previewKit(kit: Kit, options: RenderOptions, world: World): Preview {
  const { value, diagnostics } = designKit(kit, options, loadReference(world), world)
  const only = options.pieces?.map(({ id }) => foldId(id))
  const asked = (value?.pieces ?? []).filter(({ id }) => only === undefined || only.includes(id))
  const pieces = asked.map(({ id, quantity, product, printer }) => ({
    id,
    quantity,
    product: product.id,
    width: product.width,
    height: product.height,
    printer: printer.id,
  }))
  return { brand: value?.brand.id ?? '', pieces, diagnostics }
}
