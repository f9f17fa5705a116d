// Kit → pieces ready to be drawn: designed, laid out, finished, checked, and judged by the policies. Writes nothing.
import { smallProfiles } from './color/small-profile.ts'
import { designKit } from './design/design.ts'
import { type Finished, type FinishOptions, finishPiece } from './finishing.ts'
import type { Reference } from './input/reference.ts'
import type { TraceStep } from './layout/fit.ts'
import { layout } from './layout/layout.ts'
import type { Assets } from './model/assets.ts'
import type { Design, PieceDesign } from './model/design.ts'
import { type Diagnostic, hasErrors } from './model/diagnostic.ts'
import type { Kit } from './model/kit.ts'
import type { World } from './model/world.ts'
import { judge, type Policies, strictest } from './policies.ts'
import { unprinted } from './preflight/unprinted.ts'
import { loadResources } from './resources.ts'

export type PrepareOptions = FinishOptions & {
  readonly brand?: string
  readonly printer?: string
  readonly pieces?: readonly { readonly id: string; readonly quantity?: number }[]
  /** PDFs carry the small profile where it is true of the press, whatever the printer’s file says. */
  readonly smallProfile?: boolean
  /** `--rule`: the only policies that may relax. */
  readonly rules?: Policies
}

export type PreparedPiece = Pick<Finished, 'piece' | 'flat'> & {
  readonly design: PieceDesign
  readonly trace: readonly TraceStep[]
  /** False: an error refuses it, nothing of it may be written. */
  readonly sound: boolean
}

export type Prepared = {
  readonly kit: Kit
  readonly design?: Design
  readonly pieces: readonly PreparedPiece[]
  readonly assets?: Assets
  /** After the policies; those of pieces name them. */
  readonly diagnostics: readonly Diagnostic[]
  /** Whether a rule set the whole kit aside. */
  readonly setAside: boolean
}

/** Policies in force: the strictest of brand, kit and printers; the command line alone relaxes. */
const declaredPolicies = (kit: Kit, design: Design): Policies =>
  strictest([design.brand.rules, kit.regles, ...design.pieces.map(({ printer }) => printer.rules)])

/** All that render would do before writing, and all that check says. */
export async function prepare(
  kit: Kit,
  options: PrepareOptions,
  reference: Reference,
  world: World,
): Promise<Prepared> {
  const designed = designKit(kit, options, reference, world)
  const design = designed.value
  if (!design) return { kit, pieces: [], diagnostics: designed.diagnostics, setAside: false }
  const { diagnostics: loading, drawable, realise, resourcesOf, ...loaded } = await loadResources(design, world)
  const printers = drawable ? design.pieces.map(({ printer }) => printer) : []
  const carried = await smallProfiles(printers, loaded.assets, world, options.smallProfile === true)
  const { assets } = carried
  const found: Diagnostic[] = [...designed.diagnostics, ...loading, ...carried.diagnostics]
  const pieces: Omit<PreparedPiece, 'sound'>[] = []
  for (const [index, laid] of (drawable ? layout(design, resourcesOf) : []).entries()) {
    const pieceDesign = design.pieces[index]
    if (!pieceDesign) continue
    found.push(...(await realise(laid.requests, pieceDesign)))
    const finishing = { ...options, embedded: carried.embeddedFor(pieceDesign.printer) }
    const { findings, ...finished } = await finishPiece(laid, pieceDesign, design.brand, assets, finishing, world)
    found.push(...findings)
    pieces.push({ ...finished, design: pieceDesign, trace: laid.trace })
  }
  const drawn = pieces.map(({ piece }) => piece)
  // Of some pieces only, nothing can be said of what no piece shows.
  const whole = options.pieces === undefined && drawn.length > 0
  if (whole && !hasErrors(found)) found.push(...unprinted(kit, drawn, found))
  const { diagnostics, setAside } = judge(found, declaredPolicies(kit, design), options.rules ?? {})
  const refused = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ piece }) => piece))
  const kitRefused = setAside || refused.has(undefined)
  return {
    kit,
    design,
    pieces: pieces.map(piece => ({ ...piece, sound: !kitRefused && !refused.has(piece.piece.id) })),
    assets,
    diagnostics,
    setAside,
  }
}
