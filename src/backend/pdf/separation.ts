// Spot colour spaces: one Separation object per ink of a file, named as the printer names it.
import type { Spot } from '../../model/ink.ts'
import type { Output, Plate } from '../../model/sheet.ts'
import { nameOf } from './name.ts'
import type { Ref, Value } from './object.ts'
import type { PdfFile } from './pdf-file.ts'

/** The plate a spot goes to. A spot that the printer's file does not name should never have reached a Sheet. */
export function plateOf(ink: Spot, { plates, spots, printer }: Output): Plate {
  const plate = ink.role === 'brand' ? spots[ink.name] : plates[ink.role]
  if (!plate) throw new Error(`printer ${printer} has no plate for ${ink.role === 'brand' ? ink.name : ink.role}`)
  return plate
}

/** Names that mean something else in a Separation (ISO 32000-1 8.6.6.4); ISO 19593-1 forbids them to its plates. */
const RESERVED: readonly string[] = ['All', 'None', 'Cyan', 'Magenta', 'Yellow', 'Black', '']

/** From no ink to the alternate colour, in percent. */
export const tintTransform = (alternate: Plate['alternate']): Value => ({
  FunctionType: 2,
  Domain: [0, 1],
  C0: [0, 0, 0, 0],
  C1: alternate.map(percent => percent / 100),
  N: 1,
})

const addSeparation = (file: PdfFile, name: string, alternate: Plate['alternate']): Ref =>
  file.once(`separation ${alternate.join()} ${name}`, () =>
    file.share(['Separation', nameOf(name), 'DeviceCMYK', tintTransform(alternate)]),
  )

/** The same name must be the same ink in the whole file (ISO 15930-7 6.4). */
export function separation(file: PdfFile, { name, alternate }: Plate): Ref {
  if (RESERVED.includes(name)) throw new Error(`a spot ink cannot be named ${name}`)
  const known = file.once(`ink ${name}`, () => alternate.join())
  if (known !== alternate.join()) throw new Error(`two spot inks are named ${name} and look different`)
  return addSeparation(file, name, alternate)
}

/** Registration colour: the same tint on every plate there is. */
export const registration = (file: PdfFile): Ref => addSeparation(file, 'All', [100, 100, 100, 100])
