// A cut drawn twice is cut twice.
import { text } from '../../model/diagnostic.ts'
import { cutLines, type Subpath, subpathsIn } from './cut-lines.ts'
import type { PressCheck } from './press-check.ts'
import { at } from './printed.ts'

/** To a hundredth of a millimetre, whatever the direction and the point it starts from. */
function shapeOf({ coords, closed }: Subpath): string {
  const points: string[] = []
  for (let index = 0; index + 1 < coords.length; index += 2)
    points.push(`${Math.round((coords[index] ?? 0) * 30)} ${Math.round((coords[index + 1] ?? 0) * 30)}`)
  if (closed && points.length > 1 && points[0] === points.at(-1)) points.pop()
  return points.sort().join(',')
}

export const cutDuplicate = {
  severity: 'error',
  title: text('aucun tracé de découpe n’est en double', 'no cut line is there twice'),
  why: text(
    'La lame passe deux fois : elle déchire le film ou entame le support.',
    'The blade goes over it twice: it tears the film or bites into the backing.',
  ),
  fix: text('Supprimez l’un des deux tracés superposés.', 'Delete one of the two paths that lie on each other.'),
  source: 'GWG 2022; usage des tables de découpe',
  *find(press) {
    const seen = new Set<string>()
    for (const on of cutLines(press)) {
      for (const subpath of subpathsIn(on.item)) {
        if (subpath.coords.length < 4) continue
        const key = `${on.page.number} ${shapeOf(subpath)}`
        if (seen.has(key)) yield at(on, text('tracé de découpe en double', 'cut line drawn twice'))
        seen.add(key)
      }
    }
  },
} as const satisfies PressCheck
