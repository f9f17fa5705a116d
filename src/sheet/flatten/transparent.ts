// What of a sheet is seen through: opacity, masks, blends, paints and pixels with an alpha of their own.
import type { Assets, Raster } from '../../model/assets.ts'
import type { Paint } from '../../model/ink.ts'
import { type GroupMark, isInk, type Mark } from '../../model/sheet.ts'
import { paintsOf, walk } from '../walk.ts'

/** Whether a pixel is half there; all or nothing is a hard mask, which is no transparency (PDF 1.3, 8.9.6.3). */
export const isSoft = ({ alpha }: Raster): boolean => alpha?.some(value => value !== 0 && value !== 255) ?? false

export const isVeiled = (paint: Paint): boolean => !isInk(paint) && paint.stops.some(({ alpha }) => alpha < 1)

/** Isolation only shows where something inside blends with what is under it. */
export const blendsWithin = (marks: readonly Mark[]): boolean =>
  walk(marks).some(({ mark }) => mark.kind === 'group' && (mark.blend ?? 'normal') !== 'normal')

/** What the group does to its content as a whole. */
export const hasEffect = (group: GroupMark): boolean =>
  (group.opacity ?? 1) < 1 ||
  group.mask !== undefined ||
  (group.blend ?? 'normal') !== 'normal' ||
  (group.isolated === true && blendsWithin(group.marks))

export function isTransparent(mark: Mark, assets: Assets): boolean {
  switch (mark.kind) {
    case 'path':
    case 'glyphs':
      return paintsOf(mark).some(isVeiled)
    case 'image':
      return isSoft(assets.image(mark.image))
    case 'group':
      return hasEffect(mark) || mark.marks.some(inside => isTransparent(inside, assets))
  }
}
