// What a piece may ask of its family: pose, support, matiere, fixation. Unknown is refused, so is what cannot be made yet.

import { nearest } from '../input/nearest.ts'
import { type Diagnostic, type Span, text } from '../model/diagnostic.ts'
import type { PieceOrder } from '../model/kit.ts'
import { diagnostic } from './finding.ts'
import type { FamilyFile, Making } from './product-file.ts'
import { foldId } from './product-name.ts'
import type { DesignRule } from './rules.ts'

export const OPTION_KEYS = ['pose', 'support', 'matiere', 'fixation'] as const

export type OptionKey = (typeof OPTION_KEYS)[number]

export type Options = Readonly<Partial<Record<OptionKey, string>>>

/** Where each key of a piece was written. */
export type PieceSpans = (key: keyof PieceOrder) => Span | undefined

const UNSUPPORTED = {
  pose: 'pose-unsupported',
  support: 'support-unsupported',
  matiere: 'material-unsupported',
  fixation: 'fixing-unsupported',
} as const satisfies Record<OptionKey, DesignRule>

type Choice = NonNullable<FamilyFile['options'][OptionKey]>

const quoted = (values: readonly string[]): string => values.map(value => `\`${value}\``).join(', ')

function unknownKey(key: OptionKey, family: FamilyFile, at: Span | undefined): Diagnostic {
  const what = `${family.article} ${family.title.toLowerCase()}`
  return diagnostic(
    'product-option',
    at,
    text(`\`${key}\` ne s’applique pas à ${what}`, `\`${key}\` does not apply to this product (${family.family})`),
    { hint: text('retirez cette clé', 'remove the key') },
  )
}

/** The values of a choice that can be made today. */
const madeOf = ({ values }: Choice): readonly string[] =>
  Object.entries(values).flatMap(([value, { planned }]) => (planned ? [] : [value]))

function unknownValue(key: OptionKey, value: string, choice: Choice, at: Span | undefined): Diagnostic {
  const made = madeOf(choice)
  const near = nearest(foldId(value), made)
  return diagnostic(
    'product-option',
    at,
    text(`valeur inconnue pour \`${key}\` : « ${value} »`, `unknown value for \`${key}\`: “${value}”`),
    {
      hint: near
        ? text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`)
        : text(`valeurs admises : ${quoted(made)}`, `values: ${quoted(made)}`),
    },
  )
}

function unsupported(key: OptionKey, value: string, choice: Choice, at: Span | undefined): Diagnostic {
  const made = madeOf(choice)
  return diagnostic(
    UNSUPPORTED[key],
    at,
    text(
      `\`${key}: ${value}\` ne s’imprime pas encore avec cet outil`,
      `\`${key}: ${value}\` cannot be printed with this tool yet`,
    ),
    { hint: text(`possible aujourd’hui : ${quoted(made)}`, `possible today: ${quoted(made)}`) },
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
  const value = foldId(written)
  const known = Object.hasOwn(choice.values, value) ? choice.values[value] : undefined
  if (!known) return { problem: unknownValue(key, written, choice, at) }
  return known.planned ? { problem: unsupported(key, value, choice, at) } : { value }
}

/** How a piece with these options is made: the family's way, then what each option changes. */
export function makingOf(options: Options, family: FamilyFile): Making {
  const changes = OPTION_KEYS.map(key => {
    const { planned: _, ...change } = family.options[key]?.values[options[key] ?? ''] ?? { planned: false }
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
  return {
    options: Object.fromEntries(read.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]]))),
    diagnostics: read.flatMap(([, { problem }]) => problem ?? []),
  }
}
