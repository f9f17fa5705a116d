// Writes a prepared kit: every file made and checked under a temporary name, then all named together, stale ones removed and
// named, the manifest last.
import { join } from 'node:path'
import { linkFailure, placeOf, type WriteFailure, writeAtomic } from '../host/atomic.ts'
import { removeLeftovers } from '../host/leftovers.ts'
import { discard, keepNames, missing, place, type Staged, stage } from '../host/staged.ts'
import type { Assets } from '../model/assets.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { canonicalJson, type Manifest, type ManifestPiece } from '../model/manifest.ts'
import type { Stamp } from '../model/stamp.ts'
import type { Prepared, PreparedPiece } from '../prepare.ts'
import type { Delivered, DeliverOptions, Removed } from './delivered.ts'
import { composeManifest, pieceEntry } from './manifest.ts'
import { MANIFEST, previousPieces, removeIfEmpty, removeStale } from './previous.ts'
import { type Desk, type StagedFile, stagePiece } from './stage-piece.ts'

/** A piece of this run; without files, a refused one. */
type Made = { readonly prepared: PreparedPiece; readonly assets: Assets; files: readonly StagedFile[] }

type StagedManifest = { readonly staged: Staged; readonly manifest: Manifest }

const encoded = (manifest: Manifest): Uint8Array => new TextEncoder().encode(canonicalJson(manifest))

/** One run over one kit; its state is what has been made so far. */
class Delivery {
  private readonly made: Made[] = []
  private readonly removed: Removed[] = []
  private readonly found: Diagnostic[] = []
  private failure: WriteFailure | undefined
  private broken = false
  private written: Manifest | undefined
  private readonly prepared: Prepared
  private readonly options: DeliverOptions
  private readonly folder: string
  private readonly previous: readonly ManifestPiece[]
  private readonly isNew: boolean

  constructor(prepared: Prepared, out: string, options: DeliverOptions) {
    this.prepared = prepared
    this.options = options
    this.folder = join(out, prepared.kit.id)
    const before = placeOf(this.folder)
    if (before === 'link') this.failure = linkFailure(this.folder)
    // A kit made for the first time has nothing to look for.
    const isKnown = before === 'other' || before === 'unknown'
    this.isNew = before === 'nothing'
    if (isKnown) removeLeftovers(this.folder)
    this.previous = isKnown ? previousPieces(this.folder, prepared.kit.id) : []
  }

  /** A folder that leads elsewhere is left as it is, manifest included. */
  get isElsewhere(): boolean {
    return linkFailure(this.folder) !== undefined
  }

  /** Pieces outside `--piece` stay as they are. */
  private isWanted(id: string): boolean {
    return this.options.only === undefined || this.options.only.includes(id)
  }

  /** What a manifest names is ours (CONTRACT §5: nothing else is ever touched). */
  private isOurs(name: string): boolean {
    const known = this.previous.some(({ files }) => files.some(({ path }) => path === name))
    return known || this.made.some(({ files }) => files.some(({ entry }) => entry.path === name))
  }

  /** After a failure of the disk nothing more is tried: it would say no again. */
  async make(prepared: PreparedPiece, assets: Assets): Promise<void> {
    if (!this.isWanted(prepared.piece.id)) return
    const made: Made = { prepared, assets, files: [] }
    this.made.push(made)
    if (!prepared.sound || this.failure) return
    const desk: Desk = { folder: this.folder, options: this.options, isOurs: name => this.isOurs(name) }
    const staged = await stagePiece(prepared, assets, desk)
    if (staged.ok) made.files = staged.files
    else if ('failure' in staged) this.failure = staged.failure
    else {
      this.broken ||= staged.broken
      this.found.push(...staged.found)
    }
  }

