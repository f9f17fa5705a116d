// The manifest of a kit: what was written, for machines (CONTRACT §5). Sorted keys, no time of day, mm and percent.
import type { Severity, Span } from './diagnostic.ts'
import type { Edges } from './geometry.ts'
import type { Mm } from './length.ts'
import type { Stamp } from './stamp.ts'

export type ManifestFile = {
  readonly path: string
  readonly format: string
  readonly standard?: string
  readonly bytes: number
  readonly sha256: string
}

export type ManifestFace = {
  readonly name: string
  readonly mirrored: boolean
  /** Who turns over a face read through its material: `none`, `file` (then `mirrored`), or `printer`. */
  readonly mirror: string
  readonly inks: readonly string[]
  readonly inkOrder: readonly string[]
  /** Percent; the heaviest colour laid at one point, measured on what is painted. */
  readonly maxInk: number
  /** From the top-left corner of the finished piece, seen from the side that is read, even when the file is mirrored. */
  readonly holes: readonly { readonly x: Mm; readonly y: Mm; readonly diameter: Mm }[]
}

export type ManifestDiagnostic = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly at?: Span
  readonly hint?: string
}

export type ManifestPiece = {
  readonly id: string
  readonly product: string
  readonly template: string
  readonly orientation: string
  readonly quantity: number
  readonly printer: {
    readonly id: string
    readonly sha256: string
    /** The output profile that inks were separated through: the file's name, never its path. */
    readonly profile: { readonly file: string; readonly sha256: string }
    /** The profile that PDFs carry, when it is not that one. */
    readonly embedded?: { readonly file: string; readonly sha256: string }
  }
  /** Finished size, bleed and holes too: a file at 1:10 is `scale` times smaller. */
  readonly trim: readonly [Mm, Mm]
  readonly bleed: Edges
  readonly scale: number
  /** Edges that a frame hides, when it does. */
  readonly hidden?: Edges
  readonly status: 'ok' | 'warning' | 'refused'
  readonly faces: readonly ManifestFace[]
  readonly files: readonly ManifestFile[]
  readonly diagnostics: readonly ManifestDiagnostic[]
  /** pose, support, matiere, fixation… as ordered. */
  readonly [option: string]: unknown
}

export type Manifest = {
  readonly schema: 1
  readonly signakit: string
  readonly kit: string
  /** Whose sign it is, for lists. */
  readonly structure: { readonly nom: string; readonly commune?: string; readonly caf: readonly string[] }
  readonly source: string
  readonly sourceSha256: string
  readonly project?: { readonly path: string; readonly sha256: string }
  /** Policies relaxed on the command line, by rule. */
  readonly relaxed?: Readonly<Record<string, string>>
  readonly brand: { readonly id: string; readonly version: string; readonly status: string; readonly sha256: string }
  readonly pieces: readonly ManifestPiece[]
  /** What concerns the whole kit, such as a draft brand; those of one piece are with the piece. */
  readonly diagnostics: readonly ManifestDiagnostic[]
  /** In a batch, once the kit is done: what tells the next run that nothing has changed. */
  readonly stamp?: Stamp
}

/** The same value with its keys in order, which spares JSON a call for each of them. A date stays what it is. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(sorted)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  for (const entry of entries) entry[1] = sorted(entry[1])
  return Object.fromEntries(entries)
}

/** Canonical JSON on one line: sorted keys, no space. */
export const canonicalLine = (value: unknown): string => JSON.stringify(sorted(value))

/** Canonical JSON: sorted keys, two spaces, a line feed at the end. */
export const canonicalJson = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`
