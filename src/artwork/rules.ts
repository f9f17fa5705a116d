// The rules about foreign drawings and pictures.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const artworkRules = {
  'artwork-unreadable': {
    severity: 'error',
    locked: true,
    title: text('l’image ou le logo se lit en entier', 'the picture or logo can be read whole'),
    why: text(
      'Un fichier coupé, vide ou d’un autre type que son nom donnerait une pièce sans logo, ou un logo abîmé.',
      'A file that is cut short, empty or not what its name says would give a piece without its logo, or a damaged one.',
    ),
    fix: text(
      'Ouvrez le fichier dans le logiciel qui l’a fait et enregistrez-le à nouveau.',
      'Open the file in the program that made it and save it again.',
    ),
  },
  'artwork-format': {
    severity: 'error',
    title: text('le format de l’image est de ceux que l’on sait rendre', 'the picture’s format is one we can draw'),
    why: text(
      'Un logo vient en SVG (de préférence), PNG, JPEG ou WebP ; une photo en JPEG, PNG ou WebP. Les autres formats ne sont pas traduits fidèlement.',
      'A logo comes as SVG (best), PNG, JPEG or WebP; a photo as JPEG, PNG or WebP. Other formats cannot be rendered faithfully.',
    ),
    fix: text('Convertissez le fichier comme l’indique le message.', 'Convert the file as the message says.'),
  },
  'artwork-unsafe': {
    severity: 'error',
    locked: true,
    title: text('le dessin ne contient rien d’actif ni d’extérieur', 'the drawing holds nothing active or external'),
    why: text(
      'Un SVG peut porter des scripts, des liens vers d’autres fichiers ou des pièges qui épuisent la machine : rien de cela n’entre dans un fichier d’impression.',
      'An SVG may carry scripts, links to other files or traps that exhaust the machine: none of it enters a print file.',
    ),
    fix: text(
      'Exportez le dessin en SVG simple (« Plain SVG »), images incorporées, sans script ni animation.',
      'Export the drawing as plain SVG, pictures embedded, without script or animation.',
    ),
  },
  'artwork-unsupported': {
    severity: 'error',
    title: text('tout ce que dessine le SVG se traduit en encres', 'all that the SVG draws can be turned into inks'),
    why: text(
      'Ce que l’on ne sait pas traduire fidèlement (HTML, filtres d’arrière-plan…) manquerait à l’impression sans que rien ne le dise.',
      'What cannot be turned into ink faithfully (HTML, background filters…) would be missing from the print without a word.',
    ),
    fix: text(
      'Décomposez ou aplatissez ce que nomme le message, puis exportez de nouveau.',
      'Expand or flatten what the message names, then export again.',
    ),
  },
  'artwork-rasterised': {
    severity: 'note',
    title: text('un effet du dessin devient une image', 'an effect of the drawing becomes a picture'),
    why: text(
      'Une ombre, un flou, certains fondus ne se disent pas en tracés : ils sont peints en points, à 600 par pouce de leur taille imprimée, avec leur transparence. Le reste du dessin demeure vectoriel.',
      'A shadow, a blur, some blends cannot be said in outlines: they are painted in pixels, 600 an inch of their printed size, with their transparency. The rest of the drawing stays vector.',
    ),
    fix: text(
      'Rien n’est perdu. Pour des contours nets à toute taille, demandez une version du logo sans effet.',
      'Nothing is lost. For edges that stay sharp at any size, ask for a version of the logo without effects.',
    ),
  },
  'artwork-font': {
    severity: 'error',
    title: text('chaque texte du dessin a sa police', 'each text of the drawing has its font'),
    why: text(
      'Une autre police changerait les lettres et leur place : le logo ne serait plus le logo.',
      'Another font would change the letters and their places: the logo would no longer be the logo.',
    ),
    fix: text(
      'Vectorisez les textes, ou posez la police (TTF ou OTF) dans un dossier `polices` à côté du logo.',
      'Turn text into outlines, or put the font (TTF or OTF) in a folder `polices` beside the logo.',
    ),
  },
  'artwork-color': {
    severity: 'error',
    title: text('chaque couleur du dessin est comprise', 'each colour of the drawing is understood'),
    why: text(
      'Une couleur que l’on ne comprend pas deviendrait noire.',
      'A colour that is not understood would turn black.',
    ),
    fix: text(
      'Écrivez les couleurs en #rrvvbb, rgb(), hsl() ou device-cmyk().',
      'Write colours as #rrggbb, rgb(), hsl() or device-cmyk().',
    ),
    source: 'CSS Color 3 et 4',
  },
  'image-profile': {
    severity: 'warning',
    title: text('le profil de couleur d’une image est lisible', 'a picture’s colour profile can be read'),
    why: text(
      'Le profil dit ce que valent les nombres de l’image : sans lui, elle est lue en sRVB et ses couleurs peuvent dériver.',
      'The profile says what the picture’s numbers mean: without it the picture is read as sRGB and its colours may shift.',
    ),
    fix: text('Enregistrez l’image avec le profil sRVB.', 'Save the picture with the sRGB profile.'),
  },
  'ink-reduced': {
    severity: 'note',
    title: text('encrage d’une image ramené à la limite', 'ink of a picture brought down to the limit'),
    why: text(
      'Une image en quadrichromie peut porter plus d’encre que l’imprimeur n’en accepte. Ses pixels trop chargés sont séparés de nouveau à travers le profil : même couleur, plus de noir, moins de cyan, de magenta et de jaune.',
      'A picture in four inks may lay more ink than the printer accepts. Its heavy pixels are separated again through the profile: the same colour, more black, less cyan, magenta and yellow.',
    ),
    fix: text(
      'Rien à faire. Pour choisir vous-même, exportez l’image avec le profil de l’imprimeur.',
      'Nothing to do. To choose for yourself, export the picture with the printer’s profile.',
    ),
    source: 'GWG 2022 R0026',
  },
} as const satisfies Rules

export type ArtworkRule = keyof typeof artworkRules
