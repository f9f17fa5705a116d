// Do, inline images, tiling patterns, soft masks and Type 3 glyphs: content inside content (ISO 32000-1 8.7 to 8.10, 9.6.5, 11.6.5).
import type { PdfFont, ShownGlyph } from './font.ts'
import { concatMatrix, IDENTITY, intersect, matrixOf, type PdfPaint, rectBounds } from './graphics-state.ts'
import {
  asDict,
  asName,
  asNumber,
  asRef,
  asStream,
  nameIn,
  type PdfDict,
  type PdfObject,
  type PdfStream,
} from './object.ts'
import { layersOf } from './operators-marks.ts'
import type { Outline } from './outline.ts'
import { rectOf } from './page.ts'
import type { Context } from './painted.ts'
import type { Operator, Walk } from './walk.ts'

function drawXObject(walk: Walk, stream: PdfStream, object: number): void {
  const { dict } = stream
  walk.useXObject(dict, object)
  const layers = layersOf(dict.entries.get('OC'), walk.objects)
  const outer = walk.layers
  walk.layers = [...outer, ...layers]
  switch (walk.objects.name(dict, 'Subtype')) {
    case 'Image':
      drawImage(walk, stream, object)
      break
    case 'Form':
      if (walk.objects.name(dict, 'Subtype2') === 'PS' || dict.entries.has('PS')) walk.problem('postscript')
      drawForm(walk, stream, object, 'form')
      break
    default:
      walk.problem('postscript', walk.objects.name(dict, 'Subtype'))
  }
  walk.layers = outer
}

function drawForm(walk: Walk, stream: PdfStream, object: number, of: 'form' | 'mask'): void {
  const { objects } = walk
  const { dict } = stream
  const group = objects.dict(dict, 'Group')
  const transparent = group !== undefined && objects.name(group, 'S') === 'Transparency'
  const resources = objects.dict(dict, 'Resources') ?? walk.resources
  walk.nested(dict, () => {
    const outer = walk.state
    const { groups, groupAlpha, groupMixed } = walk
    walk.state = { ...outer, ctm: concatMatrix(matrixOf(objects.numbers(dict, 'Matrix')), outer.ctm) }
    clipTo(walk, objects.numbers(dict, 'BBox'))
    if (transparent) {
      // A group starts opaque and unmasked; the state around applies to it as a whole.
      const { alphaFill, blend, softMask } = outer
      walk.groupAlpha *= alphaFill
      walk.groupMixed ||= softMask || !['Normal', 'Compatible'].includes(blend)
      Object.assign(walk.state, { alphaFill: 1, alphaStroke: 1, blend: 'Normal', softMask: false })
      walk.groups++
      useGroup(walk, group, object, of, resources)
    }
    walk.run(objects.decode(stream).bytes, stream.number, resources)
    Object.assign(walk, { groups, groupAlpha, groupMixed })
    walk.state = outer
  })
}

function useGroup(
  walk: Walk,
  group: PdfDict,
  object: number,
  of: 'form' | 'mask',
  resources: PdfDict | undefined,
): void {
  const entry = group.entries.get('CS')
  const space = entry === undefined ? undefined : walk.spaces.read(entry, resources)
  walk.useGroup({ object, of, ...(space && { space }) })
}

function clipTo(walk: Walk, box: readonly number[] | undefined): void {
  const rect = rectOf(box)
  if (!rect) return
  const clip = intersect(rectBounds(walk.state.ctm, rect), walk.state.clip)
  if (clip) walk.state.clip = clip
  else walk.state.clippedOut = true
}

function drawImage(walk: Walk, stream: PdfStream, image: number): void {
  const { objects, state } = walk
  const entry = (long: string, short: string): PdfObject =>
    objects.resolve(stream.dict.entries.get(long) ?? (stream.number === 0 ? stream.dict.entries.get(short) : undefined))
  const width = asNumber(entry('Width', 'W')) ?? 0
  const height = asNumber(entry('Height', 'H')) ?? 0
  const stencil = entry('ImageMask', 'IM') === true
  const intent = asName(entry('Intent', 'Intent'))
  if (intent !== undefined) walk.useIntent(intent)
  const [a, b, c, d] = state.ctm
  const ppi = 72 * Math.min(width / Math.max(Math.hypot(a, b), 1e-9), height / Math.max(Math.hypot(c, d), 1e-9))
  const declared =
    stream.dict.entries.get('ColorSpace') ?? (stream.number === 0 ? stream.dict.entries.get('CS') : undefined)
  walk.paint(rectBounds(state.ctm, [0, 0, 1, 1]), {
    kind: 'image',
    image,
    dict: stream.dict,
    stream,
    width,
    height,
    ppi,
    matrix: state.ctm,
    space: stencil || declared === undefined ? undefined : walk.space(declared),
    fill: stencil ? state.fill : undefined,
  })
  if (stencil) paintWithPatterns(walk, state.fill)
}

