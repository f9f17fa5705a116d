// What a PDF is checked for, from the command line: the variant of GWG 2022, the distance, the scale, the printer.
import { resolve } from 'node:path'
import { findBrand } from '../design/brand.ts'
import { catalogueOf } from '../design/catalogue.ts'
import { type Format, findFormat } from '../design/format.ts'
import { holesOf } from '../design/holes.ts'
import { DEFAULT_BRAND } from '../design/kit-pieces.ts'
import { findPrinter, type Printer } from '../design/printer.ts'
import { type Outcome, text } from '../model/diagnostic.ts'
import type { Standard } from '../model/standard.ts'
import type { World } from '../model/world.ts'
import type { Variant } from '../preflight/press/gwg-2022.ts'
import type { WantedJob } from '../preflight/press/job.ts'
import { moduleOf } from '../template/module.ts'
import { UsageError } from './usage-error.ts'

export type PdfOrder = {
  readonly product?: string | undefined
  readonly printer?: string | undefined
  /** How the piece is fixed: where its holes are. */
  readonly fixation?: string | undefined
  /** Whose module the holes follow; the brand of kits that name none otherwise. */
  readonly brand?: string | undefined
  /** The PDF/X that was asked for, whatever the file says of itself; the printer's otherwise. */
  readonly pdf?: Standard | undefined
  readonly gwg?: Variant | undefined
  /** Metres. */
  readonly distance?: number | undefined
  /** The finished size over the drawn one. */
  readonly scale?: number | undefined
}

export type Ordered = {
  readonly format: Format | undefined
  readonly printer: Printer | undefined
  /** Without a variant when nothing tells: the file itself does. */
  readonly job: WantedJob
}

/** A product or a printer that does not exist is a mistake on the command line, not in the PDF. */
function demand<T>({ value, diagnostics }: Outcome<T>): T {
  if (value !== undefined) return value
  const [first] = diagnostics
  throw new UsageError(first?.message ?? text('introuvable', 'not found'), first?.hint)
}

/** An offset sheet is 700 × 1 000 mm: what is larger, what is stuck on glass and what is screwed on walls is large format. */
const SHEET = 700

function variantOf({ family, width, height }: Format): Variant {
  return family.family === 'affiche' && Math.min(width, height) <= SHEET ? 'sheet-cmyk' : 'large-format'
}

/** The standard a printer is known to ask for: one that a shop has not published is not asked. */
const standardOf = ({ spec: { gaps, output } }: Printer): Standard | undefined =>
  gaps.includes('standard') ? undefined : output.standard

/** Where the fixing of a product drills; nothing for what is glued or hung. */
function holesFor({ family }: Format, { fixation, brand }: PdfOrder, world: World): WantedJob['holes'] {
  const choices = family.options.fixation
  const chosen = fixation ?? choices?.default
  if (chosen === undefined) return undefined
  if (!choices || !Object.hasOwn(choices.values, chosen)) {
    const known = Object.keys(choices?.values ?? {}).join(', ')
    throw new UsageError(
      text(`--fixation : inconnue : « ${chosen} »`, `--fixation: unknown: “${chosen}”`),
      known === '' ? undefined : text(`fixations : ${known}`, `fixings: ${known}`),
    )
  }
  const holes = family.fixings[chosen]?.holes
  if (!holes) return undefined
  const here = resolve('.')
  const { spec } = demand(findBrand({ written: brand ?? DEFAULT_BRAND, folder: here, project: here }, world))
  return (width, height) =>
    holesOf(holes, { width, height, cornerRadius: 0, holeEdge: 0, u: moduleOf(width, height, spec.module) })
}

export function orderOf(order: PdfOrder, world: World): Ordered {
  const { product, printer, pdf, gwg, distance, scale } = order
  const here = resolve('.')
  const format = product === undefined ? undefined : demand(findFormat(product, catalogueOf(world), undefined))
  const press =
    printer === undefined ? undefined : demand(findPrinter({ written: printer, folder: here, project: here }, world))
  const profile = press && world.read(press.spec.profilePath)
  const asked = pdf ?? (press && standardOf(press))
  const holes = format && holesFor(format, order, world)
  const variant = gwg ?? (format && variantOf(format))
  return {
    format,
    printer: press,
    job: {
      ...(variant && { variant }),
      ...(asked && { asked }),
      ...(holes && { holes }),
      distance: distance ?? format?.distance ?? 1,
      scale: scale ?? 1,
      ...(press && { printer: press.spec }),
      ...(profile?.ok && { profile: profile.bytes }),
    },
  }
}
