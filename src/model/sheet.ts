// The Sheet: one printed face in millimetres and inks. Elements lower to it, operations transform it, backends draw it.
//
// y goes down; the origin is the top-left corner of the trim. Every number is on a grid of 0.001 mm when it enters.
import type { Span } from './diagnostic.ts'
import type { Box, Edges, Matrix, Path } from './geometry.ts'
import type { Ink, Paint, PlateRole } from './ink.ts'
import type { Mm } from './length.ts'
import type { Standard } from './standard.ts'

export type FillRule = 'nonzero' | 'evenodd'

/** The 16 blend modes of PDF 1.6, by their CSS names. */
export const BLEND_MODES = [
  'normal',
  'multiply',
  'screen',
  'overlay',
  'darken',
  'lighten',
  'color-dodge',
  'color-burn',
  'hard-light',
  'soft-light',
  'difference',
  'exclusion',
  'hue',
  'saturation',
  'color',
  'luminosity',
] as const

export type BlendMode = (typeof BLEND_MODES)[number]

/** Where a mark comes from: the datum to edit, and the template's line that placed it. */
type Origin = { readonly from?: Span; readonly by?: Span }

/** Visibility and metadata only; the ink alone decides the plate. */
export type Layer = 'art' | 'legend' | 'marks' | PlateRole

export type Stroke = {
  readonly paint: Paint
  readonly width: Mm
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly miterLimit: number
  readonly dash?: { readonly lengths: readonly Mm[]; readonly offset: Mm }
}

export type PathMark = Origin & {
  readonly kind: 'path'
  readonly path: Path
  readonly fill?: Paint
  readonly fillRule?: FillRule
  readonly stroke?: Stroke
}

/** One shaped glyph, in the font's own design units, so that no rounding gathers along a line. */
export type Glyph = {
  /** Glyph index in the font. */
  readonly id: number
  /** Offset in `GlyphsMark.text` (UTF-16) of the first character it stands for. */
  readonly cluster: number
  /** Advance to the next glyph, kerning and tracking included. */
  readonly advance: number
  readonly dx: number
  readonly dy: number
}

/** A shaped run on one line, in visual order from the left. */
export type GlyphsMark = Origin & {
  readonly kind: 'glyphs'
  /** Font id in the assets. */
  readonly font: string
  /** Em size. */
  readonly size: Mm
  /** Start of the baseline. */
  readonly x: Mm
  readonly y: Mm
  readonly glyphs: readonly Glyph[]
  /** What the run says; extraction and the self-check read it back. */
  readonly text: string
  readonly fill: Paint
  /** What role the text plays, for checks and `explain`: a style of the brand such as `nom`. */
  readonly style?: string
}

/** Pixels already in output inks; the bytes are in the assets under `image`. */
export type ImageMark = Origin & {
  readonly kind: 'image'
  /** Image id in the assets. */
  readonly image: string
  /** Maps the unit square (top-left 0,0, bottom-right 1,1) to the sheet. */
  readonly matrix: Matrix
}

export type GroupMark = Origin & {
  readonly kind: 'group'
  readonly marks: readonly Mark[]
  readonly transform?: Matrix
  /** In the group's own space, after `transform`. */
  readonly clip?: { readonly path: Path; readonly rule: FillRule }
  /** From 0 to 1. */
  readonly opacity?: number
  readonly mask?: { readonly kind: 'luminance' | 'alpha'; readonly marks: readonly Mark[] }
  readonly blend?: BlendMode
  readonly isolated?: boolean
  readonly layer?: Layer
  /** What the group is, for people reading a dump or an SVG: an element's id. */
  readonly name?: string
  /** Spoken description of a picture. */
  readonly alt?: string
  /** The group draws a logo: whose, and the box it fills. */
  readonly logo?: { readonly name: string; readonly box: Box }
  /** The group draws a QR code: what it must say when read back, and the side of one module. `box` holds the quiet zone. */
  readonly qr?: { readonly payload: string; readonly module: Mm; readonly box: Box }
}

export type Mark = GroupMark | PathMark | GlyphsMark | ImageMark

/** A hole through the piece, in finished-side coordinates until the sheet is mirrored. */
export type Hole = {
  readonly x: Mm
  readonly y: Mm
  readonly diameter: Mm
  /** Diameter around the hole that art of value must leave free (screw head, cap). */
  readonly keepOut: Mm
}