/** What a pattern fills. */
type Shape = { readonly outline: Outline | undefined; readonly evenOdd: boolean }

/** The content of a tiling pattern, or the space of a shading pattern, once for each use. */
export function paintWithPatterns(walk: Walk, paint: PdfPaint, shape?: Shape): void {
  if (paint.pattern === undefined) return
  const resource = walk.resource('Pattern', paint.pattern)
  const dict = asDict(resource?.value)
  if (!dict || !resource) return
  const stream = asStream(resource.value)
  if (!stream) {
    shadingPattern(walk, dict, resource.object, shape)
    return
  }
  inContext(walk, 'pattern', () =>
    walk.nested(dict, () =>
      walk.run(walk.objects.decode(stream).bytes, resource.object, walk.objects.dict(dict, 'Resources')),
    ),
  )
}

function shadingPattern(walk: Walk, dict: PdfDict, object: number, shape: Shape | undefined): void {
  const shading = walk.objects.dict(dict, 'Shading')
  const state = walk.objects.dict(dict, 'ExtGState')
  if (state) walk.useState(state)
  if (!shading) {
    walk.problem('missing-resource', 'Shading')
    return
  }
  const space = walk.space(shading.entries.get('ColorSpace'))
  walk.paint(walk.pathBounds() ?? walk.state.clip, {
    kind: 'shading',
    space,
    shading: asRef(dict.entries.get('Shading'))?.number ?? object,
    dict: shading,
    matrix: concatMatrix(matrixOf(walk.objects.numbers(dict, 'Matrix')), walk.baseMatrix),
    outline: shape?.outline,
    evenOdd: shape?.evenOdd ?? false,
  })
}

export function drawMask(walk: Walk, mask: PdfDict): void {
  const stream = walk.objects.stream(mask, 'G')
  if (!stream) {
    walk.problem('missing-resource', 'SMask /G')
    return
  }
  inContext(walk, 'mask', () => drawForm(walk, stream, stream.number, 'mask'))
}

export function drawGlyphs(walk: Walk, font: PdfFont, glyphs: readonly ShownGlyph[]): void {
  const { objects } = walk
  const procedures = objects.dict(font.dict, 'CharProcs')
  const names = new Map<number, string>()
  let code = 0
  for (const item of objects.array(objects.dict(font.dict, 'Encoding'), 'Differences')) {
    const name = asName(item)
    if (name === undefined) code = asNumber(item) ?? code
    else names.set(code++, name)
  }
  inContext(walk, 'glyph', () => {
    for (const shown of new Set(glyphs.map(glyph => glyph.code))) {
      const stream = objects.stream(procedures, names.get(shown) ?? '')
      if (stream)
        walk.nested(stream.dict, () =>
          walk.run(objects.decode(stream).bytes, stream.number, objects.dict(font.dict, 'Resources') ?? walk.resources),
        )
    }
  })
}

function inContext(walk: Walk, context: Context, body: () => void): void {
  const outer = {
    context: walk.context,
    state: walk.state,
    textMatrix: walk.textMatrix,
    lineMatrix: walk.lineMatrix,
    groups: walk.groups,
  }
  walk.context = context
  // Tiles, masks and glyphs have a space of their own: their places say nothing of the page.
  walk.state = { ...outer.state, ctm: context === 'mask' ? outer.state.ctm : IDENTITY }
  body()
  Object.assign(walk, outer)
}

const metrics =
  (count: number, operator: string): Operator =>
  (walk, operands) =>
    void walk.numbers(operands, count, operator)

export const objectOperators: Readonly<Record<string, Operator>> = {
  Do: (walk, operands) => {
    const resource = walk.resource('XObject', nameIn(operands))
    const stream = asStream(resource?.value)
    if (stream && resource) drawXObject(walk, stream, resource.object)
  },
  EI: (walk, _, inline) => {
    if (!inline) return
    walk.useXObject(inline.dict, walk.object)
    drawImage(walk, inline, 0)
  },
  d0: metrics(2, 'd0'),
  d1: metrics(6, 'd1'),
}
