// View boxes: how content of one size is fitted into a box of another (SVG 2, 8.6).
import type { Box, Matrix } from '../../model/geometry.ts'
import { parseNumbers } from './number.ts'
import { badViewBox } from './refusals.ts'
import { report, type Scene } from './scene.ts'

/** The box of a `viewBox` attribute; nothing when there is none. A mistaken one is reported: a size of our own would be a guess. */
export function readViewBox(source: string | undefined, scene: Scene): Box | undefined {
  if (source === undefined || source.trim() === '') return undefined
  const [x, y, width = 0, height = 0, ...more] = parseNumbers(source) ?? []
  if (x !== undefined && y !== undefined && width > 0 && height > 0 && more.length === 0) return { x, y, width, height }
  report(scene, badViewBox(source.trim()))
  return undefined
}

export type Fit = { readonly matrix: Matrix; readonly overflows: boolean }

/** The share of the spare room that comes before the content. */
const shareOf = (align: string | undefined): number => (align === 'Min' ? 0 : align === 'Max' ? 1 : 0.5)

/** The matrix that puts `content` into `box` as `preserveAspectRatio` says. */
export function fitInto(content: Box, box: Box, preserve: string | undefined): Fit {
  const match = /^\s*(?:defer\s+)?(none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\s*$/.exec(preserve ?? '')
  const sx = box.width / content.width
  const sy = box.height / content.height
  if (match?.[1] === 'none') return { matrix: place(sx, sy, 0, 0), overflows: false }
  const slice = match?.[4] === 'slice'
  const factor = slice ? Math.max(sx, sy) : Math.min(sx, sy)
  const alignX = shareOf(match?.[2])
  const alignY = shareOf(match?.[3])
  const spareX = (box.width - content.width * factor) * alignX
  const spareY = (box.height - content.height * factor) * alignY
  return { matrix: place(factor, factor, spareX, spareY), overflows: slice }

  function place(a: number, d: number, spareX: number, spareY: number): Matrix {
    return [a, 0, 0, d, box.x + spareX - content.x * a, box.y + spareY - content.y * d]
  }
}