/** One printed face. Marks are painted in order; technical plates come last. */
export type Sheet = {
  /** `recto` or `verso`. */
  readonly face: 'recto' | 'verso'
  readonly width: Mm
  readonly height: Mm
  /** The outline of the finished piece; the trim box is its bounding box. */
  readonly cut: Path
  /** Present when `cut` goes through the film only; `through` is where the liner is cut too, absent when it stays whole. */
  readonly kissCut?: { readonly through?: Path }
  /** Present when `cut` was drawn around the art. */
  readonly followsArt?: true
  /**
   * What takes ink: art and white fill it and are clipped there. `cut` grown by the bleed, or drawn in by the border
   * of a material that is not printed up to its edge.
   */
  readonly bleedPath: Path
  readonly bleed: Edges
  /** Room outside the bleed for marks and slug; zero by default. */
  readonly slug: Edges
  /** Text stays this far inside `cut`. */
  readonly safe: Mm
  /** One sees through the material where nothing is printed. */
  readonly clear: boolean
  /** What the knife follows inside the piece is taken out of the film: the glass shows there. */
  readonly weeded?: true
  /** Inks in the order they are laid on the material, `CMYK` and `White`; empty for what is only cut. */
  readonly inkOrder: readonly string[]
  /** Who turns over a face that is read through its material: our file, or the printer at the RIP. */
  readonly mirror: 'none' | 'file' | 'printer'
  /** Whether the marks are turned over, as they are in the end when `mirror` is `file`. */
  readonly mirrored: boolean
  readonly holes: readonly Hole[]
  readonly marks: readonly Mark[]
}

/** A technical plate as one printer names it. `alternate` is what screens and spot-less devices show, in percent. */
export type Plate = {
  readonly name: string
  readonly alternate: readonly [c: number, m: number, y: number, k: number]
  /** Screen colour, `#rrggbb`, for SVG and previews. */
  readonly screen: string
  /** ISO 19593-1 processing step; absent for what the standard does not know: engraving. */
  readonly step?: { readonly group: string; readonly type?: string }
  /** Layer name people read in a viewer. */
  readonly layer: string
}

/** What the backends must know of the printer, resolved. */
export type Output = {
  readonly printer: string
  readonly standard: Standard
  /** Id of the output profile in the assets. */
  readonly profile: string
  /** Id of the one that PDFs carry instead; absent: `profile` itself. No colour is converted through it. */
  readonly embedded?: string
  /** OutputConditionIdentifier, e.g. `FOGRA39`, and its readable description. */
  readonly condition: { readonly identifier: string; readonly info: string; readonly registry?: string }
  readonly maxInk: number
  readonly plates: Readonly<Record<PlateRole, Plate>>
  /** Brand spots by name. */
  readonly spots: Readonly<Record<string, Plate>>
  /** Black-only text below `text` and lines below `line` overprint (mm of em size and of width). */
  readonly blackOverprint: { readonly text: Mm; readonly line: Mm }
  readonly outlineText: boolean
  /** How colours outside the press's gamut are brought in. */
  readonly intent: 'relative' | 'perceptual'
  /** Whether declared brand spots keep their own plate or are printed by their CMYK values. */
  readonly spotInks: 'keep' | 'convert'
  /** Pixels per inch of what has to become an image (x1a, x3). */
  readonly flattenPpi: number
}

/** One product of one kit: a PDF of one page per face. */
export type Piece = {
  readonly id: string
  readonly kit: string
  readonly product: string
  readonly template: string
  /** The human title: metadata of the PDF and of the SVG. */
  readonly title: string
  /** BCP 47 language of the texts. */
  readonly lang: string
  readonly orientation: 'portrait' | 'paysage'
  readonly quantity: number
  /** Details of the order that are printed nowhere but written in the manifest (pose, support, matiere, fixation…). */
  readonly order: Readonly<Record<string, string>>
  /** The finished size over the drawn one: 1, or 10 for a poster drawn at 1:10. */
  readonly scale: number
  readonly output: Output
  readonly faces: readonly Sheet[]
}

export const isInk = (paint: Paint): paint is Ink => paint.kind !== 'linear' && paint.kind !== 'radial'
