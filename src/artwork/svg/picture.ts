// Pictures inside an SVG: found and decoded before the drawing, then placed as `preserveAspectRatio` says.
import { text } from '../../model/diagnostic.ts'
import { multiply, rectPath, transformPath } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { kindOf } from '../kind.ts'
import { lightRaster, readPixels, screenUrl } from '../pixel-artwork.ts'
import type { DrawingInset, Inset, PixelInset } from './inset.ts'
import { lengthReader, type Node } from './node.ts'
import type { Palette } from './palette.ts'
import { unsafe, unsupported } from './refusals.ts'
import { report, type Scene, type Shared } from './scene.ts'
import { fitInto } from './viewport.ts'
import type { Element } from './xml.ts'

/** Reads a drawing inside; it comes from the reader of whole files, which this one is part of. */
export type ReadInner = (bytes: Uint8Array, shared: Shared) => Promise<DrawingInset | undefined>

/** Together with the limit on pixels, a few seconds of decoding at the very worst. */
const MAX_PICTURES = 40
const MAX_PIXELS = 25_000_000

/** Decodes every picture of the tree; the same bytes are decoded once. */
export async function readPictures(root: Element, shared: Shared, inner: ReadInner): Promise<Map<Element, Inset>> {
  const pictures = new Map<Element, Inset>()
  const made = new Map<string, Inset>()
  const elements = elementsNamed('image', root)
  if (elements.length > MAX_PICTURES) {
    report(shared, unsafe('il contient plus de 40 images', 'it holds over 40 pictures'))
    return pictures
  }
  const masks = elementsNamed('mask', root).length > 0
  for (const element of elements) {
    const href = element.attributes.get('href')?.trim() ?? ''
    const inset = made.get(href) ?? (await readOne(href, masks, shared, inner))
    if (!inset) continue
    made.set(href, inset)
    pictures.set(element, inset)
  }
  return pictures
}

const elementsNamed = (name: string, element: Element): Element[] =>
  (element.name === name ? [element] : []).concat(element.children.flatMap(child => elementsNamed(name, child)))

const HOLLOW = unsupported(
  'une de ses images n’a pas de contenu lisible',
  'one of its pictures has no content that can be read',
  text('incorporez l’image de nouveau, ou retirez-la', 'embed the picture again, or take it away'),
)

const INSIDE = ['png', 'jpeg', 'webp', 'gif']

async function readOne(href: string, masks: boolean, shared: Shared, inner: ReadInner): Promise<Inset | undefined> {
  const bytes = dataOf(href)
  if (!bytes || bytes.length === 0) {
    const inside = href === '' || /^data:/i.test(href)
    report(shared, inside ? HOLLOW : unsafe('il appelle une image extérieure', 'it calls for an outside picture'))
    return undefined
  }
  const kind = kindOf(bytes)
  if (kind === 'svg') return inner(bytes, shared)
  if (!INSIDE.includes(kind)) {
    const type = kind === 'unknown' ? 'inconnu' : kind.toUpperCase()
    report(
      shared,
      unsupported(`il contient une image de type ${type}`, `it holds a picture of type ${kind.toUpperCase()}`),
    )
    return undefined
  }
  const { value: picture, findings } = await readPixels(bytes, shared.profile, MAX_PIXELS)
  for (const finding of findings)
    report(shared, {
      ...finding,
      message: text(`une image qu’il contient : ${finding.message.fr}`, `a picture inside it: ${finding.message.en}`),
    })
  if (!picture) return undefined
  const inset: PixelInset = { kind: 'pixels', picture, ...(masks && { light: await lightRaster(picture) }) }
  shared.pixels.set(picture.raster.id, inset)
  return inset
}

/** A picture as a data URL in screen colours, for what becomes pixels. */
export async function screenPicture(raster: string, { pixels, profile }: Scene): Promise<string> {
  const inset = pixels.get(raster)
  if (!inset) throw new Error(`no picture ${raster}`)
  return screenUrl(inset.picture, profile)
}

function dataOf(href: string): Uint8Array | undefined {
  const match = /^data:([^,]*),/i.exec(href)
  if (!match) return undefined
  const body = href.slice(match[0].length)
  if (/;\s*base64\s*$/i.test(match[1] ?? '')) return Buffer.from(body.replace(/\s+/g, ''), 'base64')
  try {
    return Buffer.from(decodeURIComponent(body), 'latin1')
  } catch {
    return undefined
  }
}

export function drawPicture(node: Node, scene: Scene): readonly Mark[] {
  const { element, style, matrix, palette } = node
  const inset = scene.pictures.get(element)
  if (!inset || style.get('visibility') !== 'visible') return []
  const content = contentOf(inset, palette, scene)
  if (!content) return []
  const length = lengthReader(node, scene)
  const width = length('width', 'x')
  const height = length('height', 'y')
  const ratio = content.width / content.height
  const box = {
    x: length('x', 'x') ?? 0,
    y: length('y', 'y') ?? 0,
    width: width ?? (height === undefined ? content.width : height * ratio),
    height: height ?? (width === undefined ? content.height : width / ratio),
  }
  if (!(box.width > 0) || !(box.height > 0)) return []
  const size = { x: 0, y: 0, width: content.width, height: content.height }
  const fit = fitInto(size, box, element.attributes.get('preserveAspectRatio'))
  const marks = content.place(multiply(matrix, fit.matrix))
  if (!fit.overflows) return marks
  return [{ kind: 'group', marks, clip: { path: transformPath(rectPath(box), matrix), rule: 'nonzero' } }]
}

/** What a picture shows, by its own size. */
type Content = {
  readonly width: number
  readonly height: number
  place(matrix: Node['matrix']): readonly Mark[]
}

function contentOf(inset: Inset, palette: Palette, scene: Scene): Content | undefined {
  if (inset.kind === 'drawing') {
    const artwork = inset.draw(palette)
    return (
      artwork && {
        width: artwork.width,
        height: artwork.height,
        place: matrix => [{ kind: 'group', marks: artwork.marks, transform: matrix }],
      }
    )
  }
  const { raster, width, height } = inset.picture
  const { light } = inset
  if (palette === 'luminance' && light)
    scene.pixels.set(light.id, { ...inset, picture: { ...inset.picture, raster: light } })
  const { id } = palette === 'luminance' && light ? light : raster
  return {
    width,
    height,
    place: matrix => [{ kind: 'image', image: id, matrix: multiply(matrix, [width, 0, 0, height, 0, 0]) }],
  }
}
