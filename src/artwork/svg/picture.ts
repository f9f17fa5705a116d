// Pictures inside an SVG: found and decoded before the drawing, then placed as `preserveAspectRatio` says.
import type { Profile, Raster } from '../../model/assets.ts'
import { text } from '../../model/diagnostic.ts'
import { multiply, rectPath, transformPath } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import { kindOf } from '../kind.ts'
import { pictureRaster } from '../pixel-artwork.ts'
import type { Finding } from '../source.ts'
import { lengthReader, type Node } from './node.ts'
import { unsafe, unsupported } from './refusals.ts'
import { report, type Scene } from './scene.ts'
import { fitInto } from './viewport.ts'
import type { Element } from './xml.ts'

/** Together with the limit on pixels, a few seconds of decoding at the very worst. */
const MAX_PICTURES = 40
const MAX_PIXELS = 25_000_000

/** Decodes every picture of the tree; the same bytes are decoded once. */
export async function readPictures(
  root: Element,
  profile: Profile,
): Promise<{ pictures: Map<Element, Raster>; findings: Finding[] }> {
  const pictures = new Map<Element, Raster>()
  const findings: Finding[] = []
  const made = new Map<string, Raster>()
  const elements = imagesOf(root)
  if (elements.length > MAX_PICTURES)
    return { pictures, findings: [unsafe('il contient plus de 40 images', 'it holds over 40 pictures')] }
  for (const element of elements) {
    const href = element.attributes.get('href')?.trim() ?? ''
    const raster = made.get(href) ?? (await readOne(href, profile, findings))
    if (!raster) continue
    made.set(href, raster)
    pictures.set(element, raster)
  }
  return { pictures, findings }
}

const imagesOf = (element: Element): Element[] =>
  (element.name === 'image' ? [element] : []).concat(element.children.flatMap(imagesOf))

async function readOne(href: string, profile: Profile, findings: Finding[]): Promise<Raster | undefined> {
  const bytes = dataOf(href)
  if (!bytes) {
    findings.push(unsafe('il appelle une image extérieure', 'it calls for an outside picture'))
    return undefined
  }
  const kind = kindOf(bytes)
  if (kind !== 'png' && kind !== 'jpeg' && kind !== 'webp') {
    findings.push(
      unsupported(
        `il contient une image de type ${kind.toUpperCase()}`,
        `it holds a picture of type ${kind.toUpperCase()}`,
      ),
    )
    return undefined
  }
  const { value, findings: own } = await pictureRaster(bytes, profile, MAX_PIXELS)
  findings.push(
    ...own.map(finding => ({
      ...finding,
      message: text(`une image qu’il contient : ${finding.message.fr}`, `a picture inside it: ${finding.message.en}`),
    })),
  )
  return value
}

function dataOf(href: string): Uint8Array | undefined {
  const match = /^data:([^,]*),/.exec(href)
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
  const raster = scene.pictures.get(element)
  if (!raster || style.get('visibility') !== 'visible') return []
  if (palette === 'luminance') {
    report(scene, unsupported('il masque par la luminosité d’une image', 'it masks by the luminance of a picture'))
    return []
  }
  const length = lengthReader(node, scene)
  const width = length('width', 'x')
  const height = length('height', 'y')
  const ratio = raster.width / raster.height
  const box = {
    x: length('x', 'x') ?? 0,
    y: length('y', 'y') ?? 0,
    width: width ?? (height === undefined ? raster.width : height * ratio),
    height: height ?? (width === undefined ? raster.height : width / ratio),
  }
  if (!(box.width > 0) || !(box.height > 0)) return []
  const content = { x: 0, y: 0, width: raster.width, height: raster.height }
  const fit = fitInto(content, box, element.attributes.get('preserveAspectRatio'))
  const placed = multiply(multiply(matrix, fit.matrix), [raster.width, 0, 0, raster.height, 0, 0])
  const mark: Mark = { kind: 'image', image: raster.id, matrix: placed }
  if (!fit.overflows) return [mark]
  return [{ kind: 'group', marks: [mark], clip: { path: transformPath(rectPath(box), matrix), rule: 'nonzero' } }]
}
