// Where a page lays down more ink than the press dries, over a square as large as GWG says.
import { text } from '../../model/diagnostic.ts'
import { SIDE } from './measured.ts'
import { inkLimitOf } from './object-ink.ts'
import type { PressCheck } from './press-check.ts'
import type { PressPage } from './printed.ts'
import { percent } from './say.ts'

/** Measured values wobble by a per cent with the grain; a limit is passed beyond that. */
const TOLERANCE = 0.01

function* inkOf({ page, measured }: PressPage, limit: number) {
  const { peak, hidden } = measured()
  const [has, needs] = [percent(peak?.ink ?? 0), percent(limit)]
  if (peak && peak.ink > limit + TOLERANCE)
    yield {
      page: page.number,
      object: page.object,
      box: peak.box,
      message: text(
        `${has.fr} d’encre sur un carré de ${SIDE} mm, le maximum est ${needs.fr}`,
        `${has.en} of ink over a square of ${SIDE} mm, the most is ${needs.en}`,
      ),
    }
  if (hidden > LEAST_HIDDEN) {
    const part = percent(hidden)
    yield {
      page: page.number,
      object: page.object,
      severity: 'note' as const,
      message: text(
        `encrage non mesuré sur ${part.fr} de la page (mélange, masque, motif, image illisible, ou couleur sans profil de sortie)`,
        `ink not measured on ${part.en} of the page (blend, mask, pattern, unreadable picture, or colour without output profile)`,
      ),
    }
  }
}

/** A fiftieth of the page. */
const LEAST_HIDDEN = 0.02

export const pageInk = {
  severity: 'warning',
  title: text('l’encrage total tient dans la limite', 'total ink stays within the limit'),
  why: text(
    'Trop d’encre au même endroit ne sèche pas : la feuille colle, macule ou gondole.',
    'Too much ink in one place does not dry: the sheet sticks, sets off or cockles.',
  ),
  fix: text(
    'Convertissez les images dans le profil de l’imprimeur, qui limite l’encrage ; allégez les superpositions.',
    'Convert pictures to the printer’s profile, which limits ink; lighten what lies on top of one another.',
  ),
  source: 'GWG 2022 R0025, R0026; profil de l’imprimeur, max-ink',
  *find(press) {
    const limit = inkLimitOf(press)
    if (limit === undefined) return
    let skipped = 0
    for (const page of press.pages) {
      yield* inkOf(page, limit)
      if (page.measured().skipped) skipped++
    }
    if (skipped > 0)
      yield {
        severity: 'note' as const,
        message: text(
          `encrage et fond perdu non mesurés sur les ${skipped} dernières pages`,
          `ink and bleed not measured on the last ${skipped} pages`,
        ),
      }
  },
} as const satisfies PressCheck
