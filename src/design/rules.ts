// The rules of design: what can be wrong between a kit and our or the user's data files.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const designRules = {
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
  'pose-unsupported': {
    severity: 'error',
    locked: true,
    title: text('pose que l’outil ne sait pas encore imprimer', 'pose that the tool cannot print yet'),
    why: text(
      'Chaque pose a son sens de lecture et son ordre d’encres ; se tromper, c’est tout réimprimer.',
      'Each pose has its reading side and its ink order; a mistake means printing again.',
    ),
    fix: text('Utilisez `pose: interieur`.', 'Use `pose: interieur`.'),
  },
  'support-unsupported': {
    severity: 'error',
    locked: true,
    title: text('support que l’outil ne sait pas encore imprimer', 'film that the tool cannot print yet'),
    why: text(
      'Le support décide du blanc de soutien et du miroir ; le traiter comme un autre donnerait une pièce fausse.',
      'The film decides the white plate and the mirror; treating it as another would give a wrong piece.',
    ),
    fix: text('Utilisez `support: transparent`.', 'Use `support: transparent`.'),
  },
  'material-unsupported': {
    severity: 'error',
    locked: true,
    title: text('matière que l’outil ne sait pas encore imprimer', 'material that the tool cannot print yet'),
    why: text(
      'Une matière transparente s’imprime au dos, en miroir et sur un blanc.',
      'A clear material is printed on its back, mirrored and over white.',
    ),
    fix: text('Choisissez une matière opaque, comme `dibond-3`.', 'Choose an opaque material, such as `dibond-3`.'),
  },
  'fixing-unsupported': {
    severity: 'error',
    locked: true,
    title: text('fixation que l’outil ne sait pas encore préparer', 'fixing that the tool cannot prepare yet'),
    why: text(
      'Une fixation décide des perçages et des zones à laisser libres.',
      'A fixing decides the holes and the areas to keep free.',
    ),
    fix: text('Choisissez une autre fixation.', 'Choose another fixing.'),
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
  'unknown-brand': {
    severity: 'error',
    locked: true,
    title: text('charte introuvable', 'brand not found'),
    why: text(
      'La charte donne les couleurs, les polices et le texte de la pièce.',
      'The brand gives the colours, fonts and wording.',
    ),
    fix: text(
      'Donnez une charte de `signakit list chartes`, un dossier de `chartes/`, ou le chemin d’un dossier.',
      'Give a brand of `signakit list brands`, a folder of `chartes/`, or the path of a folder.',
    ),
  },
  'brand-draft': {
    severity: 'warning',
    locked: true,
    title: text('charte provisoire', 'draft brand'),
    why: text(
      'La charte fournie ne contient pas le logo des Caf : une pièce imprimée avec elle serait à jeter.',
      'The brand shipped does not hold the logo of any Caf: a piece printed with it would be waste.',
    ),
    fix: text(
      'Copiez la charte dans `chartes/`, ajoutez-y les logos reçus de la Caf et passez-la à `status: official`.',
      'Copy the brand into `chartes/`, add the logos received from the Caf and set `status: official`.',
    ),
  },
  'brand-extends-cycle': {
    severity: 'error',
    locked: true,
    title: text('chartes ou profils qui partent l’un de l’autre', 'brands or profiles that extend each other'),
    why: text('Aucun des deux ne peut être lu en premier.', 'Neither can be read first.'),
    fix: text('Retirez un des `extends`.', 'Remove one of the `extends`.'),
  },
  'brand-file': {
    severity: 'error',
    locked: true,
    title: text('fichier de la charte manquant ou illisible', 'brand file missing or unreadable'),
    why: text(
      'Une police, un modèle ou un logo manque : la pièce serait incomplète.',
      'A font, a template or a logo is missing: the piece would be incomplete.',
    ),
    fix: text(
      'Ajoutez le fichier à la charte, ou corrigez le chemin dans brand.yaml.',
      'Add the file to the brand, or mend the path in brand.yaml.',
    ),
  },
  'brand-reference': {
    severity: 'error',
    locked: true,
    title: text('nom que la charte ne définit pas', 'name the brand does not define'),
    why: text(
      'Un style sans police ou un signe sans couleur ne peut pas être dessiné.',
      'A style without a font or a sign without a colour cannot be drawn.',
    ),
    fix: text(
      'Définissez ce nom dans brand.yaml, ou choisissez-en un qui l’est.',
      'Define the name in brand.yaml, or choose one that is.',
    ),
  },
  'missing-universe': {
    severity: 'error',
    locked: true,
    title: text('univers absent de la charte', 'universe missing from the brand'),
    why: text(
      'L’univers donne les couleurs et le signe de ce type de structure.',
      'The universe gives the colours and the sign of this type of structure.',
    ),
    fix: text(
      'Ajoutez l’univers à la charte, ou changez le type de la structure.',
      'Add the universe to the brand, or change the type of the structure.',
    ),
  },
  'missing-kit': {
    severity: 'error',
    locked: true,
    title: text('aucune pièce demandée', 'no piece asked for'),
    why: text(
      'Le kit ne liste pas de pièces et la charte n’en prévoit pas pour ce type.',
      'The kit lists no piece and the brand plans none for this type.',
    ),
    fix: text('Ajoutez `pieces:` au kit.', 'Add `pieces:` to the kit.'),
  },
  'unknown-template': {
    severity: 'error',
    locked: true,
    title: text('modèle introuvable', 'template not found'),
    why: text(
      'Le modèle place le texte et les logos sur la pièce.',
      'The template places text and logos on the piece.',
    ),
    fix: text('Choisissez un modèle de `signakit list modeles`.', 'Choose a template of `signakit list templates`.'),
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
  'data-file': {
    severity: 'error',
    locked: true,
    title: text('fichier de données illisible', 'unreadable data file'),
    why: text(
      'Ce fichier décrit un produit, un imprimeur, une charte ou un modèle.',
      'The file describes a product, a printer, a brand or a template.',
    ),
    fix: text('Vérifiez que le fichier existe et qu’il est lisible.', 'Check that the file exists and can be read.'),
  },
  'locked-text': {
    severity: 'error',
    locked: true,
    title: text('texte verrouillé par la charte', 'text locked by the brand'),
    why: text(
      'La mention du soutien de la Caf est la même partout.',
      'The wording of the Caf’s support is the same everywhere.',
    ),
    fix: text('Retirez ce texte de `textes`.', 'Remove the text from `textes`.'),
  },
  'unknown-text': {
    severity: 'error',
    locked: true,
    title: text('texte que la charte ne connaît pas', 'text the brand does not know'),
    why: text(
      'Un texte que rien n’affiche serait perdu en silence.',
      'A text that nothing shows would be lost in silence.',
    ),
    fix: text('Choisissez une clé de `signakit list textes`.', 'Choose a key of `signakit list texts`.'),
  },
  'text-slot': {
    severity: 'error',
    locked: true,
    title: text('champ inconnu dans un texte', 'unknown slot in a text'),
    why: text(
      'Un champ inconnu s’imprimerait tel quel, avec ses accolades.',
      'An unknown slot would print as it is, braces included.',
    ),
    fix: text('Corrigez le nom entre accolades.', 'Mend the name in braces.'),
  },
  'duplicate-piece': {
    severity: 'error',
    locked: true,
    title: text('deux pièces de même identifiant', 'two pieces with one id'),
    why: text(
      'Leurs fichiers auraient le même nom : l’un effacerait l’autre.',
      'Their files would have one name: one would overwrite the other.',
    ),
    fix: text('Donnez à chaque pièce son `id`.', 'Give each piece its own `id`.'),
  },
  'unknown-piece': {
    severity: 'error',
    locked: true,
    title: text('pièce absente du kit', 'piece not in the kit'),
    why: text('`--piece` choisit parmi les pièces du kit.', '`--piece` chooses among the pieces of the kit.'),
    fix: text('Donnez l’identifiant d’une pièce du kit.', 'Give the id of a piece of the kit.'),
  },
  'toubon-languages': {
    severity: 'warning',
    title: text('une seule langue étrangère', 'a single foreign language'),
    why: text(
      'La loi du 4 août 1994 veut au moins deux traductions quand un organisme de service public traduit une inscription.',
      'French law (4 August 1994) wants at least two translations when a public service translates a sign.',
    ),
    fix: text(
      'Ajoutez une deuxième langue, ou gardez le français seul.',
      'Add a second language, or keep French alone.',
    ),
    source: 'loi n° 94-665, art. 3 et 4',
  },
  'missing-caf-logo': {
    severity: 'error',
    locked: true,
    title: text('logo de la Caf absent de la charte', 'logo of the Caf missing from the brand'),
    why: text(
      'Le logo d’une Caf n’est jamais remplacé, ni par un autre ni par du texte.',
      'The logo of a Caf is never replaced, neither by another nor by text.',
    ),
    fix: text('Ajoutez à la charte le logo reçu de la Caf.', 'Add the logo received from the Caf to the brand.'),
  },
  'language-unsupported': {
    severity: 'error',
    locked: true,
    title: text('langue que l’outil n’imprime pas encore', 'language that the tool does not print yet'),
    why: text(
      'Une traduction demandée et absente de la pièce serait perdue en silence.',
      'A translation asked for and absent from the piece would be lost in silence.',
    ),
    fix: text('Gardez `langues: [fr]`.', 'Keep `langues: [fr]`.'),
  },
  'missing-asset': {
    severity: 'error',
    title: text('fichier nommé et introuvable', 'file named and not found'),
    why: text(
      'Un logo ou une photo manquerait sur la pièce imprimée.',
      'A logo or a photo would be missing from the printed piece.',
    ),
    fix: text(
      'Ajoutez le fichier, corrigez son chemin, ou retirez la ligne. Pour le logo d’un partenaire, `regles: { missing-asset: avertir }` écrit son nom.',
      'Add the file, mend its path, or remove the line. For a partner’s logo, `regles: { missing-asset: avertir }` sets its name in text.',
    ),
  },
} as const satisfies Rules

export type DesignRule = keyof typeof designRules
