// The forms of what leads people to a structure: an address of the web or of mail, a phone number, a post code.
import { type Text, text } from '../model/diagnostic.ts'

/** A label of a domain name (RFC 1035 2.3.1); an international name is compared in its `xn--` form. */
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/** The last label is letters, never figures: what ends in a number is an IP address (WHATWG URL 3.5). */
const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/** `hostname` as a URL gives it: lower case, international names in ASCII. */
function isNamedHost(hostname: string): boolean {
  const labels = hostname.split('.')
  return (
    hostname.length <= 253 &&
    labels.length >= 2 &&
    labels.every(label => LABEL.test(label)) &&
    TOP_LABEL.test(labels.at(-1) ?? '')
  )
}

/** An address without a protocol is completed; another protocol than the web’s, a password or an IP address is refused. */
export function isWebAddress(value: string): boolean {
  if (/[\s"<>\\^`{|}]/.test(value)) return false
  const full = /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[^/]*\.[^/]*:\d/.test(value) ? value : `https://${value}`
  if (!URL.canParse(full)) return false
  const { protocol, hostname, username, password } = new URL(full)
  const onTheWeb = protocol === 'http:' || protocol === 'https:'
  return onTheWeb && isNamedHost(hostname) && username === '' && password === ''
}

/** `name@host`, where the name has no dot at an end nor two in a row (RFC 5321 4.1.2). */
export function isEmail(value: string): boolean {
  const [, name, host] = /^([^\s@<>,;:()"[\]\\/?#]{1,64})@([^\s@<>,;:()"[\]\\/?#]+)$/.exec(value) ?? []
  if (name === undefined || host === undefined || /^\.|\.$|\.\./.test(name)) return false
  return URL.canParse(`https://${host}`) && isNamedHost(new URL(`https://${host}`).hostname)
}

/** What people put between the figures of a number. */
const PHONE_SIGNS = /[\s().\u00A0\u202F/-]/g

/** Ten figures from 01 to 09, the same after +33, or one of the short numbers of the French plan. */
const FRENCH_PHONE = /^(?:0[1-9]\d{8}|(?:\+|00)33(?:0)?[1-9]\d{8}|1[1-9]\d?|10\d{2}|3\d{3}|11[68]\d{3})$/

/** Of another country: its code, then the number, fifteen figures at most (E.164 6.2). */
const FOREIGN_PHONE = /^(?:\+|00)(?!33|0)[1-9]\d{6,14}$/

/** A number as people write it, with spaces, dots, hyphens or brackets. */
export function isPhone(value: string): boolean {
  const bare = value.replace(PHONE_SIGNS, '')
  return FRENCH_PHONE.test(bare) || FOREIGN_PHONE.test(bare)
}

/** Nine figures: ten, less the zero that spreadsheets drop. */
export const isPhoneWithoutZero = (value: string): boolean => /^[1-9]\d{8}$/.test(value.replace(PHONE_SIGNS, ''))

/** Five figures, of a department: there is none at 00, 96 and 99. */
const POSTCODE = /^(?:0[1-9]|[1-8]\d|9[0-578])\d{3}$/

/** The figures alone: people write `54 000`. */
export const postcodeFigures = (value: string): string => value.replace(/[ \u00A0\u202F]/g, '')

export const isPostcode = (value: string): boolean => POSTCODE.test(postcodeFigures(value))

export type Form = {
  readonly accepts: (value: string) => boolean
  /** Goes on after the value or its name. */
  readonly fault: Text
  readonly expected: Text
}

/** By the key of a kit. Who reads a kit and who asks for its values say the same. */
export const CONTACT_FORMS = {
  'site-web': {
    accepts: isWebAddress,
    fault: text('n’est pas une adresse du web', 'is not a web address'),
    expected: text('`https://exemple.fr`', '`https://exemple.fr`'),
  },
  courriel: {
    accepts: isEmail,
    fault: text('n’est pas une adresse de courriel', 'is not an e-mail address'),
    expected: text('`contact@exemple.fr`', '`contact@exemple.fr`'),
  },
  telephone: {
    accepts: isPhone,
    fault: text('n’est pas un numéro', 'is not a phone number'),
    expected: text(
      '`05 56 00 00 00` ; d’un autre pays, `+32 2 555 00 00`',
      '`05 56 00 00 00`; of another country, `+32 2 555 00 00`',
    ),
  },
  'code-postal': {
    accepts: isPostcode,
    fault: text('n’est pas un code postal', 'is not a post code'),
    expected: text('cinq chiffres, comme `33000`', 'five figures, such as `33000`'),
  },
  commune: {
    accepts: value => /\p{L}/u.test(value),
    fault: text('n’est pas une commune', 'is not a town'),
    expected: text('son nom, comme `Bordeaux`', 'its name, such as `Bordeaux`'),
  },
} as const satisfies Readonly<Record<string, Form>>

export type ContactKey = keyof typeof CONTACT_FORMS

/** « n’est pas une adresse du web ; attendu : `https://exemple.fr` ». */
export const formText = (key: ContactKey): Text => {
  const { fault, expected }: Form = CONTACT_FORMS[key]
  return text(`${fault.fr} ; attendu : ${expected.fr}`, `${fault.en}; expected: ${expected.en}`)
}
