// How much of each ink a mark lays on each plate: art knocks out, technical plates overprint, small black overprints.
import { type Ink, isBlackOnly, type PlateRole } from '../../model/ink.ts'
import type { Output } from '../../model/sheet.ts'
import type { Use } from '../svg/look.ts'

/** One plate: a process ink, a technical plate, or a brand's own ink. */
export type PlateInk =
  | { readonly kind: 'process'; readonly channel: 'c' | 'm' | 'y' | 'k' }
  | { readonly kind: 'technical'; readonly role: PlateRole }
  | { readonly kind: 'brand'; readonly name: string }

/** Percent of ink; `undefined` leaves what lies there (overprint), 0 takes it away (knockout). */
export function amountOn(plate: PlateInk, ink: Ink): number | undefined {
  if (ink.kind === 'registration') return ink.tint
  switch (plate.kind) {
    case 'process':
      if (ink.kind === 'cmyk') return ink[plate.channel]
      return ink.role === 'brand' ? 0 : undefined
    case 'technical':
      return ink.kind === 'spot' && ink.role === plate.role ? ink.tint : undefined
    case 'brand':
      if (ink.kind === 'cmyk') return 0
      if (ink.role !== 'brand') return undefined
      return ink.name === plate.name ? ink.tint : 0
  }
}

/**
 * Solid black text and lines smaller than the printer says lie over colour: no white rim when plates miss each other
 * (GWG 2022 R0009, R0010). A gray would let the colours under it through: it knocks out.
 */
export function overprints(ink: Ink, use: Use, { text, line }: Output['blackOverprint']): boolean {
  if (ink.kind !== 'cmyk' || !isBlackOnly(ink) || ink.k !== 100) return false
  switch (use.kind) {
    case 'area':
      return false
    case 'text':
      return use.size < text
    case 'line':
      return use.width < line
  }
}
