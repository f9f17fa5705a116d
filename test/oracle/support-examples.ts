// The examples as the product writes them: prepared, drawn, self-checked, and put in a folder by the pipeline.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Format } from '../../src/backend/backends.ts'
import type { Assets } from '../../src/model/assets.ts'
import type { PieceDesign } from '../../src/model/design.ts'
import type { Kit } from '../../src/model/kit.ts'
import type { Piece, Sheet } from '../../src/model/sheet.ts'
import { type RenderOptions, write } from '../../src/pipeline.ts'
import { options, prepareExample, world } from '../golden/examples.ts'

const out = mkdtempSync(join(tmpdir(), 'signakit-examples-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** A face of a piece of an example, and the file that was written of it. */
export type Written = {
  readonly kit: Kit
  readonly piece: Piece
  readonly sheet: Sheet
  /** Of the face in a PDF. */
  readonly page: number
  readonly design: PieceDesign
  readonly assets: Assets
  readonly path: string
}

type Wanted = {
  readonly formats?: readonly Format[]
  readonly dpi?: number
  readonly face?: RenderOptions['face']
  readonly pieces?: readonly string[]
}

/** Writes an example in one format; PDF by default. Every piece must be sound. */
export async function writeExample(
  name: string,
  format: Format = 'pdf',
  wanted: Wanted = {},
): Promise<readonly Written[]> {
  const prepared = await prepareExample(name)
  const { kit, assets } = prepared
  const { pieces, dpi = options.dpi, face = options.face } = wanted
  const only = pieces ? { pieces: pieces.map(id => ({ id })) } : {}
  const folder = join(out, `${format}-${dpi}-${face}`)
  const { files, diagnostics } = await write(
    prepared,
    folder,
    { ...options, formats: [format], dpi, face, ...only },
    world,
  )
  const asked = prepared.pieces.filter(({ piece }) => pieces?.includes(piece.id) ?? true)
  return asked.flatMap(({ piece, design }) =>
    piece.faces.map((sheet, index) => {
      const written = files.filter(each => each.piece === piece.id)
      const file = written.find(({ faces }) => faces.some(each => each.name === sheet.face))
      if (!assets || !file) throw new Error(`${name} ${piece.id}: ${diagnostics.map(d => d.message.fr).join('; ')}`)
      return { kit, piece, sheet, page: index + 1, design, assets, path: join(folder, file.path) }
    }),
  )
}

const pdfs = new Map<string, Promise<readonly Written[]>>()

/** The PDFs of an example, written once for all the tests of a file. */
export function pdfsOf(name: string): Promise<readonly Written[]> {
  const known = pdfs.get(name)
  if (known) return known
  const made = writeExample(name)
  pdfs.set(name, made)
  return made
}

export async function pdfOf(name: string, id: string): Promise<Written> {
  const found = (await pdfsOf(name)).find(({ piece }) => piece.id === id)
  if (!found) throw new Error(`${name} has no piece ${id}`)
  return found
}

/** One piece of an example in a format other than PDF. */
export async function pictureOf(name: string, id: string, format: Format, wanted: Wanted = {}): Promise<Written> {
  const [written] = await writeExample(name, format, { ...wanted, pieces: [id] })
  if (!written) throw new Error(`${name} has no piece ${id}`)
  return written
}
