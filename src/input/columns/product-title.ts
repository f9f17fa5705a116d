// A product in the title of a column or in a cell: « Vitrophanie A5 », « Nb plaques 300 x 200 », `affiche-a3 portrait`.
import { foldId } from '../fold-id.ts'
import type { Family } from './column-options.ts'

export type Product = { readonly product: string; readonly orientation?: string }

const NUMBER = '\\d{1,5}(?:[.,]\\d{1,3})?'
/** The sizes of `<family>-<format>` (CONTRACT §2); whether one exists is for the catalogue to say. */
const FORMAT = new RegExp(
  `^(a\\d{1,2}|(?:rondes?-)?${NUMBER}(?:x${NUMBER})?(?:-?(?:mm|cm|m))?)(?:-(portrait|paysage))?$`,
)

const COUNT = /^(?:nb|nbre|nombre|qte|quantite|quantites|exemplaires?)-(?:de-|d-)?/

/** A product whose family is known, in the one form that ids have; undefined for anything else, a family alone included. */
export function productIn(written: string, families: readonly Family[]): Product | undefined {
  const id = foldId(written.replace(/\s*[([][^)\]]*[)\]]\s*/g, ' ').replace(/\s+/g, ' ')).replace(COUNT, '')
  const [family, rest = ''] = families.flatMap(({ id: name }) => {
    const [, plural] = new RegExp(`^${name}s?-(.+)$`).exec(id) ?? []
    return plural === undefined ? [] : [name, plural]
  })
  const [, format, orientation] = FORMAT.exec(rest) ?? []
  if (family === undefined || format === undefined) return undefined
  const product = `${family}-${format.replace(/^rondes-/, 'ronde-')}`
  return orientation === undefined ? { product } : { product, orientation }
}

/** A family named without a size. */
export const familyIn = (written: string, families: readonly Family[]): string | undefined =>
  families.find(({ id }) => new RegExp(`^${id}s?$`).test(foldId(written).replace(COUNT, '')))?.id
