// The sentences for what an SVG draws and we do not, and for what has no place in a drawing.
import { type Text, text } from '../../model/diagnostic.ts'
import type { ArtworkRule } from '../rules.ts'
import type { Finding } from '../source.ts'

/** Presentation attributes, plain transforms: what every drawing program can write. */
const EXPORT = text(
  'exportez-le de nouveau (Illustrator : Fichier › Exporter › Exporter sous… › SVG, style « Attributs de présentation » ; Inkscape : Fichier › Enregistrer sous… › SVG simple)',
  'export it again (Illustrator: File › Export › Export As… › SVG, styling “Presentation Attributes”; Inkscape: File › Save As… › Plain SVG)',
)

const RASTERISE = text(
  'faites de cet objet une image à 600 points par pouce (Illustrator : Objet › Pixelliser… ; Inkscape : Édition › Créer une copie matricielle), puis exportez de nouveau',
  'make a picture of that object at 600 pixels per inch (Illustrator: Object › Rasterize…; Inkscape: Edit › Make a Bitmap Copy), then export again',
)

const OUTLINE = text(
  'vectorisez les textes (Illustrator : Texte › Vectoriser ; Inkscape : Chemin › Objet en chemin), puis exportez de nouveau',
  'turn the text into outlines (Illustrator: Type › Create Outlines; Inkscape: Path › Object to Path), then export again',
)

const make =
  (rule: ArtworkRule) =>
  (fr: string, en: string, hint: Text = EXPORT): Finding => ({ rule, message: text(fr, en), hint })

export const unsupported = make('artwork-unsupported')

/** A filter or a blend that pixels alone can hold. */
export const unsupportedEffect = (fr: string, en: string): Finding => unsupported(fr, en, RASTERISE)

export const unsupportedText = (fr: string, en: string): Finding => unsupported(fr, en, OUTLINE)

const PLAIN = text(
  'exportez le dessin en SVG simple, images incorporées, sans script ni animation',
  'export the drawing as plain SVG, pictures embedded, without script or animation',
)

export const unsafe = (fr: string, en: string): Finding => make('artwork-unsafe')(fr, en, PLAIN)

export const flowedText = unsupportedText(
  'il contient du texte qui se replie dans un cadre (flowRoot)',
  'it holds text that wraps in a frame (flowRoot)',
)

export const unknownColor = (token: string): Finding =>
  make('artwork-color')(
    `la couleur « ${token.slice(0, 60)} » n’est pas comprise`,
    `the colour “${token.slice(0, 60)}” is not understood`,
    text('écrivez-la en #rrvvbb, rgb(), hsl() ou device-cmyk()', 'write it as #rrggbb, rgb(), hsl() or device-cmyk()'),
  )

export const unresolved = (id: string): Finding =>
  unsupported(
    `il renvoie à « #${id.slice(0, 60)} », qui n’existe pas dans le fichier`,
    `it refers to “#${id.slice(0, 60)}”, which is not in the file`,
    text('exportez le dessin entier, et non une partie', 'export the whole drawing, not a part of it'),
  )

export const endlessChain = unsafe(
  'un dégradé ou un motif s’y réfère à lui-même, ou à plus de cinquante autres à la suite',
  'a gradient or a pattern refers to itself, or to over fifty others in a row',
)

export const badLength = (name: string, written: string): Finding =>
  unsupported(
    `longueur « ${written.slice(0, 40)} » incomprise (${name})`,
    `length “${written.slice(0, 40)}” not understood (${name})`,
    text('écrivez un nombre, avec px, mm, pt ou % s’il le faut', 'write a number, with px, mm, pt or % if need be'),
  )

export const badViewBox = (written: string): Finding =>
  make('artwork-unreadable')(
    `la viewBox « ${written.slice(0, 60)} » n’est pas un cadre`,
    `the viewBox “${written.slice(0, 60)}” is not a frame`,
    text(
      'écrivez quatre nombres : gauche, haut, largeur et hauteur, ces deux dernières plus grandes que zéro',
      'write four numbers: left, top, width and height, the last two above zero',
    ),
  )

const nothingSeen = (fr: string, en: string): Finding =>
  make('artwork-unreadable')(
    fr,
    en,
    text(
      'ouvrez-le dans un navigateur pour voir ce qu’il montre, puis exportez de nouveau le dessin entier, à sa taille',
      'open it in a browser to see what it shows, then export the whole drawing again, at its size',
    ),
  )

export const emptyDrawing = nothingSeen('le dessin est vide', 'the drawing is empty')

export const noSize = nothingSeen('le dessin est vide ou sans dimensions', 'the drawing is empty or has no size')

export const speck = nothingSeen(
  'ce qu’il dessine tient dans un millième de son cadre : on n’en verrait rien',
  'what it draws fits in a thousandth of its frame: nothing of it would be seen',
)

export const background = (written: string): Finding =>
  unsupported(
    `son fond est une couleur de page (background : ${written.slice(0, 40)}), qui n’est pas un dessin`,
    `its ground is a page colour (background: ${written.slice(0, 40)}), which is no drawing`,
    text('dessinez ce fond comme un rectangle, ou retirez-le', 'draw this ground as a rectangle, or take it away'),
  )

export const disproportionate = unsafe('ses nombres sont démesurés', 'its numbers are out of all proportion')

export const tooMuch = unsafe(
  'il se déploie en plus de 50 000 éléments ou s’appelle lui-même',
  'it expands to over 50,000 elements or calls itself',
)
