// The Design: a kit with its brand, products and printers resolved. Plain data; `signakit dump design` prints it.
import type { Place, Span } from './diagnostic.ts'
import type { Edges } from './geometry.ts'
import type { Ink } from './ink.ts'
import type { Kit } from './kit.ts'
import type { Mm } from './length.ts'
import type { Policy } from './rule.ts'
import type { Hole, Output } from './sheet.ts'

/** What a slot may hold. `at` is the datum's own place, for the errors of layout. */
export type Datum =
  | { readonly kind: 'text'; readonly value: string; readonly at?: Span }
  | { readonly kind: 'flag'; readonly value: boolean; readonly at?: Span }
  | { readonly kind: 'number'; readonly value: number; readonly at?: Span }
  | { readonly kind: 'list'; readonly items: readonly Datum[]; readonly at?: Span }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Datum>>; readonly at?: Span }

/**
 * A brand colour: its declared ink, never converted, and its declared look on a screen (`#rrggbb`). `spot` names the ink of
 * its own that it is printed with where the printer keeps spots, `tint` (percent) how much of it: a solid when absent.
 */
export type BrandColor = {
  readonly ink: Ink
  readonly screen: string
  readonly spot?: string
  readonly tint?: number
}

/** What a brand colour is printed with at one printer: its own ink where it has a plate there, else its four inks. */
export const inkAt = ({ ink, spot, tint = 100 }: BrandColor, { spots }: Pick<Output, 'spots'>): Ink =>
  spot !== undefined && Object.hasOwn(spots, spot) ? { kind: 'spot', role: 'brand', name: spot, tint } : ink

/** A text style of the brand. Lengths in mm where `Mm`, in modules where the name says so. */
export type TextStyle = {
  /** Key of `BrandSpec.fonts`, e.g. `source-sans-3/700`. */
  readonly font: string
  /** Em size in modules (u). */
  readonly size: number
  /** Smallest em size in modules that fitting may reach; equal to `size` when the text does not shrink. */
  readonly minSize: number
  /** Smallest cap height in mm, whatever the module: legibility's floor. */
  readonly floorCap: Mm
  /** Line feed over em size. */
  readonly leading: number
  /** Added to each advance, in em. */
  readonly tracking: number
  /** Left shift in em, so that stems align with smaller text. */
  readonly shift: number
}

export type LogoSource = {
  /** Absolute path. */
  readonly path: string
  /** Folder the real path may not leave. */
  readonly root: string
  readonly at?: Span
}

/** A sign of a brand: shapes on a base line, in units of R, y up from the line. */
export type SignShape =
  | {
      readonly shape: 'disc'
      readonly x: number
      readonly r: number
      readonly color: string
      readonly window?: boolean
    }
  /** A half disc standing on the line. */
  | {
      readonly shape: 'half-disc'
      readonly x: number
      readonly r: number
      readonly color: string
      readonly window?: boolean
    }
  /** A door: straight sides up to `height - r`, then a half circle of radius r. */
  | {
      readonly shape: 'arch'
      readonly x: number
      readonly r: number
      readonly height: number
      readonly color: string
      readonly window?: boolean
    }

export type Sign = {
  readonly shapes: readonly SignShape[]
  /** R of this sign over R of the reference sign (one big disc). */
  readonly scale: number
}

export type BrandSpec = {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly status: 'draft' | 'official'
  /** Hash of every file of the pack (and of those it extends). */
  readonly sha256: string
  /** The pack's folder, then those it extends. */
  readonly folders: readonly string[]
  /** u = short / module.short, or long / module.long when long / short > module.ratio. */
  readonly module: { readonly short: number; readonly long: number; readonly ratio: number }
  /** Common colours (`jonquille`, `encre`, `blanc`…); a universe adds `deep` and `light`. */
  readonly colors: Readonly<Record<string, BrandColor>>
  readonly universes: Readonly<
    Record<
      string,
      { readonly title: string; readonly colors: Readonly<Record<string, BrandColor>>; readonly sign: Sign }
    >
  >
  /** Absolute path of each font file by key. */
  readonly fonts: Readonly<Record<string, string>>
  readonly styles: Readonly<Record<string, TextStyle>>
  /** Absolute path of each pictogram by key. */
  readonly pictograms: Readonly<Record<string, string>>
  /** The pack's policies by rule; the stricter of printer, brand and kit wins. */
  readonly rules?: Readonly<Record<string, Policy>>
}

/** One printed face of a product, and whether it is read through the material it is printed on. */
export type FaceSpec = {
  readonly name: 'recto' | 'verso'
  /** Read through the material: art and plates are turned over together, last, by the file or by the printer. */
  readonly mirrored: boolean
  /** As `Sheet.inkOrder`. */
  readonly inkOrder: readonly string[]
}

/** A cut that follows the art. */
export type CutAround = {
  /** From the art to the cut. */
  readonly offset: Mm
  /** From the outermost cut to the trim, at least. */
  readonly margin: Mm
  /** Where the kit asks for that offset. */
  readonly at?: Span
}

export type KissCutAround = CutAround & {
  readonly along: 'art'
  /** From the kiss-cut to a through-cut that follows it; absent: the liner is cut along the trim. */
  readonly follow?: Mm
}

