// What each part of print truth costs by itself, on pieces already laid out: one process, warm, in turn.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadArtwork } from '../src/artwork/load.ts'
import { renderPdf } from '../src/backend/pdf/render-pdf.ts'
import { openWorld } from '../src/host/world.ts'
import type { Assets } from '../src/model/assets.ts'
import { PLAIN, type PreparedPiece, prepare, type RenderOptions, readKit } from '../src/pipeline.ts'
import { checkForeignPdf } from '../src/preflight/check-foreign-pdf.ts'
import { checkPdf } from '../src/preflight/check-pdf.ts'
import { areaOf } from '../src/sheet/area.ts'
import { artWhite } from '../src/sheet/white.ts'

const OPTIONS: RenderOptions = { ...PLAIN, formats: ['pdf'] }

type Ready = { readonly assets: Assets; readonly pieces: readonly PreparedPiece[] }

async function ready(file: string, options: RenderOptions = OPTIONS): Promise<Ready> {
  const world = openWorld({})
  const { value } = readKit(file, undefined, options, world)
  const { assets, pieces } = value ? await prepare(value, options, world) : {}
  if (!assets || !pieces) throw new Error(`${file} cannot be prepared`)
  return { assets, pieces }
}

/** A part: its name for people, and the work, on one thing at a time. */
export type Part = { readonly title: string; readonly runs: readonly (() => unknown)[] }

/** @param root the project's folder, whose examples are measured */
export async function parts(root: string): Promise<readonly Part[]> {
  const example = (name: string): string => join(root, 'examples', `${name}.yaml`)
  const kit = await ready(example('micro-creche'))
  const flat = await ready(example('micro-creche'), { ...OPTIONS, standard: 'x1a' })
  const bare = await ready(example('electrostatique'))
  const logo = readFileSync(join(root, 'examples/logos/departement.svg'), 'utf8')
  let readings = 0
  /** Another comment each time, or the cache would answer. */
  const readAnew = ({ pieces, assets }: Ready): unknown => {
    const profile = assets.profile(pieces[0]?.piece.output.profile ?? '')
    readings += 1
    return loadArtwork(new TextEncoder().encode(`${logo}<!-- ${readings} -->`), { name: 'departement.svg' }, profile)
  }
  const context = { date: new Date(0), version: '0' }
  const each = (set: Ready, work: (piece: PreparedPiece, assets: Assets) => unknown) =>
    set.pieces.map(piece => () => work(piece, set.assets))
  const write = ({ piece, flat: flattened }: PreparedPiece, assets: Assets): Uint8Array =>
    renderPdf(flattened?.piece ?? piece, flattened?.assets ?? assets, context)
  const files = kit.pieces.map(piece => write(piece, kit.assets))
  return [
    {
      title: 'surface peinte (`areaOf`), par pièce',
      runs: each(kit, ({ piece }, assets) => piece.faces.map(({ marks }) => areaOf(marks, assets))),
    },
    {
      title: 'blanc de soutien avec retrait, par pièce',
      runs: each(bare, ({ piece, design }, assets) =>
        piece.faces.map(sheet => artWhite(sheet, assets, design.printer.white)),
      ),
    },
    { title: 'PDF/X-4 écrit, par pièce', runs: each(kit, write) },
    { title: 'PDF/X-1a écrit, par pièce', runs: each(flat, write) },
    { title: 'contrôle du PDF écrit, par pièce', runs: files.map(bytes => () => checkPdf(bytes)) },
    {
      title: 'contrôle d’un PDF quelconque, par pièce',
      runs: files.map(bytes => () => checkForeignPdf(bytes, { scale: 1, distance: 1 })),
    },
    { title: 'logo SVG lu et converti', runs: [() => readAnew(kit)] },
  ]
}
