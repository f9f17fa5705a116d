// Writes a prepared kit: each file checked before it gets its name, stale ones removed and named, the manifest last.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Backend, Rendered } from '../backend/backend.ts'
import { backends, type Format } from '../backend/backends.ts'
import { type WriteFailure, writeAtomic } from '../host/atomic.ts'
import type { Assets } from '../model/assets.ts'
import type { BrandColor } from '../model/design.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type Mm, roundMm } from '../model/length.ts'
import {
  canonicalJson,
  type Manifest,
  type ManifestFace,
  type ManifestFile,
  type ManifestPiece,
} from '../model/manifest.ts'
import type { Sheet } from '../model/sheet.ts'
import type { Stamp } from '../model/stamp.ts'
import { standards } from '../model/standard.ts'
import type { Prepared, PreparedPiece } from '../prepare.ts'
import { fileName } from './file-name.ts'
import { composeManifest, type PieceReport, pieceEntry } from './manifest.ts'
import { MANIFEST, previousPieces, removeStale } from './previous.ts'
import { foreignFile } from './rules.ts'
import { selfCheck } from './self-check.ts'

export type DeliverOptions = {
  readonly formats: readonly Format[]
  readonly dpi: number
  readonly face: 'public' | 'production'
  /** Pieces asked for by id; all of them when absent. */
  readonly only?: readonly string[]
  /** Policies of the command line, recorded in the manifest. */
  readonly rules: Readonly<Record<string, string>>
  readonly liveText?: boolean
  /** Colours that pictures show by their declared screen value. */
  readonly brandScreen?: readonly BrandColor[]
  /** Whether files that are not ours may be replaced. */
  readonly force: boolean
  readonly date: Date
  readonly version: string
  /** What the kit is made from: recorded once all of it is done. */
  readonly stamp?: Stamp
}

export type DeliveredFile = ManifestFile & {
  /** Path from the output folder. */
  readonly path: string
  readonly piece: string
  readonly width: Mm
  /** Of the finished piece, whatever the scale of the file. */
  readonly height: Mm
  /** The finished size over the drawn one. */
  readonly scale: number
  readonly mirrored: boolean
  /** How the piece is applied, for what goes on glass. */
  readonly pose?: string
  /** What is in the file. */
  readonly faces: readonly DeliveredFace[]
}

export type DeliveredFace = Pick<ManifestFace, 'name' | 'inkOrder'> & Pick<Sheet, 'mirror'>

export type Removed = { readonly path: string; readonly piece: string; readonly why: 'refused' | 'unwanted' | 'format' }

