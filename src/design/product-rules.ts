// The rules of products and printers: what cannot be made, and by whom.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const productRules = {
  'unknown-product': {
    severity: 'error',
    locked: true,
    title: text('produit inconnu', 'unknown product'),
    why: text(
      'Le produit donne le format, la découpe et le blanc : sans lui il n’y a rien à imprimer.',
      'The product gives the size, the cut and the white: without it there is nothing to print.',
    ),
    fix: text(
      'Choisissez un produit de `signakit list produits`, ou un format libre comme `plaque-350x250`.',
      'Choose a product of `signakit list products`, or a free size such as `plaque-350x250`.',
    ),
  },
  'size-units': {
    severity: 'error',
    locked: true,
    title: text('cotes qui ne sont pas en millimètres', 'sizes that are not millimetres'),
    why: text(
      'Une plaque de 30 × 20 mm tient dans un portefeuille : on a voulu dire des centimètres.',
      'A 30 × 20 mm plaque fits in a wallet: centimetres were meant.',
    ),
    fix: text(
      'Écrivez les cotes en millimètres, largeur × hauteur.',
      'Write the sizes in millimetres, width × height.',
    ),
  },
  'size-limits': {
    severity: 'error',
    locked: true,
    title: text('format que la famille ne permet pas', 'size that the family does not allow'),
    why: text(
      'Au-delà de ces cotes, la matière, la laize ou la machine n’existent pas.',
      'Beyond these sizes there is no such sheet, roll or machine.',
    ),
    fix: text('Choisissez un format dans les limites données.', 'Choose a size within the limits given.'),
  },
  'free-size': {
    severity: 'note',
    title: text('produit hors catalogue', 'product outside the catalogue'),
    why: text(
      'Un format libre se fabrique, mais souvent plus cher et plus lentement.',
      'A free size can be made, often at a higher price and more slowly.',
    ),
    fix: text(
      'Rien à faire si c’est voulu ; sinon, voyez `signakit list produits`.',
      'Nothing if it is meant; else see `signakit list products`.',
    ),
  },
  'product-option': {
    severity: 'error',
    locked: true,
    title: text('demande que ce produit ne connaît pas', 'request that this product does not know'),
    why: text(
      'Une demande ignorée en silence donnerait une autre pièce que celle commandée.',
      'A request ignored in silence would give another piece than the one ordered.',
    ),
    fix: text(
      'Gardez une des valeurs listées, ou retirez la clé.',
      'Keep one of the listed values, or remove the key.',
    ),
  },
  'film-side': {
    severity: 'error',
    locked: true,
    title: text('film qui ne se pose pas de ce côté de la vitre', 'film that does not go on this side of the pane'),
    why: text(
      'Un film blanc ou microperforé ne se lit que du côté imprimé : posé à l’intérieur, on n’en verrait que le dos.',
      'A white or perforated film reads only from its printed side: inside the pane, only its back would show.',
    ),
    fix: text(
      'Changez `pose` ou `support` : le message dit ce qui est possible.',
      'Change `pose` or `support`: the message says what can be made.',
    ),
    source: 'Graphic Arts Magazine, « perforated window graphics » : première surface seulement',
  },
  'film-weather': {
    severity: 'warning',
    title: text('film qui tient mal à cet endroit', 'film that holds badly in that place'),
    why: text(
      'Un film sans colle tient par électricité statique : le vent et la pluie l’emportent.',
      'Film without glue holds by static electricity: wind and rain carry it away.',
    ),
    fix: text('Posez-le à l’intérieur, ou prenez un film adhésif.', 'Apply it inside, or take adhesive film.'),
  },
  'corner-radius': {
    severity: 'error',
    locked: true,
    title: text('rayon d’angle impossible', 'impossible corner radius'),
    why: text(
      'Un rayon trop grand mange la pièce ou passe dans un perçage.',
      'Too large a radius eats the piece or runs through a hole.',
    ),
    fix: text('Réduisez `rayon-angles`.', 'Reduce `rayon-angles`.'),
  },
  'cut-offset': {
    severity: 'error',
    locked: true,
    title: text('décalage de découpe impossible', 'impossible cut offset'),
    why: text(
      'Plus près du dessin que le rayon de la lame, le tracé ne peut pas en suivre les angles ; trop loin, il n’en garde pas la forme.',
      'Nearer to the art than the radius of the blade, the line cannot follow its corners; too far, it loses its shape.',
    ),
    fix: text(
      'Écrivez un `decalage` dans les bornes données, ou retirez la clé.',
      'Write a `decalage` within the bounds given, or remove the key.',
    ),
  },
  'holes-too-close': {
    severity: 'error',
    locked: true,
    title: text('perçages trop rapprochés pour ce format', 'holes too close together for this size'),
    why: text(
      'Deux perçages qui se touchent, ou qui sortent de la plaque, cassent la matière.',
      'Holes that touch, or run out of the plaque, break the material.',
    ),
    fix: text('Choisissez une autre fixation ou une plaque plus grande.', 'Choose another fixing or a larger plaque.'),
  },
  'unknown-printer': {
    severity: 'error',
    locked: true,
    title: text('imprimeur introuvable', 'printer not found'),
    why: text(
      'Son profil donne le fond perdu, l’encrage et le nom des planches.',
      'Its profile gives the bleed, the ink limit and the names of the plates.',
    ),
    fix: text(
      'Donnez un profil de `signakit list imprimeurs`, un fichier de `imprimeurs/`, ou un chemin.',
      'Give a profile of `signakit list printers`, a file of `imprimeurs/`, or a path.',
    ),
  },
  'printer-family': {
    severity: 'error',
    locked: true,
    title: text('famille de produits inconnue dans `imprimeur`', 'unknown family of products in `imprimeur`'),
    why: text(
      'Un imprimeur donné à une famille qui n’existe pas serait oublié en silence.',
      'A printer given to a family that does not exist would be forgotten in silence.',
    ),
    fix: text(
      'Écrivez `vitrophanie`, `plaque`, `affiche` ou `autres`.',
      'Write `vitrophanie`, `plaque`, `affiche` or `autres`.',
    ),
  },
  'printer-product': {
    severity: 'error',
    locked: true,
    title: text('produit que cet imprimeur ne fait pas', 'product this printer does not make'),
    why: text('Le fichier serait refusé à la commande.', 'The file would be refused at ordering.'),
    fix: text(
      'Choisissez un autre imprimeur pour cette famille, ou un autre format.',
      'Choose another printer for this family, or another size.',
    ),
  },
  'printer-white': {
    severity: 'error',
    locked: true,
    title: text('imprimeur sans encre blanche', 'printer without white ink'),
    why: text(
      'Sans blanc de soutien, la couleur sur un film ou une matière clairs n’est qu’une teinte du jour.',
      'Without white, colour on clear film or material is only a tint of the daylight.',
    ),
    fix: text(
      'Choisissez un film blanc posé à l’extérieur, une matière opaque, ou un imprimeur qui a l’encre blanche.',
      'Choose a white film outside the pane, an opaque material, or a printer with white ink.',
    ),
  },
  'printer-plate': {
    severity: 'error',
    locked: true,
    title: text('nom de planche impossible', 'impossible plate name'),
    why: text(
      'Deux planches du même nom, ou du nom d’une encre de quadrichromie, se mélangent à l’impression.',
      'Two plates of one name, or named as a process ink, merge at the press.',
    ),
    fix: text(
      'Donnez à chaque planche le nom exact que l’imprimeur attend.',
      'Give each plate the exact name the printer expects.',
    ),
  },
  'printer-profile': {
    severity: 'error',
    locked: true,
    title: text('profil ICC introuvable', 'ICC profile not found'),
    why: text(
      'Sans profil de sortie, un PDF/X-4 n’existe pas et les couleurs sont au hasard.',
      'Without an output profile there is no PDF/X-4 and colours are left to chance.',
    ),
    fix: text('Corrigez `profile` dans le fichier de l’imprimeur.', 'Mend `profile` in the printer’s file.'),
  },
} as const satisfies Rules
