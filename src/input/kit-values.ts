// The kinds of values a kit file holds, as zod reads them from text: amounts, choices, addresses of the web.
import { z } from 'zod'
import { text } from '../model/diagnostic.ts'
import { formText, isEmail, isWebAddress } from './contact.ts'
import { plain } from './nearest.ts'
import { said } from './said.ts'

/** Nothing longer fits on a sign; a forgotten quote gives thousands. */
const MAX_TEXT = 500

export const words = z.string().min(1).max(MAX_TEXT)

/** Numbers and texts are one in a kit: 33 and "33" are the same. */
export const wordsOrNumber = z.union([words, z.number()]).transform(String)

/** One value, or a list of them. */
export const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.union([item, z.array(item).min(1).max(most)]).transform(value => (Array.isArray(value) ? value : [value]))

/** One of a few words, whatever its case and accents. */
export const choice = <const T extends readonly [string, ...string[]]>(known: T) =>
  z.preprocess(value => (typeof value === 'string' ? plain(value) : value), z.enum(known))

const YES = ['oui', 'vrai', 'yes', 'true', 'on']
const NO = ['non', 'faux', 'no', 'false', 'off']

/** `oui`, `non` and their likes; undefined for any other word. */
export const yesOrNo = (value: string): boolean | undefined =>
  YES.includes(plain(value)) ? true : NO.includes(plain(value)) ? false : undefined

export const flag = z.union([z.boolean(), words]).transform((value, context) => {
  const answer = typeof value === 'boolean' ? value : yesOrNo(value)
  if (answer !== undefined) return answer
  context.addIssue({
    code: 'custom',
    message: said(text(`attend oui ou non, pas « ${value} »`, `expects oui or non, not “${value}”`)),
  })
  return z.NEVER
})

/** A number with its unit, as people write it: `2,5`, `3 m`, `120 cm`. */
const AMOUNT = /^(\d{1,7}(?:[.,]\d{1,3})?)\s*([a-zé.]*)$/i

/** `units` gives what one of each is worth; the empty unit is allowed when it is in it. */
export const amount = (units: Readonly<Record<string, number>>, example: string) =>
  z.union([z.number(), words]).transform((value, context) => {
    const [, figures, unit = ''] = AMOUNT.exec(String(value)) ?? []
    const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined
    if (figures !== undefined && factor !== undefined) return Number(figures.replace(',', '.')) * factor
    context.addIssue({
      code: 'custom',
      message: said(
        text(
          `n’est pas une mesure : « ${value} » ; attendu : ${example}`,
          `is not a measure: “${value}”; expected: ${example}`,
        ),
      ),
    })
    return z.NEVER
  })

export const metres = amount({ '': 1, m: 1, cm: 0.01, mm: 0.001 }, '`3 m`').pipe(z.number().positive().max(100))

export const millimetres = amount({ '': 1, mm: 1, cm: 10 }, '`5`, `5 mm`').pipe(z.number().min(0).max(500))

export const count = z
  .union([z.number(), words])
  .transform((value, context) => {
    if (/^\d{1,9}$/.test(String(value))) return Number(value)
    context.addIssue({
      code: 'custom',
      message: said(text(`attend un nombre entier, pas « ${value} »`, `expects a whole number, not “${value}”`)),
    })
    return z.NEVER
  })
  .pipe(z.number().min(1).max(100_000))

/** A number, or a text printed as it is. */
export const numberOrWords = z
  .union([z.number(), words])
  .transform(value => (/^\d{1,6}$/.test(String(value)) ? Number(value) : String(value)))

export const webAddress = words.refine(isWebAddress, said(formText('site-web')))

export const qrAddress = z.union([z.literal(false), webAddress, words]).transform((value, context) => {
  if (value === false || yesOrNo(value) === false || plain(value) === 'aucun') return false
  if (isWebAddress(value)) return value
  context.addIssue({
    code: 'custom',
    message: said(text(`${formText('site-web').fr}, ou \`non\``, `${formText('site-web').en}, or \`non\``)),
  })
  return z.NEVER
})

export const email = words.refine(isEmail, said(formText('courriel')))
