// What a whole plan would make, added up: copies of each product at each printer, and the brands.
import type { PreviewPiece } from '../preview.ts'
import type { PlanRow } from './run-plan.ts'

/** `vitrophanie-a5 × 2`. */
export const orderWord = ({ id, quantity }: PreviewPiece): string => (quantity === 1 ? id : `${id} × ${quantity}`)

/** Of one product in one size at one printer. */
export type Total = Omit<PreviewPiece, 'id' | 'quantity'> & {
  readonly copies: number
  readonly kits: number
}

export class PlanTotals {
  private readonly byProduct = new Map<string, Total>()
  private readonly byBrand = new Map<string, number>()

  add({ brand = '', pieces = [] }: PlanRow): void {
    if (pieces.length > 0) this.byBrand.set(brand, (this.byBrand.get(brand) ?? 0) + 1)
    const counted = new Set<string>()
    for (const { id: _, quantity, ...piece } of pieces) {
      const key = JSON.stringify([piece.product, piece.width, piece.height, piece.printer])
      const { copies, kits } = this.byProduct.get(key) ?? { copies: 0, kits: 0 }
      this.byProduct.set(key, { ...piece, copies: copies + quantity, kits: kits + (counted.has(key) ? 0 : 1) })
      counted.add(key)
    }
  }

  /** In the order of products, then of printers: that of the rows tells nothing. */
  get products(): readonly Total[] {
    return [...this.byProduct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total)
  }

  get printers(): readonly string[] {
    return [...new Set(this.products.map(({ printer }) => printer))]
  }

  /** Kits by brand, the most first. */
  get brands(): readonly (readonly [brand: string, kits: number])[] {
    return [...this.byBrand].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  }
}
