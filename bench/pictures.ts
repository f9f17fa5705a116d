// The pieces of a kit as pictures: what the measures of PNG and SVG call, on pieces already laid out.
import { backends } from '../src/backend/backends.ts'
import { renderSvg } from '../src/backend/svg/render-svg.ts'
import { openWorld } from '../src/host/world.ts'
import type { Assets } from '../src/model/assets.ts'
import type { Mark, Piece } from '../src/model/sheet.ts'
import { PLAIN, prepare, readKit } from '../src/pipeline.ts'
import { glyphsPath } from '../src/text/outline.ts'

export type Picture = {
  readonly id: string
  /** Its texts turned into paths, for peers that are to draw them so. */
  readonly outlined: Piece
  /** What the PNG shows, as a drawing: trimmed, right-reading. Drawn when asked for: it would leave outlines behind for `svg`. */
  seen(): string
  svg(liveText: boolean): Promise<Uint8Array>
  png(dpi: number): Promise<Uint8Array>
}

function outlined(mark: Mark, assets: Assets): Mark {
  if (mark.kind === 'group') return { ...mark, marks: mark.marks.map(one => outlined(one, assets)) }
  if (mark.kind !== 'glyphs') return mark
  return { kind: 'path', path: glyphsPath(assets.font(mark.font), mark), fill: mark.fill }
}

export async function pictures(file: string): Promise<readonly Picture[]> {
  const world = openWorld({})
  const { value } = readKit(file, undefined, PLAIN, world)
  const { assets, pieces } = value ? await prepare(value, PLAIN, world) : {}
  if (!assets || !pieces) throw new Error(`${file} cannot be prepared`)
  const context = { date: new Date(0), version: '0', face: 'public' as const, dpi: 150 }
  const only = async (rendered: Promise<readonly { readonly parts: readonly Uint8Array[] }[]>): Promise<Uint8Array> => {
    const [first] = await rendered
    if (!first) throw new Error('nothing was drawn')
    return Buffer.concat(first.parts)
  }
  return pieces.map(({ piece }) => ({
    id: piece.id,
    outlined: {
      ...piece,
      faces: piece.faces.map(sheet => ({ ...sheet, marks: sheet.marks.map(mark => outlined(mark, assets)) })),
    },
    seen: () =>
      piece.faces
        .slice(0, 1)
        .map(sheet => renderSvg(sheet, piece, assets, { face: 'public', text: 'outline' }))
        .join(''),
    svg: liveText => only(backends.svg.render(piece, assets, { ...context, liveText })),
    png: dpi => only(backends.png.render(piece, assets, { ...context, dpi })),
  }))
}
