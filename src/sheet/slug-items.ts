// What the slug line says of a face, in the words of a French print shop: job, size, reading side, inks, plates, date.
import type { Edges } from '../model/geometry.ts'
import type { Mm } from '../model/length.ts'
import { faceText } from '../model/print-order.ts'
import type { Piece, Sheet } from '../model/sheet.ts'
import { inksOf } from './walk.ts'

/** `date` is that of the files; absent when nobody chose one, and then none is printed. */
export type Made = { readonly date?: Date; readonly version: string }

const french = (mm: Mm): string => String(mm).replace('.', ',')

/** By the clock of Greenwich, so that the same kit gives the same sheet everywhere. */
const frenchDate = (date: Date): string => date.toISOString().slice(0, 10).split('-').reverse().join('/')

const bleedOf = (bleed: Edges): string =>
  bleed.every(edge => edge === bleed[0])
    ? `fond perdu ${french(bleed[0])} mm`
    : `fond perdu ${bleed.map(french).join('/')} mm (haut/droite/bas/gauche)`

/** The names of its plates beside the process inks, as the RIP lists them. */
function platesOf({ output }: Piece, sheet: Sheet): string | undefined {
  const names = inksOf(sheet).flatMap(ink => {
    if (ink.kind !== 'spot') return []
    return [ink.role === 'brand' ? (output.spots[ink.name]?.name ?? ink.name) : output.plates[ink.role].name]
  })
  return names.length === 0 ? undefined : `planches ${[...new Set(names)].join(', ')}`
}

export function slugItems(piece: Piece, sheet: Sheet, { date, version }: Made): readonly string[] {
  const { faces, scale, output } = piece
  const face =
    faces.length > 1
      ? `${sheet.face}, page ${faces.findIndex(({ face }) => face === sheet.face) + 1} sur ${faces.length}`
      : sheet.face
  return [
    `${piece.kit}_${piece.id}`,
    face,
    `${french(sheet.width)} × ${french(sheet.height)} mm`,
    `échelle 1:${scale}`,
    bleedOf(sheet.bleed),
    `encres : ${faceText(sheet).fr}`,
    sheet.mirror === 'none' ? 'lecture directe, sans miroir' : undefined,
    platesOf(piece, sheet),
    output.condition.identifier,
    date && frenchDate(date),
    `Signakit ${version}`,
  ].filter(item => item !== undefined)
}
