// Technical plates as written in a file that knows no layers: their ink is all that tells them from art.
import { text } from '../../model/diagnostic.ts'
import { isFlat } from '../../model/standard.ts'
import { type Painted, paintsOf } from '../../pdf-reader/painted.ts'
import { overprints } from './overprints.ts'
import { overlaps, printedBox } from './place.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenPlates = {
  severity: 'error',
  locked: true,
  title: text(
    'sans calques, les plaques techniques sont encore en surimpression et peintes en dernier',
    'without layers, technical plates still overprint and are painted last',
  ),
  why: text(
    'Sans surimpression, le blanc ou le tracé troue l’image ; peint dessous, il est effacé par elle.',
    'Without overprint, white or the cut line knocks a hole in the art; painted below, it is erased by it.',
  ),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, { standard, plates }) {
    if (!isFlat(standard)) return
    const names: readonly string[] = Object.values(plates)
    for (const page of pdf.pages) {
      const printed = printedBox(page)
      const seen = page.painted.filter(({ bounds }) => bounds && overlaps(bounds, printed))
      const onPlate = (item: Painted): string | undefined => names.find(name => isIn(item, name))
      const first = seen.findIndex(item => onPlate(item) !== undefined)
      for (const item of first < 0 ? [] : seen.slice(first)) {
        const here = { page: page.number, object: item.object }
        const name = onPlate(item)
        if (name !== undefined && !overprints(item))
          yield { ...here, message: text(`« ${name} » sans surimpression`, `“${name}” without overprint`) }
        if (name === undefined && !isIn(item, 'All'))
          yield {
            ...here,
            message: text('image peinte après une plaque technique', 'art painted after a technical plate'),
          }
      }
    }
  },
} as const satisfies WrittenCheck

const isIn = (item: Painted, ink: string): boolean =>
  paintsOf(item).some(({ space }) => space.family === 'Separation' && space.name === ink)
