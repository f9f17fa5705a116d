// The rules of brands and templates: packs, their files, the names they use.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const brandRules = {
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
      'Sans le logo de la Caf, ou avant que la Caf l’ait validée, une pièce imprimée serait à jeter.',
      'Without the logo of the Caf, or before the Caf has approved it, a printed piece would be waste.',
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
  'spot-name': {
    severity: 'error',
    locked: true,
    title: text('nom de ton direct ambigu', 'ambiguous name of a spot ink'),
    why: text(
      'Un RIP apparie les encres à la lettre près : deux écritures d’un même Pantone font deux planches, et un nom d’encre primaire ou de planche technique se confond avec elle.',
      'A RIP matches inks letter by letter: two spellings of one Pantone make two plates, and the name of a process ink or technical plate is taken for it.',
    ),
    fix: text(
      'Écrivez partout le même nom, celui du nuancier : « PANTONE 300 C ».',
      'Write the same name everywhere, that of the swatch book: “PANTONE 300 C”.',
    ),
    source: 'GWG 2022 R0022 ; ISO 15930-7:2010 6.2.4',
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
} as const satisfies Rules
