// The thresholds of GWG 2022 by rule and variant, as its workbook gives them: one table, read by the rules and by the docs.
import type { Severity } from '../../model/diagnostic.ts'

/** What a variant asks of one rule: how grave a breach is, and the figures that make one. */
export type Level = { readonly severity: Severity; readonly values: readonly number[] }

const error = (...values: number[]): Level => ({ severity: 'error', values })
const warning = (...values: number[]): Level => ({ severity: 'warning', values })
const none = undefined

export const VARIANTS = {
  'sheet-cmyk': 'Sheet CMYK',
  'sheet-spot': 'Sheet Spot',
  digital: 'Digital Print',
  'large-format': 'Large Format',
  label: 'Label & Leaflet',
} as const satisfies Readonly<Record<string, string>>

export type Variant = keyof typeof VARIANTS

// Object.keys only knows strings; the keys are those of the literal above.
export const VARIANT_NAMES = Object.keys(VARIANTS) as readonly Variant[]

type Row = Readonly<Record<Variant, Level | undefined>>

const row = (...[cmyk, spot, digital, large, label]: readonly (Level | undefined)[]): Row => ({
  'sheet-cmyk': cmyk,
  'sheet-spot': spot,
  digital,
  'large-format': large,
  label,
})

const all = (level: Level): Row => row(level, level, level, level, level)

/** Sizes and widths in points; inks as a share, all plates adding up; sides of squares in mm; resolutions in ppi at 1 m: error, warning. */
export const GWG_2022 = {
  R0002: row(error(), error(), error(), warning(), error()),
  R0003: all(error()),
  R0004: row(warning(), warning(), warning(), none, warning()),
  R0005: row(warning(), warning(), none, warning(), warning()),
  R0006: row(none, none, none, none, warning()),
  R0007: all(error()),
  R0008: row(warning(), warning(), warning(), warning(), error()),
  R0009: row(warning(12), warning(12), none, warning(12), warning(12)),
  R0010: row(warning(2), warning(2), none, none, warning(2)),
  R0011: row(warning(12), warning(12), none, warning(12), warning(12)),
  R0012: row(warning(2), warning(2), none, none, warning(2)),
  R0013: row(warning(), warning(), none, none, warning()),
  R0014: row(warning(), warning(), none, none, warning()),
  R0015: row(warning(0.85, 2.8), warning(0.85, 2.8), warning(0.85, 2.8), none, warning(0.85, 2.8)),
  R0016: row(warning(8), warning(8), warning(5), warning(5), warning(5)),
  R0017: row(warning(8), warning(8), warning(5), warning(5), warning(14)),
  R0018: row(warning(0.25), warning(0.25), warning(0.25), warning(0.15), warning(0.3)),
  R0019: row(warning(0.25), warning(0.25), warning(0.25), warning(0.15), warning(1.5)),
  R0020: row(error(0), warning(0), warning(0), none, none),
  R0021: row(none, warning(), none, none, warning()),
  R0022: row(none, error(), none, none, error()),
  R0023: row(none, error(), none, none, error()),
  R0024: row(warning(), warning(), warning(), none, warning()),
  R0025: row(none, none, none, none, warning(3.2, 15)),
  R0026: row(warning(3.2, 15), warning(3.2, 15), none, none, none),
  R0027: row(error(), error(), none, none, error()),
  R0028: row(none, none, error(), none, none),
  R0029: row(none, none, none, error(), none),
  R0030: all(error()),
  R0031: row(error(149, 224), error(149, 224), error(95, 149), error(239, 299), error(199, 239)),
  R0032: row(error(549, 799), error(549, 799), error(349, 599), error(549, 799), error(549, 799)),
  R0034: row(none, none, none, none, warning()),
  R0035: all(error()),
  R0036: row(none, none, none, error(), none),
} as const satisfies Readonly<Record<string, Row>>

export type GwgRule = keyof typeof GWG_2022
