// What artworks and pictures weigh in memory, in bytes, for the caches that keep them.
import type { Raster } from '../model/assets.ts'
import type { Mark } from '../model/sheet.ts'
import type { Artwork } from './artwork.ts'

/** Of a mark without its outline, and of one segment: an array of boxed numbers. */
const MARK = 400
const SEGMENT = 120

const weightOfMark = (mark: Mark): number => {
  switch (mark.kind) {
    case 'group':
      return MARK + weightOfMarks(mark.marks) + weightOfMarks(mark.mask?.marks ?? []) + pathWeight(mark.clip?.path)
    case 'path':
      return MARK + pathWeight(mark.path)
    case 'glyphs':
      return MARK + mark.glyphs.length * SEGMENT
    case 'image':
      return MARK
  }
}

const pathWeight = (path: readonly unknown[] | undefined): number => (path?.length ?? 0) * SEGMENT

const weightOfMarks = (marks: readonly Mark[]): number => marks.reduce((sum, mark) => sum + weightOfMark(mark), 0)

/** Pixels, and about half as much again: writers keep them deflated beside. */
export const weightOfRaster = ({ pixels, alpha }: Raster): number => 1.5 * (pixels.length + (alpha?.length ?? 0))

export const weightOfArtwork = ({ marks, rasters }: Artwork): number =>
  weightOfMarks(marks) + rasters.reduce((sum, raster) => sum + weightOfRaster(raster), 0)
