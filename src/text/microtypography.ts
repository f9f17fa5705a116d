// The spaces and signs that a good French compositor sets, put in a text that people typed on a keyboard.

import { createLru, type Lru } from './lru.ts'

/** No-break space, and the thin one that French sets before high punctuation. */
const NBSP = '\u00a0'
const THIN = '\u202f'

/** Any of the spaces people type inside a line. */
const S = '[ \\t\\u00a0\\u202f]'

/** Web and mail addresses are copied letter by letter. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s«»]*[^\s«».,;:!?…)]|(?<![^\s«»(])[^\s«»()@]+@[^\s«»@]+\.[\p{L}\d]+|(?<![\p{L}\d.-])(?:[\p{L}\d-]+\.)+[a-z]{2,}(?:\/[^\s«»]*[^\s«».,;:!?…)])?(?![\p{L}\d])/gu

type Rule = readonly [pattern: RegExp, replacement: string | ((...groups: string[]) => string)]

/** Rules that change nothing in a text without a sign of theirs: most texts have none, and looking for it costs little. */
type Rules = { readonly sign: RegExp; readonly rules: readonly Rule[] }

const rx = (source: string, flags = 'gu'): RegExp => new RegExp(source, flags)

/** Between letters in any language: d'Api, c'h, P'tits, and before what a quote opens. */
const apostrophe: Rule = [/(?<=\p{L})['\u2018\u02bc\u00b4`](?=[\p{L}\d«"“])/gu, '’']

/** At the end of a word, unless some straight quote opens one: « Pom' de Reinette », « l' Île », but not 'mot'. */
const elisions: readonly Rule[] = [
  apostrophe,
  // « 's Kinderhüs », « 't Zonnehuis »: articles of Alsace and Flanders.
  [/(?<![\p{L}\d])'([nst])[ \u00a0]/giu, `’$1${NBSP}`],
  [/^(?!.*(?<![\p{L}\d])'[\p{L}\d]).*$/su, text => text.replace(/(?<=\p{L})'/gu, '’')],
]

const ENGLISH_QUOTES = /(?<=^|[\s(’])[“„]\s*([^“”„\n]*[^“”„\s])\s*[”“](?=$|[\s).,;:!?…])/gu

const quotes: readonly Rule[] = [
  [/(?<=^|[\s(’])"(?=\S)([^"\n]*\S)"(?=$|[\s).,;:!?…])/gu, '«$1»'],
  // English quotes, which telephones and word processors put for straight ones; inside « » they are those of French.
  [/^[^«»]*$/su, text => text.replace(ENGLISH_QUOTES, '«$1»')],
  [rx(`«${S}*`), `«${NBSP}`],
  [rx(`(?<!${S})${S}*»`), `${NBSP}»`],
]

const WORD_END = '[\\p{L}\\d\ue000»)\\]%€°…’."”]'

const punctuation: readonly Rule[] = [
  // A hyphen between spaces is a dash that the keyboard lacks.
  [/(?<=\S) - (?=\S)/g, ' – '],
  // A stroke between spaces stays at the end of its line.
  [/(?<=\S) \/(?= \S)/g, `${NBSP}/`],
  [/(?<!\.)\.{3}(?!\.)/g, '…'],
  // ; ! ? after a word, alone or in a row, at the end of it: not inside « ?id=3 », not the wink « ;-) ».
  [rx(`(?<=${WORD_END})${S}*([;!?]+)(?=[\\s»)\\]]|$)`), `${THIN}$1`],
  [rx(`(?<=${WORD_END})${S}*:(?=[\\s»)\\]]|$)`), `${NBSP}:`],
]

/** A figure that begins a number: after a stroke it is one of a date, of a fraction, unless an hour stands before it. */
const HOUR_STARTS = `(?<![\\p{L}\\d.,]|(?<![hH](?:${S}*[0-5]\\d)?)/)`

/** 7h30, 18 H 30, 9 h, 8h/12h: an hour of the day, and nothing that only looks like one. */
const hours: readonly Rule[] = [
  [rx(`${HOUR_STARTS}([01]?\\d|2[0-4])${S}*[hH]${S}*([0-5]\\d)(?![\\p{L}\\d])`), `$1${THIN}h${THIN}$2`],
  [rx(`${HOUR_STARTS}([01]?\\d|2[0-4])${S}*h(?![\\p{L}\\d])`), `$1${THIN}h`],
  // 24h/24, 7j/7.
  [rx(`(?<![\\p{L}\\d.,/])([1-7])${S}*j(?=/7(?!\\d))`), `$1${THIN}j`],
]

/** 8H-12H, 8H à 12H: a capital is an hour when two of them make a span; alone it may be a building. */
const CAPITAL_SPAN: Rule = [
  rx(`(?<![\\p{L}\\d.,/])([01]?\\d|2[0-4])H(${S}*[-–]${S}*|${S}+à${S}+)([01]?\\d|2[0-4])H(?![\\p{L}\\d])`),
  '$1h$2$3h',
]

/** 05 56 00 00 00, 0556000000, 05.56.00.00.00, +33 5 56 00 00 00, 0 800 123 456: never broken, always in pairs or threes. */
const phones: readonly Rule[] = [
  [
    /(?<![\d,.])(0[1-9])([ .\-\u00a0\u202f]?)(\d\d)\2(\d\d)\2(\d\d)\2(\d\d)(?![\d]|[.,]\d)/g,
    ['$1', '$3', '$4', '$5', '$6'].join(NBSP),
  ],
  [
    rx(`(?<![\\d+])\\+33${S}?([1-9])${S}?(\\d\\d)${S}?(\\d\\d)${S}?(\\d\\d)${S}?(\\d\\d)(?!\\d)`),
    ['+33', '$1', '$2', '$3', '$4', '$5'].join(NBSP),
  ],
  [rx(`(?<!\\d)0${S}(8\\d\\d)${S}(\\d{3})${S}(\\d{3})(?!\\d)`), ['0', '$1', '$2', '$3'].join(NBSP)],
]

const UNITS = 'ans?|mois|min|mn|km|m|cm|mm|m²|m2|kg|g|places?|enfants?'

const numbers: readonly Rule[] = [
  // Thousands, when no figure stands beside them.
  [
    rx(`(?<![\\d,.]|\\d${S})([1-9]\\d{0,2})((?:${S}\\d{3})+)(?!\\d|${S}\\d)`),
    (_, head = '', groups = '') => head + groups.replace(rx(S), THIN),
  ],
  [rx(`(?<=\\d)${S}*([€%])`), `${NBSP}$1`],
  [rx(`(?<=\\d)${S}+(°C|${UNITS})(?![\\p{L}\\d])`), `${NBSP}$1`],
  [rx(`(?<!\\p{L})([nN])[°º]${S}*(?=\\d)`), `$1°${NBSP}`],
  // « de 7 h 30 », « de 12 places »: the figure does not begin a line.
  [/(?<!\p{L})(de) (?=\d)/giu, `$1${NBSP}`],
]

const people: readonly Rule[] = [[rx(`(?<!\\p{L})(MM?\\.|Mmes?|Mlles?|Mgr|Drs?|Pr|Ste?)${S}(?=\\p{Lu})`), `$1${NBSP}`]]

const APOSTROPHES = /['\u2018\u02bc\u00b4`]/

const FRENCH: readonly Rules[] = [
  { sign: APOSTROPHES, rules: elisions },
  { sign: /["“„«»]/, rules: quotes },
  { sign: /\d/, rules: [...phones, CAPITAL_SPAN, ...hours, ...numbers] },
  { sign: rx(`(?:MM?\\.|Mmes?|Mlles?|Mgr|Drs?|Pr|Ste?)${S}`, ''), rules: people },
  { sign: / [-/] |\.{3}|[;!?:]/, rules: punctuation },
]

const OTHERS: readonly Rules[] = [{ sign: APOSTROPHES, rules: [apostrophe] }]

const applyAll = (text: string, rules: readonly Rule[]): string =>
  rules.reduce(
    (out, [pattern, replacement]) =>
      // `replace` has one signature for each kind of replacement.
      typeof replacement === 'string' ? out.replace(pattern, replacement) : out.replace(pattern, replacement),
    text,
  )

const apply = (text: string, all: readonly Rules[]): string =>
  all.reduce((out, { sign, rules }) => (sign.test(out) ? applyAll(out, rules) : out), text)

/** Stands for an address while the rules run: a private-use character, that no rule matches but as the end of a word. */
const MASK = '\ue000'

function outsideAddresses(text: string, rules: readonly Rules[]): string {
  if (text.includes(MASK)) return text
  // Every address has a point, a colon or an at.
  if (!/[.:@]/.test(text)) return apply(text, rules)
  const addresses = text.match(ADDRESS) ?? []
  let next = 0
  return apply(text.replace(ADDRESS, MASK), rules).replaceAll(MASK, () => addresses[next++] ?? '')
}

/** One rule may make way for another (a quote set before a ?); real texts settle in two passes. */
const MAX_PASSES = 8

/** Texts kept as they were set: a template asks for the same at each rung of its ladder. */
const KEPT = 400
const LANGUAGES = 20

const kept = createLru<Lru<string>>(LANGUAGES)

/**
 * Sets a text as its language wants: French spaces, quotes, hours, phone numbers; in any language, NFC and the typographic
 * apostrophe. Words, figures and addresses are never changed. Applying it twice changes nothing more.
 */
export const microtypography = (text: string, lang: string): string =>
  kept(lang, () => createLru(KEPT))(text, () => typeset(text, /^fr(?:-|$)/i.test(lang) ? FRENCH : OTHERS))

function typeset(text: string, rules: readonly Rules[]): string {
  let out = text.normalize('NFC')
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = outsideAddresses(out, rules)
    if (next === out) break
    out = next
  }
  return out
}
