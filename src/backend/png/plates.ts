// The plates of a sheet, one gray picture per ink: what total ink, the white's checks and accurate proofs look at.
import type { Assets } from '../../model/assets.ts'
import type { Box } from '../../model/geometry.ts'
import { PLATE_ROLES } from '../../model/ink.ts'
import type { Mark, Output, Piece, Sheet } from '../../model/sheet.ts'
import { inksOf, selectPart } from '../../sheet/walk.ts'
import { createDefs } from '../svg/defs.ts'
import { productionBox } from '../svg/face.ts'
import { drawMarks } from '../svg/marks.ts'
import { nestedEffects } from '../svg/nested-effects.ts'
import type { PlateInk } from './plate-ink.ts'
import { type PlateSet, plateLook } from './plate-look.ts'
import { bandsOf, rasterize, type Size } from './rasterize.ts'
import { pngSize } from './render-png.ts'

/** 0 is no ink, 255 a solid. Rows from the top, over trim, bleed and slug, as the sheet is printed (mirrored or not). */
export type PlatePicture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black'] as const

const CMY: PlateSet = [
  { kind: 'process', channel: 'c' },
  { kind: 'process', channel: 'm' },
  { kind: 'process', channel: 'y' },
]

const BLACK: PlateSet = [{ kind: 'process', channel: 'k' }]

/**
 * By plate name: the four process inks, always; then the technical plates and brand inks that the sheet uses.
 *
 * @param kept `printed` leaves the technical plates out
 */
export function plates(
  sheet: Sheet,
  piece: Piece,
  assets: Assets,
  dpi: number,
  kept: 'all' | 'printed' = 'all',
): Map<string, PlatePicture> {
  const spots = spotsOf(sheet, piece.output).filter(({ kind }) => kept === 'all' || kind !== 'technical')
  const sets: readonly PlateSet[] = [CMY, BLACK, ...spots.map(spot => [spot] as const)]
  const names = [...PROCESS, ...spots.map(spot => plateName(spot, piece.output))]
  const pictures = sets.flatMap(set => drawPlates(set, sheet, piece, assets, dpi))
  return new Map(names.flatMap((name, index) => pairOf(name, pictures[index])))
}

const pairOf = (name: string, picture: PlatePicture | undefined): [string, PlatePicture][] =>
  picture ? [[name, picture]] : []

function spotsOf(sheet: Sheet, output: Output): readonly PlateInk[] {
  const used = inksOf(sheet).flatMap(ink => (ink.kind === 'spot' ? [ink] : []))
  const roles = PLATE_ROLES.filter(role => used.some(ink => ink.role === role))
  const brand = Object.keys(output.spots).filter(name => used.some(ink => ink.role === 'brand' && ink.name === name))
  return [
    ...roles.map(role => ({ kind: 'technical', role }) as const),
    ...brand.map(name => ({ kind: 'brand', name }) as const),
  ]
}

const plateName = (plate: PlateInk, output: Output): string => {
  switch (plate.kind) {
    case 'process':
      return plate.channel
    case 'technical':
      return output.plates[plate.role].name
    case 'brand':
      return output.spots[plate.name]?.name ?? plate.name
  }
}

const drawPlates = (set: PlateSet, sheet: Sheet, piece: Piece, assets: Assets, dpi: number): readonly PlatePicture[] =>
  drawSet(set, paintOrder(sheet.marks), {
    box: productionBox(sheet),
    size: pngSize(sheet, 'production', dpi),
    output: piece.output,
    assets,
  })

type Frame = { readonly box: Box; readonly size: Size; readonly output: Output; readonly assets: Assets }

/** The four process inks of marks over a box of the sheet: 4 bytes a pixel, 0 is no ink, 255 a solid. */
export function drawInks(marks: readonly Mark[], frame: Frame): Uint8Array {
  const pictures = [CMY, BLACK].flatMap(set => drawSet(set, marks, frame))
  const { width, height } = frame.size
  const inks = new Uint8Array(width * height * 4)
  pictures.forEach(({ pixels }, channel) => {
    for (let pixel = 0; pixel < pixels.length; pixel++) inks[pixel * 4 + channel] = pixels[pixel] ?? 0
  })
  return inks
}

function drawSet(set: PlateSet, marks: readonly Mark[], { box, size, output, assets }: Frame): readonly PlatePicture[] {
  const look = plateLook(set, output)
  const pictures = set.map(() => new Uint8Array(size.width * size.height))
  const density = size.width / box.width
  const most = nestedEffects(marks, assets, { density, view: box }) ? Number.POSITIVE_INFINITY : undefined
  for (const band of bandsOf(box, size, most)) {
    const defs = createDefs()
    const pixels = { density, view: band.view }
    const body = drawMarks(marks, { assets, defs, look, text: 'outline', pixels })
    const nested = nestedEffects(marks, assets, pixels)
    const rgba = rasterize({ box: band.view, nested, defs: defs.written(), body }, band.size, '#ffffff')
    pictures.forEach((plate, channel) => {
      for (let at = channel, to = band.top * size.width; at < rgba.length; at += 4)
        plate[to++] = 255 - (rgba[at] ?? 255)
    })
  }
  return pictures.map(pixels => ({ ...size, pixels }))
}

/** Technical plates are painted after all art, wherever they stand in the tree. */
const paintOrder = (marks: readonly Mark[]): readonly Mark[] =>
  (['art', ...PLATE_ROLES, 'legend', 'marks'] as const).flatMap(part => selectPart(marks, part))
