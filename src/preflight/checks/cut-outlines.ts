// The outlines that a blade follows on a face, one by one, and the line that each comes from.
import { type Path, type Segment, transformPath } from '../../model/geometry.ts'
import type { Layer, Sheet } from '../../model/sheet.ts'
import { walk } from '../../sheet/walk.ts'
import { type Finding, placeOf } from '../sheet-check.ts'

export type CutOutline = Pick<Finding, 'at'> & { readonly path: Path }

/** The template's line that the art begins with: a cut around the art is none of its own. */
export function artPlace(sheet: Sheet): Pick<Finding, 'at'> {
  const first = walk(sheet.marks).find(
    ({ mark, layer, inMask }) => layer === 'art' && !inMask && mark.kind !== 'group' && (mark.by ?? mark.from),
  )
  return first ? placeOf({ ...(first.mark.by ? { by: first.mark.by } : {}) }) : {}
}

function subpathsOf(path: Path): Path[] {
  const subpaths: Segment[][] = []
  for (const segment of path) {
    if (segment[0] === 'M') subpaths.push([segment])
    else subpaths.at(-1)?.push(segment)
  }
  return subpaths
}

/**
 * Through the film or through all of it, in the order of the plates. Lettering weeded out of a film is not of these: a
 * plotter cuts letters with the corners and bends that letters have.
 */
export function cutOutlines(sheet: Sheet): CutOutline[] {
  const isOutline = (layer: Layer): boolean => layer === 'cut' || (layer === 'kiss-cut' && !sheet.weeded)
  return walk(sheet.marks).flatMap(({ mark, matrix, layer }) => {
    if (mark.kind !== 'path' || !isOutline(layer)) return []
    const place = placeOf(mark)
    return subpathsOf(transformPath(mark.path, matrix)).map(path => ({ path, ...place }))
  })
}

/** Points on an outline; closing on the first one does not count it twice. */
export function nodesOf(path: Path): number {
  const points = path.flatMap(segment => (segment[0] === 'Z' ? [] : [[segment.at(-2), segment.at(-1)]]))
  const [first, last] = [points[0], points.at(-1)]
  const closesOnItself = points.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  return points.length - (closesOnItself ? 1 : 0)
}
