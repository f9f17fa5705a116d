// The sentences for what an SVG draws and we do not, and for what has no place in a drawing.
import { type Text, text } from '../../model/diagnostic.ts'
import type { ArtworkRule } from '../rules.ts'
import type { Finding } from '../source.ts'

const EXPAND = text(
  'dans Illustrator : Objet › Décomposer ; dans Inkscape : Chemin › Objet en chemin ; puis exportez de nouveau',
  'in Illustrator: Object › Expand; in Inkscape: Path › Object to Path; then export again',
)

const make =
  (rule: ArtworkRule) =>
  (fr: string, en: string, hint: Text = EXPAND): Finding => ({ rule, message: text(fr, en), hint })

export const unsupported = make('artwork-unsupported')

const PLAIN = text(
  'exportez le dessin en SVG simple, images incorporées, sans script ni animation',
  'export the drawing as plain SVG, pictures embedded, without script or animation',
)

export const unsafe = (fr: string, en: string): Finding => make('artwork-unsafe')(fr, en, PLAIN)

export const flowedText = unsupported(
  'il contient du texte qui se replie dans un cadre (flowRoot)',
  'it holds text that wraps in a frame (flowRoot)',
  text(
    'vectorisez les textes (Illustrator : Texte › Vectoriser ; Inkscape : Chemin › Objet en chemin), puis exportez de nouveau',
    'turn the text into outlines (Illustrator: Type › Create Outlines; Inkscape: Path › Object to Path), then export again',
  ),
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

export const tooMuch = unsafe(
  'il se déploie en plus de 50 000 éléments ou s’appelle lui-même',
  'it expands to over 50,000 elements or calls itself',
)
