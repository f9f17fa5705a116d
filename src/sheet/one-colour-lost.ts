// What a drawing in one colour no longer shows: a text or a logo of the colour of what lies under it melts into it.
import type { Assets } from '../model/assets.ts'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import { IDENTITY } from '../model/geometry.ts'
import type { GlyphsMark, GroupMark, Mark, Sheet } from '../model/sheet.ts'
import { areaOf } from './area.ts'
import { oneColour } from './one-colour.ts'
import { pathRegion } from './path-area.ts'
import { type Region, regionArea, subtract, unite } from './region.ts'
import { walk } from './walk.ts'

/** At least this share of a text or logo must tell itself from what is around it. A logo's own white parts do not. */
const SEEN = 0.25

type Told = { readonly mark: GlyphsMark | GroupMark; readonly what: Text }

/** What someone must be able to read: each line of text outside a logo, and each logo. */
function toldBy(marks: readonly Mark[]): readonly Told[] {
  return walk(marks).flatMap(({ mark, parents, inMask }): readonly Told[] => {
    if (inMask || parents.some(({ logo }) => logo)) return []
    if (mark.kind === 'glyphs' && mark.glyphs.length > 0)
      return [{ mark, what: text(`« ${mark.text} »`, `“${mark.text}”`) }]
    if (mark.kind === 'group' && mark.logo)
      return [{ mark, what: text(`le logo de ${mark.logo.name}`, `the logo of ${mark.logo.name}`) }]
    return []
  })
}

/** The tree with one mark alone, or with all but it. */
function keep(marks: readonly Mark[], told: Mark, alone: boolean): readonly Mark[] {
  return marks.flatMap((mark): readonly Mark[] => {
    if (mark === told) return alone ? [mark] : []
    if (mark.kind !== 'group') return alone ? [] : [mark]
    const inside = keep(mark.marks, told, alone)
    return inside.length === 0 ? [] : [{ ...mark, marks: inside }]
  })
}

const regionOf = (marks: readonly Mark[], assets: Assets): Region =>
  unite(oneColour(marks, assets).map(({ path }) => pathRegion(path, 'nonzero', IDENTITY)))

/** Errors, at the datum: the sign would say less than was asked, and nobody would know. */
export function lostInOneColour({ marks }: Pick<Sheet, 'marks'>, assets: Assets): readonly Diagnostic[] {
  const all = regionOf(marks, assets)
  return toldBy(marks).flatMap(({ mark, what }) => {
    const without = regionOf(keep(marks, mark, false), assets)
    const told = regionArea(subtract(all, without)) + regionArea(subtract(without, all))
    const whole = regionArea(areaOf(keep(marks, mark, true), assets))
    if (told >= whole * SEEN) return []
    const at = mark.from ?? mark.by
    return [
      {
        rule: 'one-colour-lost',
        severity: 'error',
        message: text(
          `${what.fr} se perd une fois la pièce d’une seule couleur`,
          `${what.en} is lost once the piece is of one colour`,
        ),
        ...(at ? { at } : {}),
      },
    ]
  })
}
