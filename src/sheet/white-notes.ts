// What a shop should know of the white plate: where it is not drawn back, and where there is none on purpose.
import type { Assets } from '../model/assets.ts'
import type { WhitePolicy } from '../model/design.ts'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import type { Mm } from '../model/length.ts'
import type { Mark, Sheet } from '../model/sheet.ts'
import { areaOf } from './area.ts'
import { intersect, isEmpty, type Region, regionArea } from './region.ts'
import { selectPart, type Visit, walk } from './walk.ts'
import { THIN, type White } from './white.ts'

/** A shadow smaller than this (mm²) is the soft edge of a picture. */
const LEAST_SHADOW = 1

export function whiteNotes(white: White, sheet: Sheet, assets: Assets, { choke }: WhitePolicy): readonly Diagnostic[] {
  const found = (rule: string, where: Region, message: Text): Diagnostic => ({
    rule,
    severity: 'note',
    message,
    ...placeOf(where, sheet, assets),
  })
  const [thin, least] = [measure(choke * THIN), measure(choke)]
  return [
    ...(isEmpty(white.thin)
      ? []
      : [
          found(
            'white-thin',
            white.thin,
            text(
              `là où l’image fait moins de ${thin.fr} de large, le blanc va jusqu’à son bord : retiré de ${least.fr} de chaque côté, il n’en resterait presque rien`,
              `where the art is less than ${thin.en} wide the white goes to its edge: drawn back by ${least.en} on each side, next to nothing of it would be left`,
            ),
          ),
        ]),
    ...(regionArea(white.soft) < LEAST_SHADOW
      ? []
      : [
          found(
            'white-shadow',
            white.soft,
            text(
              'pas de blanc sous une ombre ou un fondu : on y verra à travers la matière',
              'no white under a shadow or a fade: the material will show through',
            ),
          ),
        ]),
  ]
}

const measure = (mm: Mm): Text => {
  const en = `${Math.round(mm * 100) / 100} mm`
  return { fr: en.replace('.', ',').replace(' ', '\u00a0'), en }
}

/** The line of the first mark found there. */
function placeOf(where: Region, sheet: Sheet, assets: Assets): Pick<Diagnostic, 'at'> {
  for (const visit of walk(selectPart(sheet.marks, 'art'))) {
    const { mark, inMask } = visit
    const at = originOf(visit)
    if (mark.kind === 'group' || inMask || !at) continue
    const own: Mark = { kind: 'group', transform: visit.matrix, marks: [mark] }
    if (!isEmpty(intersect(areaOf([own], assets, { shadows: true }), where))) return { at }
  }
  return {}
}

/** A picture may have been told where it comes from by the group it was put in. */
const originOf = ({ mark, parents }: Visit): Diagnostic['at'] => {
  const near = [mark, ...[...parents].reverse()]
  return near.find(({ from }) => from)?.from ?? near.find(({ by }) => by)?.by
}
