// The stops of a gradient of inks in one colour space: process, one spot, or DeviceN when they mix.
import type { Ink, Spot, Stop } from '../../model/ink.ts'
import type { Output, Plate } from '../../model/sheet.ts'
import type { Ramp } from './color.ts'
import { nameOf } from './name.ts'
import type { Ref } from './object.ts'
import type { PdfFile } from './pdf-file.ts'
import { plateOf, separation } from './separation.ts'

const PROCESS = ['Cyan', 'Magenta', 'Yellow', 'Black']

export function inkRamp(stops: readonly Stop[], file: PdfFile, output: Output): Ramp {
  const spots = new Map<string, Plate>()
  for (const { ink } of stops) if (ink.kind === 'spot') spots.set(plateOf(ink, output).name, plateOf(ink, output))
  const plates = [...spots.values()]
  const [only] = plates
  // Paper is no ink on any plate, so that a spot may fade to it.
  const isProcess = stops.some(({ ink }) => ink.kind === 'cmyk' && ink.c + ink.m + ink.y + ink.k > 0)
  const process = isProcess || !only
  const space = spaceOf(process, plates, file)
  return {
    space,
    stops: stops.map(({ at, ink, alpha }) => ({ at, alpha, values: valuesOf(ink, process, plates, output) })),
  }
}

function spaceOf(process: boolean, plates: readonly Plate[], file: PdfFile): Ramp['space'] {
  const [only, other] = plates
  if (!only) return 'DeviceCMYK'
  return process || other ? deviceN(process, plates, file) : separation(file, only)
}

function valuesOf(ink: Ink, process: boolean, plates: readonly Plate[], output: Output): readonly number[] {
  if (ink.kind === 'registration') throw new Error('no gradient is made of registration colour')
  const four = ink.kind === 'cmyk' ? [ink.c, ink.m, ink.y, ink.k] : [0, 0, 0, 0]
  const spots = plates.map(({ name }) => (ink.kind === 'spot' ? tintOn(ink, name, output) : 0))
  return [...(process ? four : []), ...spots].map(percent => percent / 100)
}

const tintOn = (ink: Spot, name: string, output: Output): number => (plateOf(ink, output).name === name ? ink.tint : 0)

/** Process and spot inks side by side; what it looks like without the spots is the sum of their alternates. */
function deviceN(process: boolean, plates: readonly Plate[], file: PdfFile): Ref {
  for (const plate of plates) separation(file, plate)
  const names = [...(process ? PROCESS : []), ...plates.map(({ name }) => nameOf(name))]
  return file.once(`DeviceN ${names.join()}`, () =>
    file.add(['DeviceN', names, 'DeviceCMYK', sumFunction(process, plates, file)]),
  )
}

/** A table of the corners, straight in between: exact as long as the sum stays under 100 %. */
function sumFunction(process: boolean, plates: readonly Plate[], file: PdfFile): Ref {
  const solids = [...(process ? PROCESS.map((_, index) => unit(index)) : []), ...plates.map(plate => plate.alternate)]
  const corners = Array.from({ length: 2 ** solids.length }, (_, corner) =>
    [0, 1, 2, 3].map(channel => {
      const sum = solids.reduce((total, solid, index) => total + ((corner >> index) & 1) * (solid[channel] ?? 0), 0)
      return Math.round(Math.min(100, sum) * 2.55)
    }),
  )
  const inputs = solids.flatMap(() => [0, 1])
  return file.addStream(
    { FunctionType: 0, Domain: inputs, Range: [0, 1, 0, 1, 0, 1, 0, 1], Size: solids.map(() => 2), BitsPerSample: 8 },
    Uint8Array.from(corners.flat()),
  )
}

const unit = (channel: number): Plate['alternate'] => [
  channel === 0 ? 100 : 0,
  channel === 1 ? 100 : 0,
  channel === 2 ? 100 : 0,
  channel === 3 ? 100 : 0,
]
