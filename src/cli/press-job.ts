// What a PDF is checked for, from the command line: the variant of GWG 2022, the distance, the scale, the printer.
import { resolve } from 'node:path'
import { catalogueOf } from '../design/catalogue.ts'
import { type Format, findFormat } from '../design/format.ts'
import { findPrinter, type Printer } from '../design/printer.ts'
import { type Outcome, text } from '../model/diagnostic.ts'
import type { Standard } from '../model/standard.ts'
import type { World } from '../model/world.ts'
import type { Variant } from '../preflight/press/gwg-2022.ts'
import type { WantedJob } from '../preflight/press/job.ts'
import { UsageError } from './usage-error.ts'

export type PdfOrder = {
  readonly product?: string | undefined
  readonly printer?: string | undefined
  /** The PDF/X that was asked for, whatever the file says of itself. */
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

export function orderOf({ product, printer, pdf, gwg, distance, scale }: PdfOrder, world: World): Ordered {
  const here = resolve('.')
  const format = product === undefined ? undefined : demand(findFormat(product, catalogueOf(world), undefined))
  const press =
    printer === undefined ? undefined : demand(findPrinter({ written: printer, folder: here, project: here }, world))
  const profile = press && world.read(press.spec.profilePath)
  const variant = gwg ?? (format && variantOf(format))
  return {
    format,
    printer: press,
    job: {
      ...(variant && { variant }),
      ...(pdf && { asked: pdf }),
      distance: distance ?? format?.distance ?? 1,
      scale: scale ?? 1,
      ...(press && { printer: press.spec }),
      ...(profile?.ok && { profile: profile.bytes }),
    },
  }
}
