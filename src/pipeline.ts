// The whole flow on one screen: a file becomes a kit, a kit becomes pieces, pieces become files. The package's public API.
import { dirname, resolve } from 'node:path'
import type { Format } from './backend/backends.ts'
import type { Delivered, DeliverOptions } from './delivery/delivered.ts'
import { type KitPiece, kitPieces } from './design/kit-pieces.ts'
import { foldId } from './input/fold-id.ts'
import { type KitContext, kitOfValue, readKit as readKitFile } from './input/kit.ts'
import { findProject } from './input/project.ts'
import { loadReference } from './input/reference.ts'
import type { BrandColor, BrandSpec } from './model/design.ts'
import { hasErrors, type Outcome } from './model/diagnostic.ts'
import type { Entry } from './model/entry.ts'
import type { Kit } from './model/kit.ts'
import type { Policy } from './model/rule.ts'
import type { Standard } from './model/standard.ts'
import type { World } from './model/world.ts'
import type { Prepared, PreparedPiece } from './prepare.ts'
import { rules } from './rules.ts'

export type { DeliveredFace, DeliveredFile, Removed } from './delivery/delivered.ts'
export { manifestDiagnostic } from './delivery/manifest.ts'
export { removeKit } from './delivery/previous.ts'
export { writeFailed } from './delivery/rules.ts'
export { familyKeys } from './design/family-keys.ts'
export type { KitPiece, Prepared, PreparedPiece }

/** What came of one kit: the files, what was removed, what was said, and whether all of it is there. */
export type KitResult = Delivered

export type RenderOptions = {
  readonly formats: readonly Format[]
  /** Pieces to write, by id; all when absent. Fitting still sees the whole kit. */
  readonly pieces?: readonly { readonly id: string; readonly quantity?: number }[]
  readonly brand?: string
  readonly printer?: string
  /** Pixels per inch of the PNGs. */
  readonly dpi: number
  readonly face: 'public' | 'production'
  /** What colours PNGs show: the soft proof of their inks, or the brand's own screen values. */
  readonly screen: 'proof' | 'brand'
  readonly outlineText: boolean
  /** PDFs carry the small profile, where it is true of the press. */
  readonly smallProfile?: boolean
  /** The standard of the PDFs; the printer’s own when absent. */
  readonly standard?: Standard
  /** Text in SVG as text instead of outlines. */
  readonly liveText?: boolean
  readonly marks: boolean
  readonly set: readonly { readonly path: string; readonly value: string }[]
  /** Policies of the command line, the only ones that relax. */
  readonly rules: Readonly<Record<string, Policy>>
  /** A project file named on the command line, instead of the one found above the kit. */
  readonly config?: string
  readonly lang: 'fr' | 'en'
  readonly force: boolean
}

/** What a render does when nothing is asked for; no format: nothing is drawn. */
export const PLAIN: RenderOptions = {
  formats: [],
  dpi: 150,
  face: 'public',
  screen: 'proof',
  outlineText: false,
  marks: false,
  set: [],
  rules: {},
  lang: 'fr',
  force: false,
}

/** A project is looked for up to the disk's own folder: once for all the rows of a sheet. */
const PROJECTS = {}

/** `read` with the project of a folder, when the project itself can be read. */
function inProject(
  folder: string,
  options: RenderOptions,
  world: World,
  read: (context: KitContext) => Outcome<Kit>,
): Outcome<Kit> {
  const { config } = options
  const project = world.once(PROJECTS, `${folder}\n${config ?? ''}`, () => findProject(folder, config, world))
  if (hasErrors(project.diagnostics)) return { diagnostics: project.diagnostics }
  const kit = read({
    project: project.value,
    sets: options.set,
    reference: loadReference(world),
    options: { rules, policies: options.rules },
  })
  return { ...kit, diagnostics: [...project.diagnostics, ...kit.diagnostics] }
}

/** Reads and validates one kit; `bytes` when it comes from standard input. All its mistakes are reported at once. */
export function readKit(
  file: string,
  bytes: Uint8Array | undefined,
  options: RenderOptions,
  world: World,
): Outcome<Kit> {
  const folder = bytes ? resolve('.') : dirname(resolve(file))
  const input = { file, folder, ...(bytes ? { bytes } : {}) }
  return inProject(folder, options, world, context => readKitFile(input, context, world))
}

/** The same for an entry of a batch: a kit file, a spreadsheet's row, one document of several. */
export function readEntry({ file, content }: Entry, options: RenderOptions, world: World): Outcome<Kit> {
  if (content.kind === 'file') return readKit(file, undefined, options, world)
  const folder = dirname(resolve(file))
  const { data, spans, isSenseless } = content
  // What could not be parsed was told when it was read.
  if (data === undefined || isSenseless) return { diagnostics: [] }
  return inProject(folder, options, world, context => kitOfValue({ file, folder }, data, spans, context))
}

/** The ids of the pieces of a kit, those that no option asks for too; undefined when nothing is known of them yet. */
export const piecesOf = (kit: Kit, { brand }: RenderOptions, world: World): readonly KitPiece[] | undefined =>
  kitPieces(kit, brand, loadReference(world), world)

/**
 * Designs, lays out, finishes and checks a kit; writes nothing. `check` stops here. What draws is loaded when it serves: the
 * process that plans a batch draws nothing.
 */
export async function prepare(kit: Kit, options: RenderOptions, world: World): Promise<Prepared> {
  const { prepare: prepareKit } = await import('./prepare.ts')
  return prepareKit(kit, options, loadReference(world), world)
}

/** Every colour of a brand, those of its universes included. */
const screenColors = ({ colors, universes }: BrandSpec): readonly BrandColor[] => [
  ...Object.values(colors),
  ...Object.values(universes).flatMap(universe => Object.values(universe.colors)),
]

/**
 * Writes the sound pieces of a prepared kit into `<out>/<kit-id>/`, each file checked before it gets its name. For a batch:
 * `stamp` is recorded when all of it is done, `lost` is asked before anything gets its name.
 */
export async function write(
  prepared: Prepared,
  out: string,
  options: RenderOptions,
  world: World,
  batch: Pick<DeliverOptions, 'stamp' | 'lost'> = {},
): Promise<KitResult> {
  const { deliver } = await import('./delivery/deliver.ts')
  const { date, version } = world
  const only = options.pieces?.map(({ id }) => foldId(id))
  const brandScreen = options.screen === 'brand' && prepared.design ? screenColors(prepared.design.brand) : undefined
  return deliver(prepared, out, {
    ...options,
    date,
    version,
    ...batch,
    ...(only ? { only } : {}),
    ...(brandScreen ? { brandScreen } : {}),
  })
}