export type ProductSpec = {
  readonly id: string
  readonly family: string
  readonly title: string
  /** Finished size as ordered (orientation applied). */
  readonly width: Mm
  readonly height: Mm
  readonly shape: 'rect' | 'round'
  readonly cornerRadius: Mm
  /** Where the kit asks for that radius. */
  readonly cornersAt?: Span
  readonly orientation: 'portrait' | 'paysage'
  /** False for a free size: « hors catalogue ». */
  readonly catalogue: boolean
  /** One face or two; each is a page of the PDF. */
  readonly faces: readonly FaceSpec[]
  /** What becomes of the art: printed in inks, cut out of the material, or engraved in it. */
  readonly art: 'printed' | 'cut' | 'engraved'
  /** Margin inside the cut that takes no ink (static cling curls where it is inked). */
  readonly border: Mm
  /** One sees through the material where nothing is printed. */
  readonly clear: boolean
  /** Diameter of the engraving tool: nothing thinner is engraved; 0 for what is not engraved. */
  readonly tool: Mm
  /** Edges that a frame hides: art goes on under it, nothing to be read does. */
  readonly hidden: Edges
  /** Smallest text the material holds, em size; 0 when it asks for nothing. */
  readonly minText: Mm
  /** Whether the trim is drawn on the cut plate. */
  readonly cut: boolean
  /** Cut through the film only, along the trim or around the art; absent: through film and liner, along the trim. */
  readonly kissCut?: { readonly along: 'trim' } | KissCutAround
  /** Cut through film and liner around the art, instead of along the trim; never with `kissCut`. */
  readonly throughCut?: CutAround
  /** What the material asks for; the printer's policy has the last word (`PrinterSpec.white`). */
  readonly white: 'none' | 'art' | 'flood'
  readonly holes: readonly Hole[]
  /** Metres. */
  readonly distance: number
}

/** How a print shop wants its white ink. */
export type WhitePolicy = {
  /** A plate drawn under the art, a flood, a white that the RIP makes itself, or no white ink at all. */
  readonly plate: 'none' | 'art' | 'flood' | 'rip'
  /** How far the white draws back from an edge of art against bare film. */
  readonly choke: Mm
  /** How far inside the cut the white stops; absent, it follows the art into the bleed. */
  readonly inset?: Mm
  /** Whether soft shadows are backed with white too. */
  readonly shadows: boolean
}

export type PrinterSpec = {
  readonly id: string
  readonly title: string
  readonly sha256: string
  readonly bleed: Edges
  readonly safe: Mm
  /** Thinnest printable line (mm) and smallest text (mm of em). */
  readonly minLine: Mm
  readonly minText: Mm
  /** The same for white or many-ink lines and text, which plates that miss each other fill in. */
  readonly minReversedLine: Mm
  readonly minReversedText: Mm
  /** The tightest bend that a cutter takes without tearing, and how many points a line to be cut may have. */
  readonly minRadius: Mm
  readonly maxNodes: number
  /** Pixels per inch at one metre: below `error` refused, below `warning` said. */
  readonly resolution: { readonly error: number; readonly warning: number }
  readonly white: WhitePolicy
  /** Who turns over what is read through the material: our file, or the shop at its RIP. */
  readonly mirror: 'file' | 'printer'
  /** Crop marks and slug without being asked on the command line. */
  readonly marks: boolean
  /** One PDF for the piece, or one for each of its faces. */
  readonly pages: 'piece' | 'face'
  /** Pattern of file names, without extension: `{kit}_{piece}`. */
  readonly fileName?: string
  /** A side longer than this is drawn `factor` times smaller, and said so. */
  readonly scale: { readonly above: Mm; readonly factor: number }
  readonly output: Output
  /** Absolute path of the output profile. */
  readonly profilePath: string
  /** The same as people and manifests name it, and the line that asks for it. */
  readonly profile: { readonly file: string; readonly sha256: string; readonly at?: Span }
  /** PDFs carry the small profile where it is true of this press. */
  readonly smallProfile: boolean
  /** The printer's policies by rule. */
  readonly rules?: Readonly<Record<string, Policy>>
  /** Figures of a shop's profile that the shop has not published: keys of the profile. */
  readonly gaps: readonly string[]
}

/** A template as read: plain data with the place of each of its values; `template/` gives it meaning. */
export type TemplateSource = {
  readonly id: string
  readonly file: string
  readonly data: unknown
  readonly spans: Spans
}

/** Places of values by path: keys and indexes joined by dots, as `structure.partenaires.0.nom`. */
export type Spans = Readonly<Record<string, Place>>

export type PieceDesign = {
  readonly id: string
  readonly at?: Span
  readonly product: ProductSpec
  readonly printer: PrinterSpec
  readonly template: TemplateSource
  readonly quantity: number
  /** As `Piece.order`. */
  readonly order: Readonly<Record<string, string>>
  readonly title: string
  readonly lang: string
  readonly universe: string
  /** The record that slots look into: `caf`, `structure`, `textes`, `piece`, `sheet`, `logos`. */
  readonly slots: Datum
  /** Logos by slot key: `caf`, `partenaires.0`… */
  readonly logos: Readonly<Record<string, LogoSource>>
  readonly photo?: LogoSource
}

export type Design = {
  readonly kit: Kit
  readonly brand: BrandSpec
  readonly pieces: readonly PieceDesign[]
}
