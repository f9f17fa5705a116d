// A cut line, a white or a varnish bears the name that the printer's machine looks for.
import { text } from '../../model/diagnostic.ts'
import type { PlateRole } from '../../model/ink.ts'
import { spacesWithin } from '../../pdf-reader/color-space.ts'
import type { PressCheck } from './press-check.ts'
import type { Press } from './printed.ts'
import { roleOf } from './technical.ts'

type Named = { readonly name: string; readonly role: PlateRole; readonly page: number; readonly object: number }

/** The first use of each technical ink. */
function technicalInks({ pdf, job }: Press): Named[] {
  const inks = new Map<string, Named>()
  for (const { number, spaces } of pdf.pages)
    for (const { value, object } of spaces)
      for (const space of spacesWithin(value)) {
        const name = space.family === 'Separation' ? space.name : undefined
        const role = name === undefined ? undefined : roleOf(name, job)
        if (name !== undefined && role && !inks.has(name)) inks.set(name, { name, role, page: number, object })
      }
  return [...inks.values()]
}

export const plateName = {
  severity: 'error',
  title: text(
    'les tons directs techniques portent le nom que l’imprimeur attend',
    'technical spot inks bear the name the printer expects',
  ),
  why: text(
    'La table de découpe et le RIP reconnaissent un tracé au nom exact de son encre : sous un autre nom, il est imprimé au lieu d’être suivi.',
    'The cutter and the RIP know a line by the exact name of its ink: under another name it is printed instead of followed.',
  ),
  fix: text('Renommez le ton direct, majuscules comprises.', 'Rename the spot ink, capitals included.'),
  source: 'profil de l’imprimeur, plates',
  *find(press) {
    const { printer } = press.job
    if (!printer) return
    for (const { name, role, page, object } of technicalInks(press)) {
      if (role === 'white' && printer.white.plate === 'none') {
        yield {
          page,
          object,
          message: text(
            `ton direct « ${name} » : l’imprimeur n’a pas de blanc`,
            `spot ink “${name}”: the printer has no white`,
          ),
        }
        continue
      }
      const wanted = printer.output.plates[role].name
      // What a shop has not published is not asked for.
      if (name === wanted || printer.gaps.includes('plates')) continue
      yield {
        page,
        object,
        message: text(
          `ton direct « ${name} », l’imprimeur attend « ${wanted} »`,
          `spot ink “${name}”, the printer expects “${wanted}”`,
        ),
      }
    }
  },
} as const satisfies PressCheck
