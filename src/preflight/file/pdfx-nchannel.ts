// Spot colours within NChannel spaces.
import { text } from '../../model/diagnostic.ts'
import { spacesWithin } from '../../pdf-reader/color-space.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxNchannel = {
  severity: 'error',
  title: text('les espaces NChannel décrivent leurs tons directs', 'NChannel spaces describe their spot colours'),
  why: text(
    'Sans description, l’encre ne peut être ni simulée ni contrôlée.',
    'Without a description the ink can be neither proofed nor checked.',
  ),
  fix: text('Réexportez depuis un logiciel qui écrit /Colorants.', 'Export from a program that writes /Colorants.'),
  source: 'ISO 15930-7:2010 6.4; ISO 32000-1 8.6.6.5',
  standards: ['x4'],
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { value, object } of page.spaces) {
        for (const space of spacesWithin(value)) {
          if (space.family !== 'DeviceN' || !space.nchannel) continue
          const known = [...space.colorants, ...space.process, 'Cyan', 'Magenta', 'Yellow', 'Black', 'None']
          for (const name of space.names.filter(item => !known.includes(item)))
            yield {
              page: page.number,
              object,
              message: text(`l’encre « ${name} » n’est pas décrite`, `ink “${name}” is not described`),
            }
        }
      }
    }
  },
} as const satisfies FileCheck
