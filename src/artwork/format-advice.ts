// What to tell the person whose file is of a kind we do not draw: what it is, and how to turn it into one we do.
import { type Text, text } from '../model/diagnostic.ts'
import type { Kind } from './kind.ts'
import type { Finding } from './source.ts'

type Foreign = Exclude<Kind, 'svg' | 'jpeg' | 'png' | 'webp'>

const NAMES: Readonly<Record<Foreign, Text>> = {
  svgz: text('un fichier compressé (SVGZ)', 'a compressed file (SVGZ)'),
  pdf: text('un PDF ou un fichier Illustrator', 'a PDF or Illustrator file'),
  eps: text('un EPS', 'an EPS file'),
  tiff: text('un TIFF', 'a TIFF file'),
  heic: text('une photo HEIC d’iPhone', 'an iPhone HEIC photo'),
  avif: text('une image AVIF', 'an AVIF picture'),
  gif: text('un GIF', 'a GIF file'),
  bmp: text('un BMP', 'a BMP file'),
  psd: text('un fichier Photoshop', 'a Photoshop file'),
  office: text('un document bureautique ou une archive', 'an office document or an archive'),
  html: text('une page web', 'a web page'),
  empty: text('un fichier vide', 'an empty file'),
  unknown: text('ni une image ni un SVG que l’on reconnaisse', 'neither a picture nor an SVG that we know'),
}

const VECTOR = text(
  'ouvrez-le dans Illustrator ou Inkscape et exportez-le en SVG, textes vectorisés',
  'open it in Illustrator or Inkscape and export it as SVG, with text as outlines',
)
const PICTURE = text(
  'ouvrez-la dans un logiciel d’images et enregistrez-la en JPEG (photo) ou en PNG (logo)',
  'open it in a picture editor and save it as JPEG (photo) or PNG (logo)',
)

const HINTS: Readonly<Record<Foreign, Text>> = {
  svgz: text('décompressez-le (7-Zip, gunzip) : c’est un SVG', 'decompress it (7-Zip, gunzip): it is an SVG'),
  pdf: VECTOR,
  eps: VECTOR,
  tiff: PICTURE,
  heic: text(
    'sur l’iPhone : Réglages › Appareil photo › Formats › Le plus compatible ; ou enregistrez-la en JPEG',
    'on the iPhone: Settings › Camera › Formats › Most Compatible; or save it as JPEG',
  ),
  avif: PICTURE,
  gif: PICTURE,
  bmp: PICTURE,
  psd: PICTURE,
  office: text('enregistrez l’image elle-même, en SVG, PNG ou JPEG', 'save the picture itself, as SVG, PNG or JPEG'),
  html: text(
    'le lien donnait sans doute une page : téléchargez l’image elle-même',
    'the link probably gave a page: download the picture itself',
  ),
  empty: text('refaites la copie ou le téléchargement', 'copy or download it again'),
  unknown: text('donnez un SVG, un PNG, un JPEG ou un WebP', 'give an SVG, PNG, JPEG or WebP'),
}

export const foreignFormat = (kind: Foreign): Finding => ({
  rule: kind === 'empty' ? 'artwork-unreadable' : 'artwork-format',
  message: text(`c’est ${NAMES[kind].fr}`, `this is ${NAMES[kind].en}`),
  hint: HINTS[kind],
})

export const vectorPhoto: Finding = {
  rule: 'artwork-format',
  message: text('c’est un dessin SVG, il faut une photo', 'this is an SVG drawing, a photo is needed'),
  hint: text('donnez la photo en JPEG, PNG ou WebP', 'give the photo as JPEG, PNG or WebP'),
}
