// What a schema cannot say of a kit's data: empty words, lost zeros, values that hide each other, unknown rules.
import { type Diagnostic, type Span, text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'
import { placeholder } from './clean.ts'
import { diagnose } from './diagnose.ts'
import type { ProjectFile } from './kit-schema.ts'
import { nearest } from './nearest.ts'
import { childPath, type YamlValue } from './yaml.ts'

/** Where a value is, or the nearest value above it. */
export type At = (path: string) => Span | undefined

function strings(data: unknown, path: string): readonly (readonly [path: string, value: string])[] {
  if (typeof data === 'string') return [[path, data]]
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, inner]) => strings(inner, childPath(path, key)))
}

/** Words that stand for no value, anywhere in the structure. */
export const placeholders = ({ data }: YamlValue, at: At): readonly Diagnostic[] =>
  strings(data, '')
    .filter(([path]) => path.startsWith('structure.'))
    .flatMap(([path, value]) => placeholder(value, at(path)) ?? [])

const lostZero = (at: Span | undefined, name: string, value: string): Diagnostic =>
  diagnose(
    'lost-zero',
    at,
    text(
      `\`${name}\` : il manque le premier zéro de « ${value} »`,
      `\`${name}\`: the first zero of “${value}” is missing`,
    ),
    {
      hint: text(`écrivez \`"0${value}"\``, `write \`"0${value}"\``),
    },
  )

function checkPostcode(value: string, at: Span | undefined): readonly Diagnostic[] {
  const digits = value.replaceAll(' ', '')
  if (/^\d{5}$/.test(digits)) return []
  if (/^\d{4}$/.test(digits)) return [lostZero(at, 'code-postal', digits)]
  const message = text(
    `\`code-postal\` : « ${value} » n’est pas un code postal`,
    `\`code-postal\`: “${value}” is not a post code`,
  )
  return [
    diagnose('wrong-value', at, message, {
      hint: text('un code postal a cinq chiffres', 'a post code has five figures'),
    }),
  ]
}

function checkPhone(value: string, at: Span | undefined): readonly Diagnostic[] {
  const digits = value.replace(/\D/g, '')
  if (/^[1-9]\d{8}$/.test(value.replaceAll(/[ .-]/g, ''))) return [lostZero(at, 'telephone', value)]
  if (/^\+?[\d\s().\u00A0\u202F/-]+$/.test(value) && digits.length >= 2 && digits.length <= 15) return []
  const message = text(
    `\`telephone\` : « ${value} » n’est pas un numéro`,
    `\`telephone\`: “${value}” is not a phone number`,
  )
  return [
    diagnose('wrong-value', at, message, { hint: text('attendu : `05 56 00 00 00`', 'expected: `05 56 00 00 00`') }),
  ]
}

const unused = (name: string, because: string, at: Span | undefined): Diagnostic =>
  diagnose(
    'unused-value',
    at,
    text(
      `rien de \`${name}\` ne sera imprimé, à cause de ${because}`,
      `nothing of \`${name}\` will be printed, because of ${because}`,
    ),
  )

const missing = (name: string, why: string, at: Span | undefined): Diagnostic =>
  diagnose(
    'missing-key',
    at,
    text(`il manque \`${name}\`, obligatoire avec \`${why}\``, `\`${name}\` is missing, required with \`${why}\``),
  )

/** Facts of the structure that only make sense together. */
export function checkStructure({ structure = {} }: ProjectFile, at: At): readonly Diagnostic[] {
  const { adresse, itinerant = false, communes, telephone } = structure
  const postcode = adresse?.['code-postal']
  return [
    ...(postcode === undefined ? [] : checkPostcode(postcode, at('structure.adresse.code-postal'))),
    ...(telephone === undefined ? [] : checkPhone(telephone, at('structure.telephone'))),
    ...(itinerant && !communes ? [missing('communes', 'itinerant: oui', at('structure.itinerant'))] : []),
    ...(itinerant && adresse ? [unused('adresse', '`itinerant: oui`', at('structure.adresse#key'))] : []),
    ...(!itinerant && communes && adresse
      ? [unused('communes', '`itinerant: non`', at('structure.communes#key'))]
      : []),
  ]
}

/** Policies name rules that exist, and do not lower those that are locked. */
export function checkPolicies({ regles = {} }: ProjectFile, rules: Rules | undefined, at: At): readonly Diagnostic[] {
  if (!rules) return []
  return Object.entries(regles).flatMap(([id, policy]) => {
    const place = at(`regles.${id}#key`)
    const rule = Object.hasOwn(rules, id) ? rules[id] : undefined
    if (!rule) {
      const near = nearest(id, Object.keys(rules))
      const hint =
        near === undefined ? {} : { hint: text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`) }
      return [diagnose('unknown-rule', place, text(`règle inconnue \`${id}\``, `unknown rule \`${id}\``), hint)]
    }
    if (rule.locked !== true || policy === 'refuser' || policy === 'ecarter') return []
    return [
      diagnose(
        'locked-rule',
        place,
        text(`la règle \`${id}\` ne peut pas être abaissée`, `the rule \`${id}\` cannot be lowered`),
      ),
    ]
  })
}
