// Device gray set to overprint means one thing to one RIP and another to the next.
import { text } from '../../model/diagnostic.ts'
import { type Painted, paintsOf } from '../../pdf-reader/painted.ts'
import type { GwgCheck } from './press-check.ts'
import { at } from './printed.ts'

const overprintsGray = (item: Painted): boolean => {
  if (item.kind === 'text' || item.kind === 'path')
    return (
      (item.overprintFill && item.fill?.space.family === 'DeviceGray') ||
      (item.overprintStroke && item.stroke?.space.family === 'DeviceGray')
    )
  return item.overprintFill && paintsOf(item).some(({ space }) => space.family === 'DeviceGray')
}

export const grayOverprint = {
  gwg: 'R0013',
  severity: 'warning',
  title: text('rien en DeviceGray ne surimprime', 'nothing in DeviceGray overprints'),
  why: text(
    'La surimpression n’a pas le même effet sur DeviceGray d’un RIP à l’autre.',
    'Overprint does not do the same to DeviceGray from one RIP to the next.',
  ),
  fix: text('Convertissez le gris en CMJN 0/0/0/k.', 'Convert the gray to CMYK 0/0/0/k.'),
  source: 'GWG 2022 R0013',
  *find(press) {
    for (const { page, items } of press.pages)
      for (const item of items)
        if (overprintsGray(item)) yield at({ page, item }, text('DeviceGray en surimpression', 'DeviceGray overprints'))
  },
} as const satisfies GwgCheck
