// ICC-based spaces that pages use, each profile once.
import { type ColorSpace, spacesWithin } from '../../pdf-reader/color-space.ts'
import type { PdfDocument } from '../../pdf-reader/read-pdf.ts'

export type IccSpace = Extract<ColorSpace, { readonly family: 'ICCBased' }>

export function iccUses(pdf: PdfDocument): { readonly page: number; readonly space: IccSpace }[] {
  const seen = new Set<number>()
  return pdf.pages.flatMap(page =>
    [...page.spaces.map(use => use.value), ...page.groups.flatMap(group => group.space ?? [])]
      .flatMap(space => [...spacesWithin(space)])
      .flatMap(space => {
        if (space.family !== 'ICCBased' || seen.has(space.object)) return []
        seen.add(space.object)
        return [{ page: page.number, space }]
      }),
  )
}
