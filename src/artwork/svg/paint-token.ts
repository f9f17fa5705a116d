// What `fill` and `stroke` say: nothing, a colour, or a paint server with what to use without it.
import { type Color, parseColor } from './color.ts'
import { parseUrl } from './reference.ts'
import { unknownColor } from './refusals.ts'
import { report, type Scene } from './scene.ts'
import type { Style } from './style.ts'

export type PaintToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'server'; readonly id: string; readonly fallback?: PaintToken }

const NONE: PaintToken = { kind: 'none' }

export function readPaint(written: string, style: Style, scene: Scene): PaintToken {
  const url = parseUrl(written)
  if (url) {
    const fallback = url.rest === '' ? undefined : readPaint(url.rest, style, scene)
    return { kind: 'server', id: url.id, ...(fallback && { fallback }) }
  }
  const lower = written.toLowerCase()
  if (lower === 'none') return NONE
  const token = lower === 'currentcolor' ? style.get('color') : written
  const color = parseColor(token)
  if (color) return color.alpha === 0 ? NONE : { kind: 'color', color }
  report(scene, unknownColor(token))
  return NONE
}
