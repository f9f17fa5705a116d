// Brand colours that have an ink of their own (a Pantone): named once, and kept as spots only where the printer keeps them.
import type { BrandSpec, PrinterSpec } from '../model/design.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { PLATE_ROLES } from '../model/ink.ts'
import type { Plate } from '../model/sheet.ts'
import type { BrandFile } from './brand-file.ts'

/** Names that mean something else in a Separation (ISO 32000-1 8.6.6.4). */
const RESERVED = ['cyan', 'magenta', 'yellow', 'black', 'all', 'none']

/** « PANTONE 300 C », « Pantone 300C » and « pantone-300-c » are one ink to a reader and three plates to a RIP. */
const folded = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

type Declared = BrandFile['colors'][string]

/** Every colour of a brand with its path, those of its universes included. */
const allColors = ({ colors, universes }: BrandFile): readonly (readonly [path: string, color: Declared])[] => [
  ...Object.entries(colors).map(([name, color]) => [`colors.${name}`, color] as const),
  ...Object.entries(universes).flatMap(([key, universe]) =>
    Object.entries(universe.colors).map(([name, color]) => [`universes.${key}.colors.${name}`, color] as const),
  ),
]

/** What is wrong with the names of a brand's spots, each with the path of the value to edit. */
export function spotProblems(file: BrandFile): readonly (readonly [path: string, message: Text])[] {
  const known = new Map<string, { readonly name: string; readonly cmyk: string }>()
  return allColors(file).flatMap(([path, { spot, cmyk }]) => {
    if (spot === undefined) return []
    const problem = nameProblem(spot, cmyk.join('/'), known)
    return problem ? [[`${path}.spot`, problem] as const] : []
  })
}

function nameProblem(
  name: string,
  cmyk: string,
  known: Map<string, { readonly name: string; readonly cmyk: string }>,
): Text | undefined {
  const key = folded(name)
  if (RESERVED.includes(key))
    return text(`« ${name} » est une encre primaire ou un mot réservé`, `“${name}” is a process ink or a reserved word`)
  const before = known.get(key)
  if (!before) {
    known.set(key, { name, cmyk })
    return undefined
  }
  if (before.name !== name)
    return text(
      `« ${name} » et « ${before.name} » seraient deux planches pour une encre`,
      `“${name}” and “${before.name}” would be two plates for one ink`,
    )
  if (before.cmyk !== cmyk)
    return text(
      `« ${name} » a deux équivalents en quadrichromie : ${before.cmyk} et ${cmyk}`,
      `“${name}” has two values in four inks: ${before.cmyk} and ${cmyk}`,
    )
  return undefined
}

/** The plates of a brand's own inks, for a printer that keeps them; none for one that prints their four inks. */
export function brandPlates({ colors, universes }: BrandSpec): Readonly<Record<string, Plate>> {
  const all = [
    ...Object.values(colors),
    ...Object.values(universes).flatMap(universe => Object.values(universe.colors)),
  ]
  return Object.fromEntries(
    all.flatMap(({ spot, ink, screen }): [string, Plate][] =>
      spot === undefined || ink.kind !== 'cmyk'
        ? []
        : [[spot, { name: spot, alternate: [ink.c, ink.m, ink.y, ink.k], screen, step: { group: '' }, layer: '' }]],
    ),
  )
}

/** The printer with the brand's plates, and the brand's spot that one of its technical plates is already named as. */
export function withBrandSpots(printer: PrinterSpec, brand: BrandSpec): { printer: PrinterSpec; problem?: Text } {
  const spots = printer.output.spotInks === 'keep' ? brandPlates(brand) : {}
  const taken = PLATE_ROLES.map(role => printer.output.plates[role].name)
  const clash = Object.keys(spots).find(name => taken.some(plate => folded(plate) === folded(name)))
  const kept = { ...printer, output: { ...printer.output, spots } }
  if (clash === undefined) return { printer: kept }
  const message = text(
    `« ${clash} » est aussi le nom d’une planche technique de ${printer.title}`,
    `“${clash}” is also the name of a technical plate of ${printer.title}`,
  )
  return { printer: kept, problem: message }
}
