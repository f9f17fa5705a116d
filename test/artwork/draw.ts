// Draws an artwork's marks back as SVG with soft-proofed colours, for tests only: simple on purpose, so that it can be judged.
import sharp from 'sharp'
import type { Artwork } from '../../src/artwork/artwork.ts'
import type { Profile, Raster } from '../../src/model/assets.ts'
import type { Matrix, Path } from '../../src/model/geometry.ts'
import type { Gradient, Ink, Paint } from '../../src/model/ink.ts'
import type { Mark, PathMark } from '../../src/model/sheet.ts'

/** The marks as an SVG of their own units, on white. Luminance masks read K as gray, linearly. */
export async function drawArtwork(artwork: Artwork, profile: Profile): Promise<string> {
  const pictures = new Map<string, string>()
  for (const raster of artwork.rasters) pictures.set(raster.id, await pngOf(raster, profile))
  for (const [id, effect] of artwork.effects) {
    const size = sizeIn(artwork.marks, id)
    if (size) pictures.set(id, await pngOf(await effect.render(...size), profile))
  }
  const defs: string[] = []
  const body = artwork.marks.map(mark => draw(mark, 'screen')).join('')
  const { width, height } = artwork
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}"><defs>${defs.join('')}</defs>${body}</svg>`

  function define(markup: (id: string) => string): string {
    const id = `d${defs.length}`
    defs.push('')
    defs[Number(id.slice(1))] = markup(id)
    return `url(#${id})`
  }

  type Look = 'screen' | 'gray'

  function draw(mark: Mark, look: Look): string {
    switch (mark.kind) {
      case 'path':
        return drawPath(mark, look)
      case 'image':
        return `<image width="1" height="1" preserveAspectRatio="none" transform="matrix(${mark.matrix.join(' ')})" xlink:href="${pictures.get(mark.image)}"/>`
      case 'glyphs':
        throw new Error('no text in artwork')
      case 'group': {
        const inner = mark.marks.map(child => draw(child, look)).join('')
        const { clip, mask } = mark
        const clipped = clip
          ? ` clip-path="${define(id => `<clipPath id="${id}"><path clip-rule="${clip.rule}" d="${data(clip.path)}"/></clipPath>`)}"`
          : ''
        const masked = mask
          ? ` mask="${define(id => `<mask id="${id}" mask-type="${mask.kind}" maskUnits="userSpaceOnUse" x="-2000" y="-2000" width="5000" height="5000">${mask.marks.map(child => draw(child, mask.kind === 'luminance' ? 'gray' : 'screen')).join('')}</mask>`)}"`
          : ''
        const style = `mix-blend-mode:${mark.blend ?? 'normal'};isolation:${mark.isolated ? 'isolate' : 'auto'}`
        return `<g${transform(mark.transform)} opacity="${mark.opacity ?? 1}"${clipped}${masked} style="${style}">${inner}</g>`
      }
    }
  }

  function drawPath({ path, fill, fillRule, stroke }: PathMark, look: Look): string {
    const filled = fill ? `fill="${paint(fill, look)}" fill-rule="${fillRule ?? 'nonzero'}"` : 'fill="none"'
    const dash = stroke?.dash
      ? ` stroke-dasharray="${stroke.dash.lengths.join(' ')}" stroke-dashoffset="${stroke.dash.offset}"`
      : ''
    const stroked = stroke
      ? ` stroke="${paint(stroke.paint, look)}" stroke-width="${stroke.width}" stroke-linecap="${stroke.cap}" stroke-linejoin="${stroke.join}" stroke-miterlimit="${stroke.miterLimit}"${dash}`
      : ''
    return `<path ${filled}${stroked} d="${data(path)}"/>`
  }

  function paint(value: Paint, look: Look): string {
    return value.kind === 'linear' || value.kind === 'radial'
      ? define(id => gradient(value, id, look))
      : css(value, look)
  }

  function gradient(value: Gradient, id: string, look: Look): string {
    const stops = value.stops
      .map(stop => `<stop offset="${stop.at}" stop-color="${css(stop.ink, look)}" stop-opacity="${stop.alpha}"/>`)
      .join('')
    const [x1, y1] = value.from
    const [x2, y2] = value.to
    const units = `id="${id}" gradientUnits="userSpaceOnUse"`
    return value.kind === 'linear'
      ? `<linearGradient ${units} x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops}</linearGradient>`
      : `<radialGradient ${units} fx="${x1}" fy="${y1}" cx="${x2}" cy="${y2}" r="${value.toRadius}">${stops}</radialGradient>`
  }

  function css(ink: Ink, look: Look): string {
    if (ink.kind !== 'cmyk') throw new Error('process inks only')
    const gray = Math.round(255 * (1 - ink.k / 100))
    return `rgb(${(look === 'gray' ? [gray, gray, gray] : profile.preview(ink)).join(',')})`
  }
}

/** Millimetres of an image when the artwork's long side measures 40 mm. */
function sizeIn(marks: readonly Mark[], id: string, scale = 0.04): readonly [number, number] | undefined {
  for (const mark of marks) {
    if (mark.kind === 'image' && mark.image === id)
      return [Math.hypot(mark.matrix[0], mark.matrix[1]) * scale, Math.hypot(mark.matrix[2], mark.matrix[3]) * scale]
    if (mark.kind !== 'group') continue
    const [a = 1, b = 0] = mark.transform ?? []
    const found = sizeIn([...mark.marks, ...(mark.mask?.marks ?? [])], id, scale * Math.hypot(a, b))
    if (found) return found
  }
  return undefined
}

const transform = (matrix: Matrix | undefined): string => (matrix ? ` transform="matrix(${matrix.join(' ')})"` : '')

const data = (path: Path): string => path.map(segment => segment.join(' ')).join(' ')

async function pngOf({ width, height, space, pixels, alpha }: Raster, profile: Profile): Promise<string> {
  const cmyk =
    space === 'cmyk'
      ? pixels
      : Uint8Array.from({ length: pixels.length * 4 }, (_, at) =>
          at % 4 === 3 ? 255 - (pixels[(at - 3) / 4] ?? 255) : 0,
        )
  const rgb = profile.previewPixels(cmyk)
  const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
    at % 4 === 3 ? (alpha?.[(at - 3) / 4] ?? 255) : (rgb[Math.floor(at / 4) * 3 + (at % 4)] ?? 0),
  )
  const png = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}
