// What `fill` and `stroke` say: nothing, a colour, or a paint server with what to use without it.

import { type Color, parseColor } from './color.ts'
import type { Node } from './node.ts'
import { parseUrl, resolve } from './reference.ts'
import { unknownColor, unsupported } from './refusals.ts'
import { report, type Scene } from './scene.ts'

export type PaintToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'server'; readonly id: string; readonly fallback?: PaintToken }

const NONE: PaintToken = { kind: 'none' }

export function readPaint(written: string, node: Node, scene: Scene): PaintToken {
  const url = parseUrl(written)
  if (url) {
    // A fallback is for a paint that is not there; one in another file is, and is another paint.
    if (url.id.startsWith('\0')) resolve(url.id, scene)
    const fallback = url.rest === '' ? undefined : readPaint(url.rest, node, scene)
    return { kind: 'server', id: url.id, ...(fallback && { fallback }) }
  }
  const lower = written.toLowerCase()
  if (lower === 'none') return NONE
  if (lower === 'context-fill' || lower === 'context-stroke') return contextPaint(lower, node, scene)
  const token = lower === 'currentcolor' ? node.style.get('color') : written
  const color = parseColor(token)
  if (color) return color.alpha === 0 ? NONE : { kind: 'color', color }
  report(scene, unknownColor(token))
  return NONE
}

/** The paint of the shape that carries the marker; nothing when there is none (SVG 2, 13.2). */
function contextPaint(word: 'context-fill' | 'context-stroke', node: Node, scene: Scene): PaintToken {
  const { context } = node
  if (!context) return NONE
  const side = word === 'context-fill' ? 'fill' : 'stroke'
  const { context: _, ...shape } = node
  const paint = readPaint(context.get(side), { ...shape, style: context }, scene)
  if (paint.kind !== 'server') return paint
  report(
    scene,
    unsupported(
      'un de ses marqueurs reprend un dégradé (context-stroke)',
      'a marker takes up a gradient (context-stroke)',
    ),
  )
  return NONE
}
