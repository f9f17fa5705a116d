// White ink under everything that is printed: on clear film, colours without it are only a tint of the street.
import { spot } from '../model/ink.ts'
import type { Sheet } from '../model/sheet.ts'

/** A flood of white under the whole art area, bleed included. The order of inks on the film is in the manifest. */
export const floodWhite = (sheet: Sheet): Sheet => ({
  ...sheet,
  marks: [
    ...sheet.marks,
    {
      kind: 'group',
      layer: 'white',
      name: 'white',
      marks: [{ kind: 'path', path: sheet.bleedPath, fill: spot('white') }],
    },
  ],
})
