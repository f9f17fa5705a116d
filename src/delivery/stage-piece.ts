// One piece drawn in every format asked for: each file under a temporary name, and checked as it reads back from the disk.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Backend, Rendered } from '../backend/backend.ts'
import { backends, type Format } from '../backend/backends.ts'
import type { WriteFailure } from '../host/atomic.ts'
import { discard, missing, type Staged, stage } from '../host/staged.ts'
import type { Assets } from '../model/assets.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { roundMm } from '../model/length.ts'
import type { ManifestFile } from '../model/manifest.ts'
import type { Sheet } from '../model/sheet.ts'
import { standards } from '../model/standard.ts'
import type { PreparedPiece } from '../prepare.ts'
import type { DeliveredFile, DeliverOptions } from './delivered.ts'
import { fileName } from './file-name.ts'
import { foreignFile } from './rules.ts'
import { selfCheck } from './self-check.ts'

export type StagedFile = {
  readonly staged: Staged
  readonly entry: ManifestFile
  readonly delivered: DeliveredFile
}

export type StagedPiece =
  | { readonly ok: true; readonly files: readonly StagedFile[] }
  /** The disk said no. */
  | { readonly ok: false; readonly failure: WriteFailure }
  /** Something else has the name (`broken` false), or a file failed its own check. */
  | { readonly ok: false; readonly found: readonly Diagnostic[]; readonly broken: boolean }

export type Desk = {
  /** Of the kit. */
  readonly folder: string
  readonly options: DeliverOptions
  /** Whether a file of that name would be ours to replace. */
  readonly isOurs: (name: string) => boolean
}

function sha256Of(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

type Drawn = Pick<PreparedPiece, 'piece' | 'design'> & { readonly assets: Assets; readonly format: Format }

type StagedOne = Exclude<StagedPiece, { readonly ok: true }> | { readonly ok: true; readonly file: StagedFile }

async function stageFile(
  { piece, design, assets, format }: Drawn,
  { face, parts, sha256 = sha256Of(parts) }: Rendered,
  { folder, options, isOurs }: Desk,
): Promise<StagedOne> {
  const { dpi, face: view } = options
  const faces = face === undefined ? piece.faces : piece.faces.filter(sheet => sheet.face === face)
  const [sheet] = faces
  if (!sheet) throw new Error(`the piece ${piece.id} has no such face`)
  const { extension } = backends[format]
  const name = fileName({ piece, design, extension, ...(face === undefined ? {} : { face }) })
  const path = join(folder, name)
  if (!options.force && !isOurs(name) && existsSync(path))
    return { ok: false, found: [foreignFile(path, piece.id)], broken: false }
  const written = stage(path, parts)
  if (!written.ok) return written
  const { staged } = written
  const check = { piece: { ...piece, faces }, sheet, assets, dpi, face: view }
  let errors: readonly Diagnostic[]
  try {
    errors = await selfCheck(staged.temporary, format, check)
  } catch (bug) {
    const failure = missing([staged])
    discard([staged])
    if (failure) return { ok: false, failure }
    throw bug
  }
  if (errors.length > 0) {
    discard([staged])
    return { ok: false, found: errors.map(error => ({ ...error, piece: piece.id })), broken: true }
  }
  const entry: ManifestFile = {
    path: name,
    format,
    ...(format === 'pdf' ? { standard: standards[piece.output.standard].title } : {}),
    bytes: parts.reduce((sum, { length }) => sum + length, 0),
    sha256,
  }
  return { ok: true, file: { staged, entry, delivered: deliveredOf(entry, { piece, faces, sheet, view }) } }
}

type Told = {
  readonly piece: PreparedPiece['piece']
  readonly faces: readonly Sheet[]
  readonly sheet: Sheet
  readonly view: DeliverOptions['face']
}

const deliveredOf = (entry: ManifestFile, { piece, faces, sheet, view }: Told): DeliveredFile => ({
  ...entry,
  path: join(piece.kit, entry.path),
  piece: piece.id,
  width: roundMm(sheet.width * piece.scale),
  height: roundMm(sheet.height * piece.scale),
  scale: piece.scale,
  mirrored: faces.some(({ mirrored }) => mirrored) && (entry.format !== 'png' || view === 'production'),
  ...(piece.order.pose === undefined ? {} : { pose: piece.order.pose }),
  faces: faces.map(each => ({ name: each.face, inkOrder: each.inkOrder, mirror: each.mirror })),
})

/** All files of a piece, or none: a piece of which one file fails is refused whole. */
export async function stagePiece(prepared: PreparedPiece, assets: Assets, desk: Desk): Promise<StagedPiece> {
  const { piece, design, flat } = prepared
  const files: StagedFile[] = []
  for (const format of desk.options.formats) {
    const backend: Backend = backends[format]
    // A standard without transparency is drawn from a piece without any; screens and cutters get the piece itself.
    const drawn = format === 'pdf' && flat ? flat : { piece, assets }
    const context = { ...desk.options, pages: design.printer.pages }
    for (const rendered of await backend.render(drawn.piece, drawn.assets, context)) {
      const made = await stageFile({ ...drawn, design, format }, rendered, desk)
      if (!made.ok) {
        discard(files.map(({ staged }) => staged))
        return made
      }
      files.push(made.file)
    }
  }
  return { ok: true, files }
}
