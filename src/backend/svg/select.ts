// Takes a sheet apart: the same tree of groups, with only the marks (or the half of a mark) that go to one part.
import type { Paint } from '../../model/ink.ts'
import { isInk, type Layer, type Mark } from '../../model/sheet.ts'

/** A part is drawn as one layer: art, a plate by its role, crop marks, the legend. */
export type Part = Layer

/** The ink decides the plate; where it does not, the nearest group's layer decides between art, marks and legend. */
function partOf(paint: Paint, layer: Layer): Part {
  const ink = isInk(paint) ? paint : paint.stops[0]?.ink
  if (ink?.kind === 'spot' && ink.role !== 'brand') return ink.role
  return layer === 'marks' || layer === 'legend' ? layer : 'art'
}

export const selectPart = (marks: readonly Mark[], part: Part): readonly Mark[] => select(marks, part, 'art')

function select(marks: readonly Mark[], part: Part, layer: Layer): readonly Mark[] {
  return marks.flatMap(mark => {
    const kept = keep(mark, part, layer)
    return kept ? [kept] : []
  })
}

function keep(mark: Mark, part: Part, layer: Layer): Mark | undefined {
  switch (mark.kind) {
    case 'group': {
      const marks = select(mark.marks, part, mark.layer ?? layer)
      return marks.length === 0 ? undefined : { ...mark, marks }
    }
    case 'path': {
      const { fill, stroke, ...rest } = mark
      const kept = {
        ...(fill && partOf(fill, layer) === part ? { fill } : {}),
        ...(stroke && partOf(stroke.paint, layer) === part ? { stroke } : {}),
      }
      return kept.fill || kept.stroke ? { ...rest, ...kept } : undefined
    }
    case 'glyphs':
      return partOf(mark.fill, layer) === part ? mark : undefined
    case 'image':
      return (layer === 'marks' || layer === 'legend' ? layer : 'art') === part ? mark : undefined
  }
}
