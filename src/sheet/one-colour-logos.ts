// Logos that have pixels or masks, where art is engraved or cut out: a partner's name stands for its logo, and it is said.
import type { PieceDesign } from '../model/design.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { Mark } from '../model/sheet.ts'
import { oneColourProblem } from './one-colour.ts'

type Drawing = { readonly marks: readonly Mark[] }

/** The logo, unless it cannot be of one colour. The Caf's own is never replaced: it refuses the piece later, by name. */
export const oneColourLogo = <T extends Drawing>(
  { product }: PieceDesign,
  key: string,
  logo: T | undefined,
): T | undefined =>
  logo && product.art !== 'printed' && key !== 'caf' && oneColourProblem(logo.marks) ? undefined : logo

/** Those of a piece, each an error that the policy of its rule may lower, since the name stands in text. */
export function oneColourProblems(
  piece: PieceDesign,
  logoOf: (key: string) => Drawing | undefined,
): readonly Diagnostic[] {
  return Object.entries(piece.logos).flatMap(([key, { path, at }]): Diagnostic[] => {
    const logo = logoOf(key)
    if (!logo || oneColourLogo(piece, key, logo)) return []
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    return [
      {
        rule: 'logo-one-colour',
        severity: 'error',
        message: text(
          `le logo ${name} a des pixels ou un fondu : il ne se grave ni ne se découpe`,
          `the logo ${name} has pixels or a fade: it can be neither engraved nor cut out`,
        ),
        piece: piece.id,
        ...(at ? { at } : {}),
      },
    ]
  })
}
