// What a piece may ask of its family: pose, support, matiere, fixation, decoupe. Unknown is refused, so is what does not go together.

import { foldId } from '../input/fold-id.ts'
import { nearest } from '../input/nearest.ts'
import { type Diagnostic, type Span, text } from '../model/diagnostic.ts'
import type { PieceOrder } from '../model/kit.ts'
import { diagnostic } from './finding.ts'
import { type FamilyFile, type Making, OPTION_KEYS } from './product-file.ts'
import type { DesignRule } from './rules.ts'

export type OptionKey = (typeof OPTION_KEYS)[number]

export type Options = Readonly<Partial<Record<OptionKey, string>>>

/** Where each key of a piece was written. */
export type PieceSpans = (key: keyof PieceOrder) => Span | undefined

type Choice = NonNullable<FamilyFile['options'][OptionKey]>

/** A thickness as people write it: `inox-1.5`, which is `inox-1-5` in the family’s file. */
const shown = (value: string): string => value.replace(/-(\d+)-(\d+)$/, '-$1.$2')

const quoted = (values: readonly string[]): string => values.map(value => `\`${shown(value)}\``).join(', ')

function unknownKey(key: OptionKey, family: FamilyFile, at: Span | undefined): Diagnostic {
  const what = `${family.article} ${family.title.toLowerCase()}`
  return diagnostic(
    'product-option',
    at,
    text(`\`${key}\` ne s’applique pas à ${what}`, `\`${key}\` does not apply to this product (${family.family})`),
    { hint: text('retirez cette clé', 'remove the key') },
  )
}

function unknownValue(key: OptionKey, value: string, choice: Choice, at: Span | undefined): Diagnostic {
  const made = Object.keys(choice.values)
  const near = nearest(foldId(value), made)
  return diagnostic(
    'product-option',
    at,
    text(`valeur inconnue pour \`${key}\` : « ${value} »`, `unknown value for \`${key}\`: “${value}”`),
    {
      hint: near
        ? text(`vouliez-vous dire \`${shown(near)}\` ?`, `did you mean \`${shown(near)}\`?`)
        : text(`valeurs admises : ${quoted(made)}`, `values: ${quoted(made)}`),
    },
  )
}

function readOption(
  key: OptionKey,
  written: string | undefined,
  family: FamilyFile,
  at: Span | undefined,
): { value?: string; problem?: Diagnostic } {
  const choice = family.options[key]
  if (!choice) return written === undefined ? {} : { problem: unknownKey(key, family, at) }
  if (written === undefined) return choice.default === undefined ? {} : { value: choice.default }
  const value = valueNamed(written, choice)
  return value === undefined ? { problem: unknownValue(key, written, choice, at) } : { value }
}

/** Compound words are written with a hyphen or without, a thickness with a dot or a comma: `inox-1.5` is `inox-1-5`. */
const joined = (id: string): string => id.replace(/[-.,/]/g, '')

/** « Pose intérieure », « côté extérieur », « à l’intérieur »: what the key says already. */
const SAID_BY_KEY = /^(?:pose|cote|face|a-l['’]|par-l['’])-?/

/** Short words that shops write for a value. */
const SHORT: Readonly<Record<string, string>> = { int: 'interieur', ext: 'exterieur' }

/** Adjectives agree: « intérieure », « extérieurs », « transparente ». */
const agrees = (id: string, value: string): boolean => ['', 'e', 's', 'es'].some(end => joined(value) + end === id)

function valueNamed(written: string, { values }: Choice): string | undefined {
  const id = foldId(written)
  if (Object.hasOwn(values, id)) return id
  const word = joined(id.replace(SAID_BY_KEY, ''))
  return Object.keys(values).find(value => agrees(word, value) || SHORT[word] === value)
}

const NO_CHANGE = { refuses: [], advises: [] }

const chosenValue = ({ options }: FamilyFile, key: OptionKey, chosen: Options) =>
  options[key]?.values[chosen[key] ?? '']

/** What two options together make impossible, or fragile, as the family’s file says it. */
export type Clash = NonNullable<ReturnType<typeof chosenValue>>['refuses'][number] & { readonly key: OptionKey }

export const clashesOf = (
  options: Options,
  family: FamilyFile,
  kind: 'refuses' | 'advises' = 'refuses',
): readonly Clash[] =>
  OPTION_KEYS.flatMap(key =>
    (chosenValue(family, key, options)?.[kind] ?? []).flatMap(clash =>
      clash.values.includes(options[clash.option] ?? '') ? [{ ...clash, key }] : [],
    ),
  )

/** Shown where one of the two was written; what the kit leaves to its default has no place of its own. */
function clashProblem(rule: DesignRule, clash: Clash, options: Options, order: PieceOrder, spanOf: PieceSpans) {
  const { key, option, why, instead } = clash
  const pair = [option, key].map(each => `\`${each}: ${options[each]}\``)
  const written = [option, key].find(each => order[each] !== undefined) ?? key
  const message = text(`${pair.join(' et ')} : ${why.fr}`, `${pair.join(' and ')}: ${why.en}`)
  return diagnostic(rule, spanOf(written), message, { hint: instead })
}

function clashProblems(options: Options, order: PieceOrder, family: FamilyFile, spanOf: PieceSpans) {
  const refused = clashesOf(options, family).map(clash => {
    const rule = clash.option === 'pose' || clash.key === 'pose' ? 'film-side' : 'product-option'
    return clashProblem(rule, clash, options, order, spanOf)
  })
  const fragile = clashesOf(options, family, 'advises').map(clash =>
    clashProblem('film-weather', clash, options, order, spanOf),
  )
  return [...refused, ...fragile]
}

/** How a piece with these options is made: the family's way, then what each option changes. */
export function makingOf(options: Options, family: FamilyFile): Making {
  const changes = OPTION_KEYS.map(key => {
    const { refuses: _, advises: __, ...change } = chosenValue(family, key, options) ?? NO_CHANGE
    return change
  })
  return Object.assign({}, family.making, ...changes)
}

/** The options of a piece with its family's defaults, and every refusal. */
export function readOptions(
  order: PieceOrder,
  family: FamilyFile,
  spanOf: PieceSpans,
): { options: Options; diagnostics: readonly Diagnostic[] } {
  const read = OPTION_KEYS.map(key => [key, readOption(key, order[key], family, spanOf(key))] as const)
  const options: Options = Object.fromEntries(
    read.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])),
  )
  const problems = read.flatMap(([, { problem }]) => problem ?? [])
  return { options, diagnostics: [...problems, ...clashProblems(options, order, family, spanOf)] }
}