  /**
   * Gives all that was made its name. Stopped at any moment, it leaves whole files that a manifest names, and no stamp beside
   * files that are not its own: a manifest of what is being done comes before the first of them.
   */
  async name(): Promise<void> {
    if (this.made.length + this.previous.length === 0) return
    // Before anything is waited for, so that the disk has it all to do at once.
    let [first, last] = this.stageManifests()
    if (await this.losesFiles()) {
      discard([first, last].flatMap(each => each?.staged ?? []))
      ;[first, last] = this.stageManifests()
    }
    if (this.isTaken()) return discard([first, last].flatMap(each => each?.staged ?? []))
    if (!(await this.hasNamed(first))) this.drop(this.made)
    else {
      await this.nameFiles()
      if (!this.failure) this.sweep()
    }
    if (this.failure && last) discard([last.staged])
    else await this.hasNamed(last)
    await keepNames(this.folder)
  }

  /**
   * Whether others are at work in this folder: the run that asked for the kit lost its output, or the temporaries are gone, which
   * only a run that took this one for dead clears away. What is named there is theirs: nothing of it is touched, not the manifest.
   */
  private isTaken(): boolean {
    const all = this.made.flatMap(({ files }) => files.map(({ staged }) => staged))
    const lost = this.options.lost?.()
    const taken = lost ?? (this.failure?.code === 'ENOENT' ? this.failure : missing(all))
    if (!taken) return false
    this.failure = taken
    this.drop(this.made)
    return true
  }

  private fail(failure: WriteFailure | undefined): void {
    this.failure ??= failure
  }

  private named(file: Staged): boolean {
    const failure = place(file)
    this.fail(failure)
    return !failure
  }

  private async hasNamed(each: StagedManifest | undefined): Promise<boolean> {
    if (!each) return false
    const lost = await each.staged.kept
    this.fail(lost)
    if (lost) discard([each.staged])
    if (lost || !this.named(each.staged)) return false
    this.written = each.manifest
    return true
  }

  /** Waits until the disk has all files; a piece of which it cannot keep one is refused whole. */
  private async losesFiles(): Promise<boolean> {
    let loses = false
    for (const made of this.made) {
      const kept = await Promise.all(made.files.map(({ staged }) => staged.kept))
      const failure = kept.find(said => said !== undefined)
      if (!failure) continue
      this.fail(failure)
      this.drop([made])
      loses = true
    }
    return loses
  }

  private drop(pieces: readonly Made[]): void {
    for (const made of pieces) {
      discard(made.files.map(({ staged }) => staged))
      made.files = []
    }
  }

  /** All files of a piece, or none; a disk that says no to one name is asked for no other. */
  private async nameFiles(): Promise<void> {
    for (const [index, made] of this.made.entries()) {
      const refused = made.files.findIndex(({ staged }) => !this.named(staged))
      if (refused < 0) continue
      // Gone from under our hands: see `isTaken`.
      if (this.failure?.code === 'ENOENT') return this.drop(this.made)
      for (const { entry } of made.files.slice(0, refused)) removeStale(this.folder, entry.path)
      this.drop(this.made.slice(index))
      const manifest = this.unfinished(this.entries())
      const written = await writeAtomic(join(this.folder, MANIFEST), encoded(manifest))
      if (written.ok) this.written = manifest
      return
    }
  }

  /** That of what is being done, and the last one where it says another thing; none of them when there is nothing to say, or the disk is full. */
  private stageManifests(): readonly [StagedManifest | undefined, StagedManifest | undefined] {
    const entries = this.entries()
    const first = this.stageManifest(this.unfinished(entries))
    // Nothing of a last run to keep until the end, and no stamp to come: the first one says it all.
    const saysAll = this.previous.length === 0 && this.stamp(entries) === undefined
    return [first, first && !saysAll && !this.failure ? this.stageManifest(this.finished(entries)) : undefined]
  }

  private stageManifest(manifest: Manifest): StagedManifest | undefined {
    const written = stage(join(this.folder, MANIFEST), [encoded(manifest)])
    if (written.ok) return { staged: written.staged, manifest }
    this.fail(written.failure)
    return undefined
  }

