// A printer without white ink cannot print on clear material: said by name, with what can be made instead.
import type { ProductSpec } from '../model/design.ts'
import { type Diagnostic, type Span, type Text, text } from '../model/diagnostic.ts'
import { diagnostic } from './finding.ts'
import { clashesOf, makingOf, type OptionKey, type Options } from './options.ts'
import type { Printer } from './printer.ts'
import { type FamilyFile, type Making, OPTION_KEYS } from './product-file.ts'

/** More would be a catalogue, not a hint. */
const MOST = 2

/** The options that decide of the white: those of which a value says so, and those that such values refuse. */
function whiteKeys({ options }: FamilyFile): readonly OptionKey[] {
  const keys = OPTION_KEYS.filter(key =>
    Object.values(options[key]?.values ?? {}).some(({ white, art }) => white !== undefined || art !== undefined),
  )
  const refusing = keys.flatMap(key =>
    Object.values(options[key]?.values ?? {}).flatMap(({ refuses }) => refuses.map(({ option }) => option)),
  )
  return OPTION_KEYS.filter(key => keys.includes(key) || refusing.includes(key))
}

/** A cut or engraved piece, or a film that only holds large text, is no substitute for a printed one. */
const stands = ({ white = 'none', art = 'printed', 'min-text': minText = 0 }: Making): boolean =>
  white === 'none' && art === 'printed' && minText === 0

/** Every way to print the family without white, the nearest to what was asked first. */
function whiteless(asked: Options, family: FamilyFile): readonly Options[] {
  const keys = whiteKeys(family)
  const all = keys.reduce<readonly Options[]>(
    (combinations, key) =>
      combinations.flatMap(options =>
        Object.keys(family.options[key]?.values ?? {}).map(value => ({ ...options, [key]: value })),
      ),
    [{}],
  )
  const changes = (options: Options): number => keys.filter(key => options[key] !== asked[key]).length
  return all
    .filter(options => stands(makingOf(options, family)) && clashesOf(options, family).length === 0)
    .sort((a, b) => changes(a) - changes(b))
    .slice(0, MOST)
}

const wording = (options: Options, and: string): string =>
  OPTION_KEYS.flatMap(key => (options[key] === undefined ? [] : `\`${key}: ${options[key]}\``)).join(and)

function instead(asked: Options, family: FamilyFile): Text {
  const ways = whiteless(asked, family)
  const other = text('choisissez un imprimeur qui a l’encre blanche', 'choose a printer with white ink')
  if (ways.length === 0) return other
  const fr = [...ways.map(way => wording(way, ' et ')), `ou ${other.fr}`].join(' ; ')
  const en = [...ways.map(way => wording(way, ' and ')), `or ${other.en}`].join('; ')
  return text(`possible sans blanc : ${fr}`, `possible without white: ${en}`)
}

/** Why this printer cannot lay the white this piece needs, if so. */
export function missingWhite(
  { spec, file }: Printer,
  product: ProductSpec,
  asked: Options,
  family: FamilyFile,
  at: Span | undefined,
): readonly Diagnostic[] {
  if (spec.white.plate !== 'none' || product.white === 'none') return []
  const what = `${family.article} ${family.title.toLowerCase()}`
  const chosen = wording(asked, ', ')
  const message = text(
    `${file.title} n’imprime pas de blanc : ${what} (${chosen}) en demande`,
    `${file.title} prints no white: this ${family.family} (${chosen}) needs it`,
  )
  return [diagnostic('printer-white', at, message, { hint: instead(asked, family) })]
}
