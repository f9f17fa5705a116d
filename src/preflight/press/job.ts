// What a foreign PDF is checked for: the variant of GWG 2022, how far it is read from, and whose press it goes to.
import type { PrinterSpec } from '../../model/design.ts'
import type { Mm } from '../../model/length.ts'
import type { Hole } from '../../model/sheet.ts'
import type { Standard } from '../../model/standard.ts'
import { GWG_2022, type GwgRule, type Level, type Variant } from './gwg-2022.ts'

export type Job = {
  readonly variant: Variant
  /** Metres between the reader and the piece. */
  readonly distance: number
  /** The finished size over the drawn one: 10 for a file at 1:10. */
  readonly scale: number
  readonly printer?: PrinterSpec
  /** The printer's output profile: what a file that brings none is converted through. */
  readonly profile?: Uint8Array
  /** The PDF/X the file must be; what identifies it is then checked even when it declares nothing. */
  readonly asked?: Standard
  /** Where holes are drilled in a finished piece of so many mm, when the product is known; from the top-left corner of the trim. */
  readonly holes?: (width: Mm, height: Mm) => readonly Hole[]
}

/** A job whose variant may still be unknown. */
export type WantedJob = Omit<Job, 'variant'> & { readonly variant?: Variant }

const RESOLUTIONS: readonly GwgRule[] = ['R0031', 'R0032']

/**
 * What the job asks of one rule; undefined when it asks nothing. Everything is measured at the finished size, so that a
 * drawing at 1:10 needs no other figures; only large format looks at the distance (GWG 2022 D0017 to D0019).
 */
export function levelOf(rule: GwgRule, { variant, distance }: Job): Level | undefined {
  const level = GWG_2022[rule][variant]
  if (!level || variant !== 'large-format' || !RESOLUTIONS.includes(rule)) return level
  return { ...level, values: level.values.map(value => value / Math.max(1, distance)) }
}
