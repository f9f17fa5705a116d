// What to tell the person whose file is of a kind we do not draw: what it is, and how to turn it into one we do.
import { type Text, text } from '../model/diagnostic.ts'
import type { Kind } from './kind.ts'
import type { Finding } from './source.ts'

type Foreign = Exclude<Kind, 'svg' | 'gzip' | 'jpeg' | 'png' | 'webp'>

type Advice = { readonly is: Text; readonly remedy: Text }

const ILLUSTRATOR = text(
  'dans Illustrator : Fichier › Exporter › Exporter sous… › SVG, textes vectorisés',
  'in Illustrator: File › Export › Export As… › SVG, with text as outlines',
)
const VECTOR = text(
  'dans Illustrator : Fichier › Exporter › Exporter sous… › SVG ; ou dans Inkscape : Fichier › Enregistrer sous… › SVG simple ; textes vectorisés',
  'in Illustrator: File › Export › Export As… › SVG; or in Inkscape: File › Save As… › Plain SVG; with text as outlines',
)
const COREL = text(
  'dans CorelDRAW : Fichier › Exporter… › SVG, textes exportés en courbes',
  'in CorelDRAW: File › Export… › SVG, with text as curves',
)
const METAFILE = text(
  'dans Inkscape : Fichier › Ouvrir, puis Fichier › Enregistrer sous… › SVG simple',
  'in Inkscape: File › Open, then File › Save As… › Plain SVG',
)
const PICTURE = text(
  'ouvrez l’image dans un logiciel d’images et enregistrez-la en JPEG (photo) ou en PNG (logo)',
  'open the picture in a picture editor and save it as JPEG (photo) or PNG (logo)',
)
const LARGEST = text(
  'demandez le logo d’origine en SVG : une icône est trop petite pour l’impression ; à défaut, enregistrez sa plus grande image en PNG',
  'ask for the original logo as SVG: an icon is too small to print; failing that, save its largest picture as PNG',
)
const PHOTOSHOP = text(
  'dans Photoshop : Fichier › Exporter › Exporter sous… › PNG (logo) ou JPEG (photo)',
  'in Photoshop: File › Export › Export As… › PNG (logo) or JPEG (photo)',
)
const OFFICE = text(
  'clic droit sur l’image, « Enregistrer en tant qu’image… », en SVG ou en PNG ; mieux : demandez le fichier d’origine du logo',
  'right-click the picture, “Save as Picture…”, as SVG or PNG; better: ask for the original file of the logo',
)
const LIBREOFFICE = text(
  'sélectionnez l’image, puis Fichier › Exporter… › SVG ; mieux : demandez le fichier d’origine du logo',
  'select the picture, then File › Export… › SVG; better: ask for the original file of the logo',
)

const ADVICE: Readonly<Record<Foreign, Advice>> = {
  pdf: { is: text('un PDF', 'a PDF file'), remedy: VECTOR },
  illustrator: { is: text('un fichier Illustrator (AI)', 'an Illustrator file (AI)'), remedy: ILLUSTRATOR },
  eps: { is: text('un EPS', 'an EPS file'), remedy: VECTOR },
  corel: { is: text('un fichier CorelDRAW (CDR)', 'a CorelDRAW file (CDR)'), remedy: COREL },
  metafile: { is: text('un métafichier Windows (WMF ou EMF)', 'a Windows metafile (WMF or EMF)'), remedy: METAFILE },
  tiff: { is: text('un TIFF', 'a TIFF file'), remedy: PICTURE },
  heic: {
    is: text('une photo HEIC d’iPhone', 'an iPhone HEIC photo'),
    remedy: text(
      'sur l’iPhone : Réglages › Appareil photo › Formats › Le plus compatible ; ou enregistrez-la en JPEG',
      'on the iPhone: Settings › Camera › Formats › Most Compatible; or save it as JPEG',
    ),
  },
  avif: { is: text('une image AVIF', 'an AVIF picture'), remedy: PICTURE },
  gif: { is: text('un GIF', 'a GIF file'), remedy: PICTURE },
  bmp: { is: text('un BMP', 'a BMP file'), remedy: PICTURE },
  ico: { is: text('une icône Windows (ICO)', 'a Windows icon (ICO)'), remedy: LARGEST },
  psd: { is: text('un fichier Photoshop (PSD)', 'a Photoshop file (PSD)'), remedy: PHOTOSHOP },
  word: { is: text('un document Word (DOCX)', 'a Word document (DOCX)'), remedy: OFFICE },
  powerpoint: { is: text('une présentation PowerPoint (PPTX)', 'a PowerPoint presentation (PPTX)'), remedy: OFFICE },
  excel: { is: text('un classeur Excel (XLSX)', 'an Excel workbook (XLSX)'), remedy: OFFICE },
  libreoffice: { is: text('un document LibreOffice', 'a LibreOffice document'), remedy: LIBREOFFICE },
  office: {
    is: text('un document bureautique d’un ancien format', 'an office document of an old format'),
    remedy: OFFICE,
  },
  zip: {
    is: text('une archive ZIP', 'a ZIP archive'),
    remedy: text('décompressez-la et donnez le logo qu’elle contient', 'unpack it and give the logo that it holds'),
  },
  html: {
    is: text('une page web', 'a web page'),
    remedy: text(
      'le lien donnait sans doute une page : téléchargez l’image elle-même',
      'the link probably gave a page: download the picture itself',
    ),
  },
  empty: {
    is: text('un fichier vide', 'an empty file'),
    remedy: text('refaites la copie ou le téléchargement', 'copy or download it again'),
  },
  unknown: {
    is: text('ni une image ni un SVG que l’on reconnaisse', 'neither a picture nor an SVG that we know'),
    remedy: text('donnez un SVG, un PNG, un JPEG ou un WebP', 'give an SVG, PNG, JPEG or WebP'),
  },
}

export function foreignFormat(kind: Foreign): Finding {
  const { is, remedy } = ADVICE[kind]
  return {
    rule: kind === 'empty' ? 'artwork-unreadable' : 'artwork-format',
    message:
      kind === 'unknown' ? text(`ce n’est ${is.fr}`, `this is ${is.en}`) : text(`c’est ${is.fr}`, `this is ${is.en}`),
    hint: remedy,
  }
}

export const vectorPhoto: Finding = {
  rule: 'artwork-format',
  message: text('c’est un dessin SVG, il faut une photo', 'this is an SVG drawing, a photo is needed'),
  hint: text('donnez la photo en JPEG, PNG ou WebP', 'give the photo as JPEG, PNG or WebP'),
}
