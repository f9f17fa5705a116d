// A sticker cut around its art: the art must leave room for the cut, and be one piece.
import { text } from '../../model/diagnostic.ts'
import { roundMm } from '../../model/length.ts'
import type { SheetCheck } from '../sheet-check.ts'
import { artPlace } from './cut-outlines.ts'

export const cutShape: SheetCheck = {
  severity: 'error',
  title: text('le dessin ne laisse pas passer la découpe à la forme', 'the art leaves no room for a cut around it'),
  why: text(
    'Un tracé qui suit le dessin doit rester dans le format, d’un seul tenant : sinon il n’y a rien à décoller.',
    'A line that follows the art must stay inside the format, in one piece: else there is nothing to peel off.',
  ),
  fix: text(
    'Choisissez un modèle dont le dessin est entouré de vide, ou `decoupe: mi-chair`.',
    'Choose a template whose art is surrounded by nothing, or `decoupe: mi-chair`.',
  ),
  source: '2 mm du dessin à la coupe : labelprint24',
  *run({ sheet, product, printer }) {
    const { kissCut, throughCut } = product
    const wanted = throughCut ?? (kissCut?.along === 'art' ? kissCut : undefined)
    if (!wanted || sheet.followsArt) return
    const follow = kissCut?.along === 'art' ? (kissCut.follow ?? 0) : 0
    const room = roundMm(wanted.margin + Math.max(wanted.offset, printer.minRadius) + follow)
    yield {
      message: text(
        `le dessin n’est pas d’un seul tenant à ${room.toString().replace('.', ',')} mm au moins du bord du format : sa forme ne peut pas être découpée`,
        `the art is not in one piece at least ${room} mm inside the format: its shape cannot be cut out`,
      ),
      ...(wanted.at ? { at: wanted.at } : artPlace(sheet)),
    }
  },
}
