// Names that would make two plates of one ink.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { spotUses } from './spot-uses.ts'

export const pdfSpotNames = {
  severity: 'error',
  title: text('les noms d’encre ne se confondent pas', 'ink names cannot be mistaken for one another'),
  why: text(
    '« White » et « white » font deux plaques là où l’imprimeur en attend une.',
    '“White” and “white” make two plates where the printer expects one.',
  ),
  fix: text(
    'Écrivez le nom de l’encre d’une seule façon, celle de l’imprimeur.',
    'Write the ink’s name in one way, the printer’s.',
  ),
  source: 'GWG 2022 R0022; GWG 2022 R0023',
  *find(pdf) {
    const known = new Map<string, string>()
    for (const { name, page, object } of spotUses(pdf)) {
      if (!name.trim()) yield { page, object, message: text('encre sans nom', 'ink without a name') }
      const key = name
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[\s_-]+/g, '')
      const first = known.get(key)
      if (first === undefined) known.set(key, name)
      else if (first !== name)
        yield { page, object, message: text(`encres « ${first} » et « ${name} »`, `inks “${first}” and “${name}”`) }
    }
  },
} as const satisfies FileCheck
