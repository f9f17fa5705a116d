// One name, one ink.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { spotUses } from './spot-uses.ts'

export const pdfxSpotConsistent = {
  severity: 'error',
  title: text('une encre a une seule définition dans tout le fichier', 'an ink has one definition in the whole file'),
  why: text(
    'Deux définitions d’un même nom s’impriment pareil, mais s’affichent et se contrôlent différemment.',
    'Two definitions of one name print alike, but are shown and checked differently.',
  ),
  fix: text('Fusionnez les nuances de même nom.', 'Merge the swatches of the same name.'),
  source: 'ISO 15930-7:2010 6.4; ISO 32000-1 8.6.6.4',
  *find(pdf) {
    const known = new Map<string, string>()
    for (const { name, tint, page, object } of spotUses(pdf)) {
      const first = known.get(name)
      if (first === undefined) known.set(name, tint)
      else if (first !== tint)
        yield {
          page,
          object,
          message: text(`l’encre « ${name} » a deux définitions`, `ink “${name}” has two definitions`),
        }
    }
  },
} as const satisfies FileCheck
