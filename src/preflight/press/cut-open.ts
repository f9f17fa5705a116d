// A cut that does not come back to where it began.
import { text } from '../../model/diagnostic.ts'
import { cutLines, type Subpath, subpathsIn } from './cut-lines.ts'
import type { PressCheck } from './press-check.ts'
import { at } from './printed.ts'
import { millimetres } from './say.ts'

/** Ends this near are one point for any cutter, in points (0.05 mm). */
const NEAR = 0.05 * (72 / 25.4)

/** Distance between the two ends; a filled shape is closed by its fill. */
function gapOf({ closed, coords }: Subpath): number {
  if (closed || coords.length < 4) return 0
  const [x0 = 0, y0 = 0] = coords
  const [x1 = 0, y1 = 0] = coords.slice(-2)
  return Math.hypot(x1 - x0, y1 - y0)
}

export const cutOpen = {
  severity: 'error',
  title: text('les tracés de découpe sont fermés', 'cut lines are closed'),
  why: text(
    'Un tracé ouvert laisse la pièce attachée à sa chute, ou fait refuser le travail par la table de découpe.',
    'An open line leaves the piece attached to its waste, or makes the cutter refuse the job.',
  ),
  fix: text(
    'Fermez le tracé : joignez son premier et son dernier point.',
    'Close the path: join its first and last points.',
  ),
  source: 'ISO 19593-1:2018; Onlineprinters, découpe à la forme',
  *find(press) {
    for (const on of cutLines(press)) {
      if (!on.item.stroke) continue
      const gap = Math.max(0, ...subpathsIn(on.item).map(gapOf))
      if (gap <= NEAR) continue
      const apart = millimetres((gap * 25.4) / 72)
      yield at(on, text(`tracé de découpe ouvert de ${apart.fr}`, `cut line open by ${apart.en}`))
    }
  },
} as const satisfies PressCheck
