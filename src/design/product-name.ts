// Reads what people write for a product: `Plaque 300 × 200`, `vitrophanie_ronde-150`, `affiche-a3`.
import { foldId } from '../input/fold-id.ts'

export type ProductName =
  | { readonly kind: 'named'; readonly id: string }
  | {
      readonly kind: 'rect'
      readonly id: string
      readonly family: string
      readonly width: number
      readonly height: number
      readonly unit: Unit
    }
  | {
      readonly kind: 'round'
      readonly id: string
      readonly family: string
      readonly diameter: number
      readonly unit: Unit
    }

/** The unit as written; `none` is read as millimetres. */
export type Unit = 'none' | 'mm' | 'cm' | 'm'

const NUMBER = '\\d{1,5}(?:[.,]\\d{1,3})?'
const RECT = new RegExp(`^([a-z]+)-(${NUMBER})x(${NUMBER})-?(mm|cm|m)?$`)
const ROUND = new RegExp(`^([a-z]+)-ronde?-(${NUMBER})-?(mm|cm|m)?$`)

const number = (written: string | undefined): number => Number((written ?? '').replace(',', '.'))

const unit = (written: string | undefined): Unit =>
  written === 'mm' || written === 'cm' || written === 'm' ? written : 'none'

export function readProductName(written: string): ProductName {
  const id = foldId(written)
  const rect = RECT.exec(id)
  if (rect?.[1]) {
    return { kind: 'rect', id, family: rect[1], width: number(rect[2]), height: number(rect[3]), unit: unit(rect[4]) }
  }
  const round = ROUND.exec(id)
  if (round?.[1]) return { kind: 'round', id, family: round[1], diameter: number(round[2]), unit: unit(round[3]) }
  return { kind: 'named', id }
}
