// « C½ur », « 10 ¤ »: eight bytes of ISO-8859-15 are other signs in Windows-1252, and nothing else tells the two apart.

/** Two of the eight are left: `´` is what keyboards give for an apostrophe, and no French word has a Ž. */
const MEANT: Readonly<Record<string, string>> = { '¤': '€', '¦': 'Š', '¨': 'š', '¸': 'ž', '¼': 'Œ', '½': 'œ', '¾': 'Ÿ' }

/** Inside a word, or at its start: « ½ h » and « 2½ » are halves. */
const SIGN = /¤|(?<=\p{L})[¦¨¸¼½¾]|(?<![\p{L}\d])[¦¨¸¼½¾](?=\p{L}{2})/gu

/** The text as ISO-8859-15 says it; undefined when no sign of it looks out of place. */
export function fromLatinNine(value: string): string | undefined {
  const meant = value.replace(SIGN, sign => MEANT[sign] ?? sign)
  return meant === value ? undefined : meant
}
