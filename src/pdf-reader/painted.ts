// What a page paints, in painting order: the language the rules are written in.
import type { ColorSpace } from './color-space.ts'
import type { PdfFont, ShownGlyph } from './font.ts'
import type { Matrix, PdfPaint } from './graphics-state.ts'
import type { PdfDict, PdfStream } from './object.ts'
import type { Clip, Outline, StrokeStyle } from './outline.ts'
import type { Rect } from './page.ts'

type Common = {
  /** Page number, from 1. */
  readonly page: number
  /** Object whose content paints: a content stream, a form, a pattern. */
  readonly object: number
  /** In points of the page, clipped; undefined when the clip leaves nothing. */
  readonly bounds: Rect | undefined
  /** Object numbers of the optional-content groups in force. */
  readonly layers: readonly number[]
  /** Transparency groups around, the page's own left out. */
  readonly groups: number
  /** Opacity of those groups, all together. */
  readonly groupAlpha: number
  /** One of those groups is blended or masked: what reaches the paper is not what is painted. */
  readonly groupMixed: boolean
  /** Clips that are not upright rectangles, whose bounds say all; `unknown` when there were too many points to keep. */
  readonly clip: Clip | undefined
  readonly clipUnknown: boolean
  /** Where the content stands: on the page, in a tile, in a soft mask, or in a Type 3 glyph. */
  readonly context: Context
  readonly overprintFill: boolean
  readonly overprintStroke: boolean
  readonly overprintMode: number
  readonly alphaFill: number
  readonly alphaStroke: number
  readonly blend: string
  readonly softMask: boolean
}

export type Context = 'page' | 'pattern' | 'mask' | 'glyph'

export type PaintedText = Common & {
  readonly kind: 'text'
  readonly font: PdfFont
  /** Em size in points of the page. */
  readonly size: number
  readonly glyphs: readonly ShownGlyph[]
  /** Characters of the glyphs; unknown ones as U+FFFD. */
  readonly text: string
  /** Text rendering mode: 3 paints nothing. */
  readonly mode: number
  readonly fill: PdfPaint | undefined
  readonly stroke: PdfPaint | undefined
}

export type PaintedPath = Common & {
  readonly kind: 'path'
  readonly fill: PdfPaint | undefined
  readonly stroke: PdfPaint | undefined
  /** In points of the page. */
  readonly lineWidth: number
  readonly subpaths: number
  /** Undefined when the file had too many points to keep. */
  readonly outline: Outline | undefined
  readonly evenOdd: boolean
  /** Of the stroke, when there is one. */
  readonly style: StrokeStyle | undefined
}

export type PaintedImage = Common & {
  readonly kind: 'image'
  /** Object number of the image, 0 when inline. */
  readonly image: number
  readonly dict: PdfDict
  readonly stream: PdfStream
  readonly width: number
  readonly height: number
  /** Effective resolution, the lower of the two directions. */
  readonly ppi: number
  /** Maps the unit square, y up, to the page. */
  readonly matrix: Matrix
  /** Undefined for a stencil, which is painted with `fill`, and for JPX, which may bring its own. */
  readonly space: ColorSpace | undefined
  readonly fill: PdfPaint | undefined
}

export type PaintedShading = Common & {
  readonly kind: 'shading'
  readonly space: ColorSpace
  readonly shading: number
  readonly dict: PdfDict
  /** Maps the shading's own space to the page. */
  readonly matrix: Matrix
  /** The shape a shading pattern fills; undefined for `sh`, which fills the clip. */
  readonly outline: Outline | undefined
  readonly evenOdd: boolean
}

export type Painted = PaintedText | PaintedPath | PaintedImage | PaintedShading

type OwnOf<T> = T extends unknown ? Omit<T, keyof Common> : never

/** What one kind says beside the state that it was painted in. */
export type PaintedOwn = OwnOf<Painted>

export type ContentProblem = {
  readonly code:
    | 'unknown-operator'
    | 'illegal-number'
    | 'operands'
    | 'unbalanced-state'
    | 'unbalanced-marks'
    | 'unbalanced-text'
    | 'compatibility'
    | 'postscript'
    | 'missing-resource'
    | 'recursion'
  readonly object: number
  readonly detail?: string
}

/** A thing used by content, with the object whose content uses it. */
export type Used<T> = { readonly value: T; readonly object: number }

export type GroupUse = {
  /** Object number of the form, or of the page. */
  readonly object: number
  readonly space?: ColorSpace
  readonly of: 'page' | 'form' | 'mask'
}

export type PageContent = {
  readonly painted: readonly Painted[]
  /** Text in content order, `ActualText` in place of what it replaces; one entry for each text object or span. */
  readonly texts: readonly string[]
  readonly problems: readonly ContentProblem[]
  /** Every space set by an operator, an image, a shading or a group. */
  readonly spaces: readonly Used<ColorSpace>[]
  readonly states: readonly Used<PdfDict>[]
  readonly xobjects: readonly Used<PdfDict>[]
  readonly intents: readonly Used<string>[]
  readonly groups: readonly GroupUse[]
  readonly fonts: readonly PdfFont[]
}

/** The paints that really reach the paper, given the kind and the text rendering mode. */
export function paintsOf(item: Painted): PdfPaint[] {
  switch (item.kind) {
    case 'text':
    case 'path':
      return [item.fill, item.stroke].filter(paint => paint !== undefined)
    case 'image':
      if (item.fill) return [item.fill]
      return item.space ? [{ space: item.space, components: [] }] : []
    case 'shading':
      return [{ space: item.space, components: [] }]
  }
}
