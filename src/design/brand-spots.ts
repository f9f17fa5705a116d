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
  const spelled = new Map<string, string>()
  const known = new Map<string, Declared>()
  const colors = allColors(file)
  const solids = new Set(
    colors.flatMap(([, { spot, tint }]) => (spot !== undefined && tint === undefined ? [spot] : [])),
  )
  return colors.flatMap(([path, color]) => {
    const { spot, tint } = color
    if (spot === undefined) return []
    const problem =
      nameProblem(spot, spelled) ??
      valueProblem(spot, color, known) ??
      (tint !== undefined && !solids.has(spot) ? noSolid(spot) : undefined)
    return problem ? [[`${path}.spot`, problem] as const] : []
  })
}

function nameProblem(name: string, spelled: Map<string, string>): Text | undefined {
  const key = folded(name)
  if (RESERVED.includes(key))
    return text(`« ${name} » est une encre primaire ou un mot réservé`, `“${name}” is a process ink or a reserved word`)
  const before = spelled.get(key) ?? name
  spelled.set(key, before)
  if (before === name) return undefined
  return text(
    `« ${name} » et « ${before} » seraient deux planches pour une encre`,
    `“${name}” and “${before}” would be two plates for one ink`,
  )
}

/** One ink, at one tint, is one colour: in four inks and on a screen. */
function valueProblem(name: string, color: Declared, known: Map<string, Declared>): Text | undefined {
  const key = `${name} ${color.tint ?? 100}`
  const before = known.get(key) ?? color
  known.set(key, before)
  const [one, other] = [before.cmyk.join('/'), color.cmyk.join('/')]
  if (one !== other)
    return text(
      `« ${name} » a deux équivalents en quadrichromie : ${one} et ${other}`,
      `“${name}” has two values in four inks: ${one} and ${other}`,
    )
  const [seen, otherwise] = [before.screen.toLowerCase(), color.screen.toLowerCase()]
  if (seen === otherwise) return undefined
  return text(
    `« ${name} » a deux aspects à l’écran : ${seen} et ${otherwise}`,
    `“${name}” has two looks on a screen: ${seen} and ${otherwise}`,
  )
}

const noSolid = (name: string): Text =>
  text(
    `« ${name} » n’a qu’une teinte : il manque la couleur qui est son aplat, sans \`tint\``,
    `“${name}” has only a tint: the colour that is its solid, without \`tint\`, is missing`,
  )

/** The plates of a brand's own inks, for a printer that keeps them; none for one that prints their four inks. */
export function brandPlates({ colors, universes }: BrandSpec): Readonly<Record<string, Plate>> {
  const all = [
    ...Object.values(colors),
    ...Object.values(universes).flatMap(universe => Object.values(universe.colors)),
  ]
  return Object.fromEntries(
    all.flatMap(({ spot, tint, ink, screen }): [string, Plate][] =>
      spot === undefined || tint !== undefined || ink.kind !== 'cmyk'
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
