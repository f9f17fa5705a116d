// Part of a drawing set aside to become pixels: an image mark stands for it, and a note says so.

import { text } from '../../model/diagnostic.ts'
import { type Box, outset } from '../../model/geometry.ts'
import type { Mark } from '../../model/sheet.ts'
import type { Finding } from '../source.ts'
import { marksBounds } from './bounds.ts'
import { writeMarks } from './markup.ts'
import { screenPicture } from './picture.ts'
import { type Cost, makeEffect } from './raster-effect.ts'
import { report, type Scene } from './scene.ts'
import type { Filter } from './written-filter.ts'

const NOTE: Finding = {
  rule: 'artwork-rasterised',
  message: text(
    'un effet (ombre, flou, fusion) y devient une image à 600 points par pouce',
    'an effect in it (shadow, blur, blend) becomes a picture at 600 pixels per inch',
  ),
  hint: text(
    'pour des contours nets à toute taille, redessinez-le sans effet',
    'for edges that stay sharp at any size, draw it without effects',
  ),
}

const MARGIN = [1, 1, 1, 1] as const

/** @param marks drawn with the screen's colours
 *  @param region where they show, in the artwork's units; around what they paint when absent */
export function drawAsPixels(marks: readonly Mark[], region: Box | undefined, scene: Scene): readonly Mark[] {
  const bounds = region ?? marksBounds(marks)
  const box = bounds && common(outset(bounds, MARGIN), scene.box)
  if (!box || marks.length === 0) return []
  report(scene, NOTE)
  const markup = writeMarks(marks, scene.filters)
  const drawing = {
    markup,
    region: box,
    cost: costOf(marks, scene.filters),
    picture: (raster: string) => screenPicture(raster, scene),
  }
  const { id, effect } = makeEffect(drawing, scene.profile)
  scene.effects.set(id, effect)
  return [{ kind: 'image', image: id, matrix: [box.width, 0, 0, box.height, box.x, box.y] }]
}

function common(one: Box, other: Box): Box | undefined {
  const x = Math.max(one.x, other.x)
  const y = Math.max(one.y, other.y)
  const width = Math.min(one.x + one.width, other.x + other.width) - x
  const height = Math.min(one.y + one.height, other.y + other.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/** The work of all filters below, windows measured in the artwork's units. */
function costOf(marks: readonly Mark[], filters: WeakMap<Mark, Filter>, scale = 1): Cost {
  let cost = 0.1
  let areaCost = 0
  let area = 0
  for (const mark of marks) {
    if (mark.kind !== 'group') continue
    const [a, b, c, d] = mark.transform ?? [1, 0, 0, 1]
    const inner = scale * Math.sqrt(Math.abs(a * d - b * c))
    const own = filters.get(mark)
    const below = costOf([...mark.marks, ...(mark.mask?.marks ?? [])], filters, inner)
    const layer = own ?? mark.mask ?? mark.opacity ?? mark.blend
    cost += (layer === undefined ? 0 : 2) + (own?.cost ?? 0) + below.cost
    areaCost += (own?.areaCost ?? 0) * inner * inner + below.areaCost
    area = Math.max(area, below.area, (own?.region.width ?? 0) * (own?.region.height ?? 0) * inner * inner)
  }
  return { cost, areaCost, area }
}
