// What can be wrong with a run as a whole, as `signakit explain` tells it.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const cliRules = {
  'brand-logos': {
    severity: 'warning',
    title: text('une charte devrait avoir le logo de chaque Caf', 'a brand should have the logo of every Caf'),
    why: text(
      'Un kit pour une Caf dont le logo manque sera refusé : il n’est jamais remplacé par un autre.',
      'A kit for a Caf whose logo is missing will be refused: it is never replaced by another.',
    ),
    fix: text(
      'Ajoutez les fichiers SVG qui manquent, nommés par le code du département.',
      'Add the missing SVG files, named by the department’s code.',
    ),
  },
  'ordered-size': {
    severity: 'error',
    title: text('un PDF doit avoir le format commandé', 'a PDF must have the size ordered'),
    why: text(
      'L’atelier coupe d’après la TrimBox : un autre format donne une autre pièce, ou un refus.',
      'The shop cuts by the TrimBox: another size gives another piece, or a refusal.',
    ),
    fix: text(
      'Exportez le PDF au format du produit, sans mise à l’échelle.',
      'Export the PDF at the size of the product, without scaling.',
    ),
  },
  'ordered-bleed': {
    severity: 'error',
    title: text(
      'un PDF doit avoir le fond perdu que l’imprimeur demande',
      'a PDF must have the bleed the printer asks for',
    ),
    why: text(
      'La coupe bouge d’un millimètre ou deux : sans fond perdu, un filet blanc paraît au bord.',
      'The cut moves by a millimetre or two: without bleed, a white line shows at the edge.',
    ),
    fix: text(
      'Prolongez les fonds au-delà de la coupe, et exportez le fond perdu.',
      'Extend the backgrounds beyond the cut, and export the bleed.',
    ),
  },
  'ordered-printer': {
    severity: 'error',
    title: text('un imprimeur doit faire ce qui lui est remis', 'a printer must make what is handed over'),
    why: text('Le fichier serait refusé à la commande.', 'The file would be refused at ordering.'),
    fix: text('Choisissez un autre imprimeur, ou un autre format.', 'Choose another printer, or another size.'),
  },
  'ordered-scale': {
    severity: 'error',
    title: text(
      'une grande pièce doit être à l’échelle que l’imprimeur demande',
      'a large piece must be at the scale the printer asks for',
    ),
    why: text(
      'Un PDF a une taille maximale : au-delà, des RIP refusent le fichier, ou le coupent.',
      'A PDF has a largest size: beyond it some RIPs refuse the file, or crop it.',
    ),
    fix: text(
      'Réexportez le document réduit, et dites l’échelle avec `--scale`.',
      'Export the document reduced, and tell the scale with `--scale`.',
    ),
  },
  'pdf-not-opened': {
    severity: 'error',
    title: text('le PDF ne peut pas être ouvert', 'the PDF cannot be opened'),
    why: text('Un fichier qui n’a pas été lu n’a pas été contrôlé.', 'A file that was not read was not checked.'),
    fix: text('Vérifiez le nom du fichier et le droit de le lire.', 'Check the file’s name and the right to read it.'),
    locked: true,
  },
} as const satisfies Rules
