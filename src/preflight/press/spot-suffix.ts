// One Pantone under two suffixes makes two plates.
import { text } from '../../model/diagnostic.ts'
import type { GwgCheck } from './press-check.ts'
import { printingSpots } from './printing-spots.ts'

/** Coated, uncoated, matt, and the editions of the guides; « 300C » has no space before it. */
const SUFFIX = /(?:[\s_-]+|(?<=\d))(C|U|M|CV|CVC|CVU|CVS|CP|UP|PC|EC|XGC|TPX|TCX|TPG)$/i

/** A name as `pdf-spot-names` compares them: what differs by no more is that rule’s. */
const letters = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')

export const spotSuffix = {
  gwg: 'R0021',
  severity: 'warning',
  title: text('un Pantone n’a qu’un suffixe', 'a Pantone has one suffix only'),
  why: text(
    '« PANTONE 293 C » et « PANTONE 293 U » sont le même pot d’encre, et font deux plaques.',
    '“PANTONE 293 C” and “PANTONE 293 U” are one can of ink, and make two plates.',
  ),
  fix: text('Gardez un seul suffixe, celui du papier.', 'Keep one suffix, that of the paper.'),
  source: 'GWG 2022 R0021',
  *find(press) {
    const known = new Map<string, string>()
    for (const { name, page, object } of printingSpots(press)) {
      if (!/^pantone\b/i.test(name)) continue
      const base = letters(name.trim().replace(SUFFIX, ''))
      const first = known.get(base)
      if (first === undefined) known.set(base, name)
      else if (letters(first) !== letters(name))
        yield { page, object, message: text(`encres « ${first} » et « ${name} »`, `inks “${first}” and “${name}”`) }
    }
  },
} as const satisfies GwgCheck
