// Logos that cannot be of one colour, where art is engraved or cut out: a partner's name stands for its logo, and it is said.

import type { Assets } from '../model/assets.ts'
import type { PieceDesign } from '../model/design.ts'
import { type Diagnostic, type Text, text } from '../model/diagnostic.ts'
import type { Mark } from '../model/sheet.ts'
import { type OneColourProblem, oneColourProblem } from './one-colour-problem.ts'

type Drawing = { readonly marks: readonly Mark[] }

/** The logo, unless it cannot be of one colour. The Caf's own is never replaced: it refuses the piece later, by name. */
export const oneColourLogo = <T extends Drawing>(
  { product }: PieceDesign,
  key: string,
  logo: T | undefined,
  assets: Assets,
): T | undefined =>
  logo && product.art !== 'printed' && key !== 'caf' && oneColourProblem(logo.marks, assets) ? undefined : logo

const WHY: Readonly<Record<OneColourProblem, Text>> = {
  pixels: text('a des pixels', 'has pixels'),
  mask: text('a un fondu', 'has a fade'),
  gradient: text('a un dégradé', 'has a gradient'),
  clear: text('est en partie transparent', 'is partly see-through'),
  touching: text(
    'a des couleurs qui se touchent et n’en feraient plus qu’une',
    'has colours that touch and would run into one',
  ),
}

/** Those of a piece, each an error that the policy of its rule may lower, since the name stands in text. */
export function oneColourProblems(
  piece: PieceDesign,
  logoOf: (key: string) => Drawing | undefined,
  assets: Assets,
): readonly Diagnostic[] {
  return Object.entries(piece.logos).flatMap(([key, { path, at }]): Diagnostic[] => {
    const logo = logoOf(key)
    if (!logo || oneColourLogo(piece, key, logo, assets)) return []
    const why = WHY[oneColourProblem(logo.marks, assets) ?? 'mask']
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    return [
      {
        rule: 'logo-one-colour',
        severity: 'error',
        message: text(
          `le logo ${name} ${why.fr} : il ne se grave ni ne se découpe`,
          `the logo ${name} ${why.en}: it can be neither engraved nor cut out`,
        ),
        piece: piece.id,
        ...(at ? { at } : {}),
      },
    ]
  })
}
