// The plates as written are those of the Sheet.
import { text } from '../../model/diagnostic.ts'
import { spacesWithin } from '../../pdf-reader/color-space.ts'
import type { PdfPaint } from '../../pdf-reader/graphics-state.ts'
import { paintsOf } from '../../pdf-reader/painted.ts'
import type { PdfPage } from '../../pdf-reader/read-pdf.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenInks = {
  severity: 'error',
  locked: true,
  title: text('les encres écrites sont celles de la pièce', 'inks as written are those of the piece'),
  why: text(
    'Une plaque en trop se facture, une plaque en moins ne s’imprime pas.',
    'A plate too many is billed, a plate too few is not printed.',
  ),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, expected) {
    for (const [index, { inks }] of expected.pages.entries()) {
      const page = pdf.pages[index]
      if (!page) continue
      const { certain, possible } = platesOf(page)
      for (const name of certain.keys())
        if (!inks.includes(name))
          yield {
            page: page.number,
            object: certain.get(name) ?? 0,
            message: text(`encre « ${name} » en trop`, `ink “${name}” in excess`),
          }
      for (const name of inks)
        if (!certain.has(name) && !possible.has(name))
          yield { page: page.number, message: text(`encre « ${name} » absente`, `ink “${name}” missing`) }
    }
  },
} as const satisfies WrittenCheck

const PROCESS: readonly string[] = ['Cyan', 'Magenta', 'Yellow', 'Black']

/** Below this a component is what rounding left of nothing. */
const NOTHING = 0.00004

/** `certain`: plates known to take ink, with the object that does; `possible`: those that pixels or a gradient may reach. */
type Plates = { readonly certain: Map<string, number>; readonly possible: Set<string> }

function platesOf(page: PdfPage): Plates {
  const plates: Plates = { certain: new Map(), possible: new Set() }
  for (const item of page.painted) {
    if (item.context === 'mask') continue
    for (const paint of paintsOf(item)) addPaint(plates, paint, item.object)
  }
  return plates
}

function addPaint({ certain, possible }: Plates, { space, components }: PdfPaint, object: number): void {
  for (const inner of spacesWithin(space)) {
    if (inner.family === 'Separation') {
      certain.set(inner.name, object)
      return
    }
    if (inner.family === 'DeviceN') {
      for (const name of inner.names)
        if (PROCESS.includes(name)) possible.add(name)
        else if (name !== 'None') certain.set(name, object)
      return
    }
    if (inner.family === 'DeviceCMYK' && components.length === 4)
      components.forEach((amount, channel) => {
        if (amount > NOTHING) certain.set(PROCESS[channel] ?? '', object)
      })
    else if (inner.family === 'DeviceCMYK') for (const name of PROCESS) possible.add(name)
    else if (inner.family === 'DeviceGray' && components.length === 0) possible.add('Black')
    else if (inner.family === 'DeviceGray' && (components[0] ?? 0) < 1) certain.set('Black', object)
  }
}
