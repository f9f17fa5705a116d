// Spot colours by name, with the ways each is defined.
import { type ColorSpace, spacesWithin } from '../../pdf-reader/color-space.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'

export type SpotUse = { readonly name: string; readonly tint: string; readonly page: number; readonly object: number }

const isSeparation = (space: ColorSpace): space is Extract<ColorSpace, { readonly family: 'Separation' }> =>
  space.family === 'Separation'

/** Every Separation used, `All` and `None` included. */
export function spotUses(pdf: PdfDocument): SpotUse[] {
  return pdf.pages.flatMap(page =>
    page.spaces.flatMap(({ value, object }) =>
      [...spacesWithin(value)]
        .filter(isSeparation)
        .map(({ name, tint }) => ({ name, tint, page: page.number, object })),
    ),
  )
}
