// The small FOGRA39 profile that a PDF may carry instead of its printer's own: where it says the same of the inks.
import type { Assets, Profile } from '../model/assets.ts'
import type { PrinterSpec } from '../model/design.ts'
import { type Diagnostic, type Span, type Text, text } from '../model/diagnostic.ts'
import { type Cmyk, cmyk } from '../model/ink.ts'
import type { World } from '../model/world.ts'
import { deltaE2000 } from './delta-e.ts'
import { openProfile } from './profile.ts'

/** Ours, made by `scripts/small-profile.ts`. */
export const SMALL_PROFILE = {
  id: 'FOGRA39-small-signakit',
  file: 'assets/profiles/FOGRA39-small-signakit.icc',
  condition: 'FOGRA39',
} as const

/** Two makers' profiles of one condition differ by one or two; another paper or press by five and more. */
const MOST_APART = 3

/** Every ink solid and half way, and their overprints, all within the ink limit of any press. */
const INKS: readonly (readonly [fr: string, en: string, ink: Cmyk])[] = [
  ['le cyan', 'cyan', cmyk(100, 0, 0, 0)],
  ['le magenta', 'magenta', cmyk(0, 100, 0, 0)],
  ['le jaune', 'yellow', cmyk(0, 0, 100, 0)],
  ['le noir', 'black', cmyk(0, 0, 0, 100)],
  ['le bleu', 'blue', cmyk(100, 100, 0, 0)],
  ['le vert', 'green', cmyk(100, 0, 100, 0)],
  ['le rouge', 'red', cmyk(0, 100, 100, 0)],
  ['le cyan à 50 %', 'cyan at 50%', cmyk(50, 0, 0, 0)],
  ['le magenta à 50 %', 'magenta at 50%', cmyk(0, 50, 0, 0)],
  ['le jaune à 50 %', 'yellow at 50%', cmyk(0, 0, 50, 0)],
  ['le noir à 50 %', 'black at 50%', cmyk(0, 0, 0, 50)],
]

/** What a run's PDFs carry, printer by printer. */
export type Carried = {
  /** The assets, with the small profile when a file carries it. */
  readonly assets: Assets
  /** Id of the profile that this printer's PDFs carry instead of its own; nothing when they carry its own. */
  embeddedFor(printer: PrinterSpec): string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The small profile where a printer's file or `forAll`, the command line, asks for it, and where it is true of the press.
 *
 * @param assets the printers' own profiles among them
 */
export async function smallProfiles(
  printers: readonly PrinterSpec[],
  assets: Assets,
  world: World,
  forAll: boolean,
): Promise<Carried> {
  const asking = new Map(printers.filter(({ smallProfile }) => forAll || smallProfile).map(one => [one.sha256, one]))
  const small = asking.size > 0 ? await readSmall(world) : undefined
  if (!small) return { assets, embeddedFor: () => undefined, diagnostics: [] }
  const said = new Map([...asking].map(([key, printer]) => [key, refusalOf(small, printer, assets)]))
  return {
    assets: { ...assets, profile: id => (id === small.id ? small : assets.profile(id)) },
    embeddedFor: ({ sha256 }) => (asking.has(sha256) && !said.get(sha256) ? small.id : undefined),
    diagnostics: [...said.values()].filter(found => found !== undefined),
  }
}

let opening: Promise<Profile> | undefined

/** Ours, once per process: a copy of the tool without it is broken, and no kit's fault. */
function readSmall(world: World): Promise<Profile> {
  opening ??= openSmall(world)
  return opening
}

function openSmall(world: World): Promise<Profile> {
  const [bytes, deflated] = [SMALL_PROFILE.file, `${SMALL_PROFILE.file}.zlib`].map(name => {
    const read = world.read(world.own(name))
    if (!read.ok) throw new Error(`${name} is not among our files`)
    return read.bytes
  })
  return openProfile(SMALL_PROFILE.id, bytes ?? new Uint8Array(), deflated ? { deflated } : {})
}

function refusalOf(small: Profile, { output, profile }: PrinterSpec, assets: Assets): Diagnostic | undefined {
  const condition = output.condition.identifier
  if (condition !== SMALL_PROFILE.condition) return untrue(otherCondition(condition), undefined)
  const difference = differenceOf(small, assets.profile(output.profile), profile.file)
  return difference && untrue(difference, profile.at)
}

const untrue = (reason: Text, at: Span | undefined): Diagnostic => ({
  rule: 'small-profile',
  severity: 'warning',
  message: text(
    `${reason.fr} : le PDF contient le profil entier de l’imprimeur`,
    `${reason.en}: the PDF holds the printer’s whole profile`,
  ),
  ...(at && { at }),
})

const otherCondition = (condition: string): Text =>
  text(
    `le petit profil décrit ${SMALL_PROFILE.condition}, et cet imprimeur demande « ${condition} »`,
    `the small profile describes ${SMALL_PROFILE.condition}, and this printer asks for “${condition}”`,
  )

function differenceOf(small: Profile, own: Profile, file: string): Text | undefined {
  const apart = INKS.map(([fr, en, ink]) => ({ fr, en, difference: deltaE2000(small.lab(ink), own.lab(ink)) }))
  const worst = apart.reduce((most, next) => (next.difference > most.difference ? next : most))
  if (worst.difference <= MOST_APART) return undefined
  const figure = worst.difference.toFixed(1)
  return text(
    `${file} rend ${worst.fr} à ΔE00 ${figure.replace('.', ',')} de ${SMALL_PROFILE.condition}, que décrit le petit profil`,
    `${file} shows ${worst.en} at ΔE00 ${figure} from ${SMALL_PROFILE.condition}, which the small profile describes`,
  )
}
