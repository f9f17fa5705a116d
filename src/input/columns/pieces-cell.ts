// « vitrophanie-a5 ; plaque-300x200 × 2 »: several pieces in one cell, each with its count.
import type { Family } from './column-options.ts'
import { productIn } from './product-title.ts'

export type OrderedPiece = {
  readonly produit: string
  readonly orientation?: string
  readonly pose?: string
  /** As written; absent when the cell gives none. */
  readonly quantite?: string
}

/** A comma between figures is a decimal: `plaque-29,7x42`. */
const BETWEEN = /\s*(?:[;|\r\n]|,(?!\d)|\+)\s*|\s+et\s+/i

const BEFORE = /^(\d{1,6})\s*(?:[×x*]\s*)?(?=\p{L})(.+)$/iu
const AFTER = /^(.+?)(?:\s*[×*]\s*|\s+x\s*|\s*:\s*|\s*\(\s*[×x*]?\s*)(\d{1,6})\s*\)?$/iu

const orderOf = (written: string, families: readonly Family[]): Omit<OrderedPiece, 'quantite'> | undefined => {
  const { product, ...options } = productIn(written, families) ?? {}
  return product === undefined ? undefined : { produit: product, ...options }
}

/** A product is looked for in the whole first: the `x 200` of « plaque 300 x 200 » is no count. */
function readPiece(written: string, families: readonly Family[]): OrderedPiece {
  const whole = orderOf(written, families)
  if (whole && !/\(\s*[×x*]?\s*\d+\s*\)$/i.test(written)) return whole
  const [, before = '', after = ''] = BEFORE.exec(written) ?? []
  const first = after === '' ? undefined : orderOf(after, families)
  if (first) return { ...first, quantite: before }
  const [, name = '', count = ''] = AFTER.exec(written) ?? []
  const second = name === '' ? undefined : orderOf(name, families)
  if (second) return { ...second, quantite: count }
  // No product of ours: it is named as it stands, and the catalogue says what it knows nearby.
  if (name !== '') return { produit: name, quantite: count }
  return after === '' ? { produit: written } : { produit: after, quantite: before }
}

export const readPieces = (cell: string, families: readonly Family[]): readonly OrderedPiece[] =>
  cell
    .trim()
    .split(BETWEEN)
    .filter(part => part !== '')
    .map(part => readPiece(part, families))