  private entries(): readonly ManifestPiece[] {
    return this.made.map(({ prepared: { piece, design }, assets, files }) => {
      const diagnostics = [...this.prepared.diagnostics, ...this.found].filter(each => each.piece === piece.id)
      return pieceEntry({ piece, design, assets, files: files.map(({ entry }) => entry), diagnostics })
    })
  }

  /** What is there, what is to come, and what the last run left of it all. */
  private unfinished(entries: readonly ManifestPiece[]): Manifest {
    const pieces = entries.map(entry => {
      const before = this.previous.find(({ id }) => id === entry.id)?.files ?? []
      const written = new Set(entry.files.map(({ path }) => path))
      return { ...entry, files: [...entry.files, ...before.filter(({ path }) => !written.has(path))] }
    })
    return this.manifest(pieces, () => true)
  }

  private finished(entries: readonly ManifestPiece[]): Manifest {
    return this.manifest(entries, id => !this.isWanted(id), this.stamp(entries))
  }

  /** Entries of the last run stay for the pieces that are not in this one and that `keeps` names. */
  private manifest(entries: readonly ManifestPiece[], keeps: (id: string) => boolean, stamp?: Stamp): Manifest {
    const { kit, design, diagnostics } = this.prepared
    if (!design) throw new Error(`${kit.id} is delivered without a design`)
    const kept = this.previous.filter(({ id }) => keeps(id) && entries.every(entry => entry.id !== id))
    const pieces = [...entries, ...kept].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    const { version, rules } = this.options
    const { brand } = design
    return composeManifest({ kit, brand, version, pieces, diagnostics, relaxed: rules, ...(stamp ? { stamp } : {}) })
  }

  /** The same data would give the same again, unless something else stood in the way, or was said of no piece that is listed. */
  private stamp(entries: readonly ManifestPiece[]): Stamp | undefined {
    const listed = new Set(entries.map(({ id }) => id))
    const isListed = ({ piece }: Diagnostic): boolean => piece === undefined || listed.has(piece)
    const whole = !this.failure && this.found.length === 0 && this.prepared.diagnostics.every(isListed)
    return whole ? this.options.stamp : undefined
  }

  /** Files of the last run that this one refused or no longer wants; pieces outside `--piece` are left alone. */
  private sweep(): void {
    const kept = new Set(this.made.flatMap(({ files }) => files.map(({ entry }) => entry.path)))
    for (const { id, files } of this.previous) {
      if (!this.isWanted(id)) continue
      const why = this.whyRemoved(id)
      for (const { path } of files) {
        if (kept.has(path) || !removeStale(this.folder, path)) continue
        this.removed.push({ path: join(this.prepared.kit.id, path), piece: id, why })
      }
    }
  }

  private whyRemoved(id: string): Removed['why'] {
    const made = this.made.find(({ prepared }) => prepared.piece.id === id)
    if (made?.files.length === 0 || this.isRefused(id)) return 'refused'
    return made ? 'format' : 'unwanted'
  }

  private isRefused(id: string): boolean {
    const { diagnostics } = this.prepared
    return diagnostics.some(({ severity, piece }) => severity === 'error' && (piece === id || piece === undefined))
  }

  /** A disk that took the folder and none of its files is left as it was. */
  tidy(): void {
    if (this.failure && this.isNew) removeIfEmpty(this.folder)
  }

  result(): Delivered {
    const wanted = this.made.length
    const written = this.made.filter(({ files }) => files.length > 0).length
    const refusedElsewhere = this.prepared.diagnostics.some(({ severity }) => severity === 'error')
    const complete = wanted > 0 && written === wanted && !refusedElsewhere
    return {
      kit: this.prepared.kit.id,
      status: complete ? 'complete' : written > 0 ? 'incomplete' : 'refused',
      files: this.made.flatMap(({ files }) => files.map(({ delivered }) => delivered)),
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
  if (!design || !assets) return delivery.result()
  for (const piece of prepared.pieces) await delivery.make(piece, assets)
  if (!delivery.isElsewhere) await delivery.name()
  delivery.tidy()
  return delivery.result()
}
