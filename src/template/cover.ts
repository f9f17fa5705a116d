// Fills a box with a photo: the largest crop of the box's proportions, centred, slightly above the middle.
import type { Photo } from '../artwork/photo.ts'
import { type Box, outset } from '../model/geometry.ts'
import { roundMm } from '../model/length.ts'
import type { ImageMark } from '../model/sheet.ts'
import type { Scope } from './scope.ts'

/** Faces stand above the middle of most photos: the crop keeps more of the top than of the bottom. */
const VERTICAL_BIAS = 0.4

/** Asks for the pixels and returns the mark that shows them over `box` (bled out by the caller when it must be). */
export function coverRequest(photo: Photo, box: Box, scope: Scope): ImageMark {
  const area = outset(box, [0, 0, 0, 0])
  const ratio = area.width / area.height
  const wide = photo.width / photo.height > ratio
  const width = wide ? photo.height * ratio : photo.width
  const height = wide ? photo.height : photo.width / ratio
  const crop = { x: (photo.width - width) / 2, y: (photo.height - height) * VERTICAL_BIAS, width, height }
  const from = photo.at
  const image = scope.request({ photo, crop, width: area.width, height: area.height, ...(from ? { from } : {}) })
  return {
    kind: 'image',
    image,
    matrix: [roundMm(area.width), 0, 0, roundMm(area.height), roundMm(area.x), roundMm(area.y)],
    ...(from ? { from } : {}),
  }
}
