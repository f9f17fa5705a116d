// Walks the marks of a sheet depth first, in painting order, and answers what a sheet is made of: inks, fonts, images.
import { IDENTITY, type Matrix, multiply } from '../model/geometry.ts'
import type { Ink, Paint } from '../model/ink.ts'
import { type GroupMark, isInk, type Layer, type Mark, type PathMark, type Sheet } from '../model/sheet.ts'

export type Visit<M extends Mark = Mark> = {
  readonly mark: M
  /** From the mark's own space to the sheet; a group's own transform is included. */
  readonly matrix: Matrix
  /** That of the nearest group that names one; `art` otherwise. */
  readonly layer: Layer
  /** The groups around the mark, outermost first. */
  readonly parents: readonly GroupMark[]
  /** Drawn only to make a mask: its inks reach no plate. */
  readonly inMask: boolean
}

type Around = Omit<Visit, 'mark'>

const SHEET: Around = { matrix: IDENTITY, layer: 'art', parents: [], inMask: false }

const known = new WeakMap<readonly Mark[], readonly Visit[]>()
const within = new WeakMap<Mark, readonly Visit[]>()

/**
 * Every mark, groups before what they hold, a group's mask before its content. Walked once for all who ask of the same
 * marks, and each of them once for the lists it is put in: plates are added to art that stays.
 */
export function walk(marks: readonly Mark[]): readonly Visit[] {
  const before = known.get(marks)
  if (before) return before
  const visits = marks.length === 1 ? visitsOf(marks[0]) : marks.flatMap(visitsOf)
  known.set(marks, visits)
  return visits
}

function visitsOf(mark: Mark | undefined): readonly Visit[] {
  if (!mark) return []
  const before = within.get(mark)
  if (before) return before
  const visits: Visit[] = []
  gather([mark], SHEET, visits)
  if (mark.kind === 'group') within.set(mark, visits)
  return visits
}

function gather(marks: readonly Mark[], around: Around, visits: Visit[]): void {
  const { matrix, layer, parents, inMask } = around
  for (const mark of marks) {
    if (mark.kind !== 'group') {
      visits.push({ mark, matrix, layer, parents, inMask })
      continue
    }
    const inner = mark.transform ? multiply(matrix, mark.transform) : matrix
    const own = mark.layer ?? layer
    visits.push({ mark, matrix: inner, layer: own, parents, inMask })
    const content: Around = { matrix: inner, layer: own, parents: [...parents, mark], inMask }
    if (mark.mask) gather(mark.mask.marks, { ...content, inMask: true }, visits)
    gather(mark.marks, content, visits)
  }
}

/** What a mark is painted with: fill, then stroke. Groups and images answer nothing. */
export function paintsOf(mark: Mark): readonly Paint[] {
  switch (mark.kind) {
    case 'path': {
      const { fill, stroke } = mark
      if (!stroke) return fill ? [fill] : []
      return fill ? [fill, stroke.paint] : [stroke.paint]
    }
    case 'glyphs':
      return [mark.fill]
    case 'group':
    case 'image':
      return []
  }
}

/** The ink of a paint, or those of all its stops. */
export const inksOfPaint = (paint: Paint): readonly Ink[] =>
  isInk(paint) ? [paint] : paint.stops.map(stop => stop.ink)

/** One key for inks that lay the same amounts on the same plates. */
export function inkKey(ink: Ink): string {
  switch (ink.kind) {
    case 'cmyk':
      return `cmyk ${ink.c} ${ink.m} ${ink.y} ${ink.k}`
    case 'spot':
      return `spot ${ink.tint} ${ink.role === 'brand' ? `brand ${ink.name}` : ink.role}`
    case 'registration':
      return `registration ${ink.tint}`
  }
}

/** The inks of paths, text and gradients that reach a plate, each once, in order of appearance. Pixels are in `imagesOf`. */
export function inksOf({ marks }: Pick<Sheet, 'marks'>): readonly Ink[] {
  const inks = new Map<string, Ink>()
  for (const { mark, inMask } of walk(marks)) {
    if (inMask) continue
    for (const paint of paintsOf(mark))
      for (const ink of inksOfPaint(paint)) {
        const key = inkKey(ink)
        if (!inks.has(key)) inks.set(key, ink)
      }
  }
  return [...inks.values()]
}

/** Ids of the fonts of a sheet, masks included, each once, in order of appearance. */
export function fontsOf({ marks }: Pick<Sheet, 'marks'>): readonly string[] {
  const fonts = new Set<string>()
  for (const { mark } of walk(marks)) if (mark.kind === 'glyphs') fonts.add(mark.font)
  return [...fonts]
}

/** Ids of the images of a sheet, masks included, each once, in order of appearance. */
export function imagesOf({ marks }: Pick<Sheet, 'marks'>): readonly string[] {
  const images = new Set<string>()
  for (const { mark } of walk(marks)) if (mark.kind === 'image') images.add(mark.image)
  return [...images]
}

/** Art, crop marks, the legend, or a technical plate by its role: what is drawn together, as one layer. */
export type Part = Layer

/** The ink decides the plate; where it does not, the nearest group's layer decides between art, marks and legend. */
function partOf(paint: Paint, layer: Layer): Part {
  const ink = inksOfPaint(paint)[0]
  return ink?.kind === 'spot' && ink.role !== 'brand' ? ink.role : unplated(layer)
}

const unplated = (layer: Layer): Part => (layer === 'marks' || layer === 'legend' ? layer : 'art')

const partsOf = new WeakMap<readonly Mark[], ReadonlySet<Part>>()

/** The parts that the marks of a list belong to. */
function partsIn(marks: readonly Mark[]): ReadonlySet<Part> {
  const before = partsOf.get(marks)
  if (before) return before
  const parts = new Set<Part>()
  for (const { mark, layer, inMask } of walk(marks)) {
    if (inMask || mark.kind === 'group') continue
    if (mark.kind === 'image') parts.add(unplated(layer))
    for (const paint of paintsOf(mark)) parts.add(partOf(paint, layer))
  }
  partsOf.set(marks, parts)
  return parts
}

/** The same tree of groups, with only the marks (or the half of a mark) that belong to one part. What is kept whole stays the same object. */
export const selectPart = (marks: readonly Mark[], part: Part): readonly Mark[] =>
  partsIn(marks).has(part) ? keep(marks, part, 'art') : []

function keep(marks: readonly Mark[], part: Part, layer: Layer): readonly Mark[] {
  const kept = marks.flatMap(mark => keepOf(mark, part, layer))
  return kept.length === marks.length && kept.every((mark, index) => mark === marks[index]) ? marks : kept
}

function keepOf(mark: Mark, part: Part, layer: Layer): readonly Mark[] {
  switch (mark.kind) {
    case 'group': {
      const marks = keep(mark.marks, part, mark.layer ?? layer)
      if (marks.length === 0) return []
      return [marks === mark.marks ? mark : { ...mark, marks }]
    }
    case 'path':
      return selectPaints(mark, part, layer)
    case 'glyphs':
      return partOf(mark.fill, layer) === part ? [mark] : []
    case 'image':
      return unplated(layer) === part ? [mark] : []
  }
}

function selectPaints(mark: PathMark, part: Part, layer: Layer): readonly Mark[] {
  const { fill, stroke, ...rest } = mark
  const filled = fill && partOf(fill, layer) === part
  const stroked = stroke && partOf(stroke.paint, layer) === part
  if (!filled && !stroked) return []
  if ((filled || !fill) && (stroked || !stroke)) return [mark]
  return [{ ...rest, ...(filled ? { fill } : {}), ...(stroked ? { stroke } : {}) }]
}