export type Delivered = {
  readonly kit: string
  readonly status: 'complete' | 'incomplete' | 'refused'
  readonly files: readonly DeliveredFile[]
  readonly removed: readonly Removed[]
  /** Those of preparation, and what the self-check refused. */
  readonly diagnostics: readonly Diagnostic[]
  /** The disk said no: exit 3. */
  readonly failure?: WriteFailure
  /** A written file failed its own check: exit 4. */
  readonly broken: boolean
  /** As it was last written, when there is one. */
  readonly manifest?: Manifest
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** One run over one kit; its state is what has been written so far. */
class Delivery {
  readonly files: DeliveredFile[] = []
  readonly entries: ManifestPiece[] = []
  readonly removed: Removed[] = []
  readonly found: Diagnostic[] = []
  failure: WriteFailure | undefined
  broken = false
  private written: Manifest | undefined
  private readonly prepared: Prepared
  private readonly options: DeliverOptions
  private readonly folder: string
  private readonly previous: readonly ManifestPiece[]

  constructor(prepared: Prepared, out: string, options: DeliverOptions) {
    this.prepared = prepared
    this.options = options
    this.folder = join(out, prepared.kit.id)
    this.previous = previousPieces(this.folder, prepared.kit.id)
  }

  /** Whether a file of that name is there that no manifest of ours names (CONTRACT §5: never touched). */
  private isForeign(name: string): boolean {
    const known = [...this.previous, ...this.entries].some(({ files }) => files.some(({ path }) => path === name))
    return !known && !this.options.force && existsSync(join(this.folder, name))
  }

  private async writeFile(
    { piece, design }: PreparedPiece,
    format: Format,
    { face, bytes, sha256 = sha256Of(bytes) }: Rendered,
    assets: Assets,
  ): Promise<ManifestFile | undefined> {
    const { dpi, face: view } = this.options
    const faces = face === undefined ? piece.faces : piece.faces.filter(sheet => sheet.face === face)
    const [sheet] = faces
    if (!sheet) throw new Error(`the piece ${piece.id} has no such face`)
    const { extension } = backends[format]
    const name = fileName({ piece, design, extension, ...(face === undefined ? {} : { face }) })
    if (this.isForeign(name)) {
      this.found.push(foreignFile(join(this.folder, name), piece.id))
      return undefined
    }
    const written = await writeAtomic(join(this.folder, name), bytes, async temporary => {
      const errors = await selfCheck(temporary, format, { piece: { ...piece, faces }, sheet, assets, dpi, face: view })
      return errors.length > 0 ? errors : undefined
    })
    if (!written.ok && 'failure' in written) {
      this.failure = written.failure
      return undefined
    }
    if (!written.ok) {
      this.broken = true
      this.found.push(...written.refused.map(refused => ({ ...refused, piece: piece.id })))
      return undefined
    }
    const file: ManifestFile = {
      path: name,
      format,
      ...(format === 'pdf' ? { standard: standards[piece.output.standard].title } : {}),
      bytes: bytes.length,
      sha256,
    }
    this.files.push({
      ...file,
      path: join(piece.kit, name),
      piece: piece.id,
      width: roundMm(sheet.width * piece.scale),
      height: roundMm(sheet.height * piece.scale),
      scale: piece.scale,
      mirrored: faces.some(({ mirrored }) => mirrored) && (format !== 'png' || view === 'production'),
      ...(piece.order.pose === undefined ? {} : { pose: piece.order.pose }),
      faces: faces.map(sheet => ({ name: sheet.face, inkOrder: sheet.inkOrder, mirror: sheet.mirror })),
    })
    return file
  }

  /** All files of a piece, or none: a piece of which one file fails is refused whole. */
  private async writePiece(prepared: PreparedPiece, assets: Assets): Promise<readonly ManifestFile[]> {
    const { piece, design, flat } = prepared
    const files: ManifestFile[] = []
    for (const format of this.options.formats) {
      const backend: Backend = backends[format]
      // A standard without transparency is drawn from a piece without any; screens and cutters get the piece itself.
      const drawn = format === 'pdf' && flat ? flat : { piece, assets }
      const rendered = await backend.render(drawn.piece, drawn.assets, { ...this.options, pages: design.printer.pages })
      for (const each of rendered) {
        const file = await this.writeFile({ ...prepared, piece: drawn.piece }, format, each, drawn.assets)
        if (!file) return this.undo(files)
        files.push(file)
        // After each file: were the run to stop here, the next one would know that it is ours.
        await this.manifest(() => true, this.unfinished({ piece, design, assets, files, diagnostics: [] }))
      }
    }
    return files
  }

  /** A piece in the making: its new files, and those of the last run that are still to be replaced. */
  private unfinished(report: PieceReport): ManifestPiece {
    const entry = pieceEntry(report)
    const before = this.previous.find(({ id }) => id === entry.id)?.files ?? []
    const written = new Set(entry.files.map(({ path }) => path))
    return { ...entry, files: [...entry.files, ...before.filter(({ path }) => !written.has(path))] }
  }

  private undo(files: readonly ManifestFile[]): readonly ManifestFile[] {
    for (const { path } of files) removeStale(this.folder, path)
    for (const { path } of files) {
      const at = this.files.findIndex(file => file.path.endsWith(path))
      if (at >= 0) this.files.splice(at, 1)
    }
    return []
  }

  async piece(prepared: PreparedPiece, assets: Assets): Promise<void> {
    const { piece, design, sound } = prepared
    const files = sound && !this.failure ? await this.writePiece(prepared, assets) : []
    const diagnostics = [...this.prepared.diagnostics, ...this.found].filter(
      diagnostic => diagnostic.piece === piece.id,
    )
    this.entries.push(pieceEntry({ piece, design, assets, files, diagnostics }))
    await this.manifest(() => true)
  }

  private isDone = (id: string): boolean => this.entries.some(entry => entry.id === id)

  /** Files of the last run that this one refused or no longer wants; pieces outside `--piece` are left alone. */
  sweep(untouched: (id: string) => boolean): void {
    const kept = new Set(this.files.map(({ path }) => path))
    for (const { id, files } of this.previous) {
      if (untouched(id)) continue
      const why = this.whyRemoved(id)
      for (const { path } of files) {
        const shown = join(this.prepared.kit.id, path)
        if (kept.has(shown) || !removeStale(this.folder, path)) continue
        this.removed.push({ path: shown, piece: id, why })
      }
    }
  }

  private whyRemoved(id: string): Removed['why'] {
    const entry = this.entries.find(each => each.id === id)
    if (entry?.status === 'refused' || this.isRefused(id)) return 'refused'
    return entry ? 'format' : 'unwanted'
  }

  private isRefused(id: string): boolean {
    const { diagnostics } = this.prepared
    return diagnostics.some(({ severity, piece }) => severity === 'error' && (piece === id || piece === undefined))
  }

  /** Entries of the last run stay for the pieces not done now that `keeps` names. */
  async manifest(keeps: (id: string) => boolean, current?: ManifestPiece, done = false): Promise<void> {
    const { kit, design } = this.prepared
    const kept = this.previous.filter(({ id }) => !this.isDone(id) && id !== current?.id && keeps(id))
    if (!design || (!current && this.previous.length + this.entries.length === 0)) return
    const { brand } = design
    const { version, rules } = this.options
    const pieces = [...this.entries, ...(current ? [current] : []), ...kept].sort((a, b) =>
      a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
    )
    const stamp = current === undefined && done ? this.stamp() : undefined
    const manifest = composeManifest({
      kit,
      brand,
      version,
      pieces,
      diagnostics: this.prepared.diagnostics,
      relaxed: rules,
      ...(stamp ? { stamp } : {}),
    })
    const bytes = new TextEncoder().encode(canonicalJson(manifest))
    const written = await writeAtomic(join(this.folder, MANIFEST), bytes)
    if (!written.ok && 'failure' in written) this.failure ??= written.failure
    else this.written = manifest
  }

  /** The same data would give the same again, unless something else stood in the way, or was said of no piece that is listed. */
  private stamp(): Stamp | undefined {
    const listed = new Set(this.entries.map(({ id }) => id))
    const isListed = ({ piece }: Diagnostic): boolean => piece === undefined || listed.has(piece)
    const whole = !this.failure && this.found.length === 0 && this.prepared.diagnostics.every(isListed)
    return whole ? this.options.stamp : undefined
  }

  result(): Delivered {
    const wanted = this.entries.length
    const written = this.entries.filter(({ files }) => files.length > 0).length
    const refusedElsewhere = this.prepared.diagnostics.some(({ severity }) => severity === 'error')
    const complete = wanted > 0 && written === wanted && !refusedElsewhere
    return {
      kit: this.prepared.kit.id,
      status: complete ? 'complete' : written > 0 ? 'incomplete' : 'refused',
      files: this.files,
      removed: this.removed,
      diagnostics: [...this.prepared.diagnostics, ...this.found],
      ...(this.failure ? { failure: this.failure } : {}),
      broken: this.broken,
      ...(this.written ? { manifest: this.written } : {}),
    }
  }
}

/** Writes what is sound of a kit into `<out>/<kit-id>/`. Without a brand nothing is known of the pieces: nothing is touched. */
export async function deliver(prepared: Prepared, out: string, options: DeliverOptions): Promise<Delivered> {
  const delivery = new Delivery(prepared, out, options)
  const { design, assets } = prepared
  const wanted = (id: string): boolean => options.only === undefined || options.only.includes(id)
  if (!design || !assets) return delivery.result()
  for (const piece of prepared.pieces) if (wanted(piece.piece.id)) await delivery.piece(piece, assets)
  const untouched = (id: string): boolean => !wanted(id)
  if (!delivery.failure) delivery.sweep(untouched)
  await delivery.manifest(delivery.failure ? () => true : untouched, undefined, true)
  return delivery.result()
}
