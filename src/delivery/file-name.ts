// Names of the written files: unique in the whole run, whatever folder they are dropped into (CONTRACT §5).
import type { PieceDesign } from '../model/design.ts'
import { NAME_SLOTS, type NameSlot } from '../model/file-name.ts'
import type { Piece } from '../model/sheet.ts'

export type FileNaming = {
  readonly piece: Pick<Piece, 'kit' | 'id' | 'product' | 'quantity' | 'scale'>
  readonly design: Pick<PieceDesign, 'product' | 'printer'>
  readonly extension: string
  /** Named when the piece has several files of one format, one for each face. */
  readonly face?: string
}

function slotValue(slot: NameSlot, { piece, design, face }: FileNaming): string {
  switch (slot) {
    case 'kit':
      return piece.kit
    case 'piece':
      return piece.id
    case 'produit':
      return piece.product
    case 'largeur':
      return String(design.product.width)
    case 'hauteur':
      return String(design.product.height)
    case 'face':
      return face ?? 'recto'
    case 'quantite':
      return String(piece.quantity)
    case 'imprimeur':
      return design.printer.id
  }
}

const DEFAULT = '{kit}_{piece}'

/** A piece drawn smaller says so: `33-0142_affiche-6000x2000_1-10.pdf`. Else `33-0142_vitrophanie-a5.pdf`, `33-0142_plaque-300x200-recto.png`; or as the printer's own pattern says. */
export function fileName(naming: FileNaming): string {
  const pattern = naming.design.printer.fileName ?? DEFAULT
  const name = NAME_SLOTS.reduce((text, slot) => text.replaceAll(`{${slot}}`, slotValue(slot, naming)), pattern)
  const suffix = naming.face === undefined || pattern.includes('{face}') ? '' : `-${naming.face}`
  const scale = naming.piece.scale === 1 ? '' : `_1-${naming.piece.scale}`
  return `${name}${suffix}${scale}.${naming.extension}`
}
