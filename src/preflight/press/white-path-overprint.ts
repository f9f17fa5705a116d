// A white shape that overprints is not there.
import { text } from '../../model/diagnostic.ts'
import { isWhite } from './inks.ts'
import type { GwgCheck } from './press-check.ts'
import { at, printedPaths } from './printed.ts'

export const whitePathOverprint = {
  gwg: 'R0008',
  severity: 'warning',
  title: text('aucun tracé blanc ne surimprime', 'no white path overprints'),
  why: text(
    'Un blanc en surimpression ne réserve rien : le tracé disparaît à l’impression, et reste visible à l’écran.',
    'A white that overprints knocks nothing out: the path vanishes in print and still shows on screen.',
  ),
  fix: text('Décochez la surimpression du tracé blanc.', 'Turn overprint off for the white path.'),
  source: 'GWG 2022 R0008',
  *find(press) {
    for (const on of printedPaths(press)) {
      const { fill, stroke, overprintFill, overprintStroke } = on.item
      if ((fill && overprintFill && isWhite(fill)) || (stroke && overprintStroke && isWhite(stroke)))
        yield at(on, text('tracé blanc en surimpression', 'white path overprints'))
    }
  },
} as const satisfies GwgCheck
