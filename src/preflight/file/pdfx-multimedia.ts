// Sound, film and three dimensions.
import { text } from '../../model/diagnostic.ts'
import { annotationsOf } from './annotations.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxMultimedia = {
  severity: 'error',
  title: text('le fichier ne contient ni son, ni film, ni 3D', 'the file holds no sound, film or 3D'),
  why: text('Rien de cela ne s’imprime.', 'None of that can be printed.'),
  fix: text('Retirez ces éléments.', 'Remove these elements.'),
  source: 'ISO 15930-7:2010 6.17; 6.18',
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { object, subtype } of annotationsOf(page, pdf))
        if (MEDIA.includes(subtype))
          yield { page: page.number, object, message: text(`annotation ${subtype}`, `${subtype} annotation`) }
    }
  },
} as const satisfies FileCheck

const MEDIA: readonly string[] = ['3D', 'Movie', 'Sound', 'Screen', 'RichMedia']
