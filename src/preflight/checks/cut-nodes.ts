// Lines of too many points: the cutter stutters along them, and some shops refuse them.
import { text } from '../../model/diagnostic.ts'
import type { SheetCheck } from '../sheet-check.ts'
import { artPlace, cutOutlines, nodesOf } from './cut-outlines.ts'

export const cutNodes: SheetCheck = {
  severity: 'warning',
  title: text('un tracé de découpe a trop de points', 'a cut line has too many points'),
  why: text(
    'La lame hésite à chaque point : le bord est haché, et certains ateliers refusent le fichier.',
    'The blade hesitates at each point: the edge is rough, and some shops refuse the file.',
  ),
  fix: text(
    'Simplifiez la silhouette du dessin dans le modèle, ou choisissez `decoupe: mi-chair`.',
    'Simplify the silhouette of the art in the template, or choose `decoupe: mi-chair`.',
  ),
  source: 'Kallkwik : 40 points par panneau découpé',
  *run({ sheet, printer }) {
    const outlines = cutOutlines(sheet).map(({ path, at }) => ({ nodes: nodesOf(path), at }))
    const [most] = outlines.sort((a, b) => b.nodes - a.nodes)
    if (!most || most.nodes <= printer.maxNodes) return
    const at = most.at ?? artPlace(sheet).at
    yield {
      message: text(
        `un tracé de découpe a ${most.nodes} points, l’imprimeur en accepte ${printer.maxNodes}`,
        `a cut line has ${most.nodes} points, the printer accepts ${printer.maxNodes}`,
      ),
      ...(at ? { at } : {}),
    }
  },
}
