// Files of other kinds, told by their content and refused with the way to turn them into one we draw; SVGZ is read.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { kindOf } from '../../src/artwork/kind.ts'
import { loadArtwork } from '../../src/artwork/load.ts'
import { readPhoto } from '../../src/artwork/photo.ts'
import { openProfile } from '../../src/color/profile.ts'
import type { Profile } from '../../src/model/assets.ts'

let profile: Profile
beforeAll(async () => {
  profile = await openProfile(
    'test',
    readFileSync(new URL('../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url)),
  )
})

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#906050"/></svg>',
)

/** Bytes written as Latin-1, then zeros. */
const file = (start: string): Buffer => Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(64)])

const zip = (...names: readonly string[]): Buffer =>
  file(names.map(name => `PK\x03\x04\x14\0\0\0\0\0${name}`).join('…contents…'))

const plain = (text = ''): string => text.replace(/[\u00a0\u202f]/g, ' ')

async function sentence(bytes: Uint8Array): Promise<string> {
  const { value, diagnostics } = await loadArtwork(bytes, { name: 'logo' }, profile)
  expect(value).toBeUndefined()
  expect(diagnostics).toHaveLength(1)
  const [found] = diagnostics
  return `${plain(found?.message.fr).replace('logo : ', '')} → ${plain(found?.hint?.fr)}`
}

const ILLUSTRATOR = 'dans Illustrator : Fichier › Exporter › Exporter sous… › SVG, textes vectorisés'
const VECTOR =
  'dans Illustrator : Fichier › Exporter › Exporter sous… › SVG ; ou dans Inkscape : Fichier › Enregistrer sous… › SVG simple ; textes vectorisés'
const COREL = 'dans CorelDRAW : Fichier › Exporter… › SVG, textes exportés en courbes'
const METAFILE = 'dans Inkscape : Fichier › Ouvrir, puis Fichier › Enregistrer sous… › SVG simple'
const PICTURE = 'ouvrez l’image dans un logiciel d’images et enregistrez-la en JPEG (photo) ou en PNG (logo)'
const OFFICE =
  'clic droit sur l’image, « Enregistrer en tant qu’image… », en SVG ou en PNG ; mieux : demandez le fichier d’origine du logo'

const emf = (): Buffer => {
  const bytes = Buffer.alloc(108)
  bytes[0] = 1
  bytes.write(' EMF', 40, 'latin1')
  return bytes
}

const foreign: readonly (readonly [name: string, bytes: Buffer, sentence: string])[] = [
  ['PDF', file('%PDF-1.7\n1 0 obj'), `c’est un PDF → ${VECTOR}`],
  ['PDF after a mail header', file(`${'x'.repeat(300)}\n%PDF-1.4`), `c’est un PDF → ${VECTOR}`],
  ['AI', file('%PDF-1.6\n/AIPrivateData1 9 0 R'), `c’est un fichier Illustrator (AI) → ${ILLUSTRATOR}`],
  [
    'AI of before PDF',
    file('%!PS-Adobe-3.0\r%%Creator: Adobe Illustrator(R) 8.0'),
    `c’est un fichier Illustrator (AI) → ${ILLUSTRATOR}`,
  ],
  ['EPS', file('%!PS-Adobe-3.0 EPSF-3.0\n'), `c’est un EPS → ${VECTOR}`],
  ['EPS with a preview', file('\xc5\xd0\xd3\xc6\x1e'), `c’est un EPS → ${VECTOR}`],
  ['CDR', file('RIFF\x10\0\0\0CDR9vrsn'), `c’est un fichier CorelDRAW (CDR) → ${COREL}`],
  [
    'CDR of today',
    zip('mimetypeapplication/x-vnd.corel.draw.document+zip'),
    `c’est un fichier CorelDRAW (CDR) → ${COREL}`,
  ],
  ['WMF', file('\xd7\xcd\xc6\x9a\0\0'), `c’est un métafichier Windows (WMF ou EMF) → ${METAFILE}`],
  ['WMF without a frame', file('\x01\0\x09\0\0\x03'), `c’est un métafichier Windows (WMF ou EMF) → ${METAFILE}`],
  ['EMF', emf(), `c’est un métafichier Windows (WMF ou EMF) → ${METAFILE}`],
  [
    'HEIC',
    file('\0\0\0\x18ftypmif1\0\0\0\0heic'),
    'c’est une photo HEIC d’iPhone → sur l’iPhone : Réglages › Appareil photo › Formats › Le plus compatible ; ou enregistrez-la en JPEG',
  ],
  ['AVIF', file('\0\0\0\x1cftypavif\0\0\0\0mif1'), `c’est une image AVIF → ${PICTURE}`],
  ['AVIF under a common brand', file('\0\0\0\x1cftypmif1\0\0\0\0mif1avif'), `c’est une image AVIF → ${PICTURE}`],
  ['TIFF', file('MM\0*'), `c’est un TIFF → ${PICTURE}`],
  ['large TIFF', file('II+\0'), `c’est un TIFF → ${PICTURE}`],
  [
    'PSD',
    file('8BPS\0\x01'),
    'c’est un fichier Photoshop (PSD) → dans Photoshop : Fichier › Exporter › Exporter sous… › PNG (logo) ou JPEG (photo)',
  ],
  ['DOCX', zip('[Content_Types].xml', 'word/document.xml'), `c’est un document Word (DOCX) → ${OFFICE}`],
  ['PPTX', zip('[Content_Types].xml', 'ppt/presentation.xml'), `c’est une présentation PowerPoint (PPTX) → ${OFFICE}`],
  ['XLSX', zip('[Content_Types].xml', 'xl/workbook.xml'), `c’est un classeur Excel (XLSX) → ${OFFICE}`],
  ['DOC', file('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), `c’est un document bureautique d’un ancien format → ${OFFICE}`],
  [
    'ODG',
    zip('mimetypeapplication/vnd.oasis.opendocument.graphics'),
    'c’est un document LibreOffice → sélectionnez l’image, puis Fichier › Exporter… › SVG ; mieux : demandez le fichier d’origine du logo',
  ],
  ['ZIP', zip('logo.svg'), 'c’est une archive ZIP → décompressez-la et donnez le logo qu’elle contient'],
  ['BMP', file('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0'), `c’est un BMP → ${PICTURE}`],
  ['GIF', file('GIF89a'), `c’est un GIF → ${PICTURE}`],
  [
    'ICO',
    file('\0\0\x01\0\x01\0'),
    'c’est une icône Windows (ICO) → demandez le logo d’origine en SVG : une icône est trop petite pour l’impression ; à défaut, enregistrez sa plus grande image en PNG',
  ],
  [
    'a web page that shows a drawing',
    file('<!doctype html><html><body><svg viewBox="0 0 9 9"></svg>'),
    'c’est une page web → le lien donnait sans doute une page : téléchargez l’image elle-même',
  ],
  [
    'a letter that begins as a bitmap',
    file('BMW nous a écrit : merci de trouver le logo ci-joint.'),
    'ce n’est ni une image ni un SVG que l’on reconnaisse → donnez un SVG, un PNG, un JPEG ou un WebP',
  ],
]

describe('a file of another kind is named, with the way to convert it', () => {
  it.each(foreign)('%s', async (_, bytes, expected) => {
    expect(await sentence(bytes)).toBe(expected)
  })

  it('whatever a drawing says in its first lines, it is a drawing', () => {
    const speaks = Buffer.from(`<?xml version="1.0"?><!-- made from %PDF-1.4, 8BPS, GIF89a -->${SVG.toString()}`)
    expect(kindOf(speaks)).toBe('svg')
    expect(kindOf(Buffer.from(`\ufeff\n${SVG.toString()}`))).toBe('svg')
  })
})

describe('SVGZ', () => {
  it('is the drawing that it holds', async () => {
    const { value, diagnostics } = await loadArtwork(gzipSync(SVG), { name: 'logo.svgz' }, profile)
    expect(diagnostics).toEqual([])
    expect(value).toEqual((await loadArtwork(SVG, { name: 'logo.svg' }, profile)).value)
  })

  it('holds what drawings may hold, and no more', async () => {
    const script = Buffer.from(SVG.toString().replace('</svg>', '<script/></svg>'))
    expect(await sentence(gzipSync(script))).toContain('il contient un script ou une animation (script)')
  })

  it.each([
    [
      'cut short',
      () => gzipSync(SVG).subarray(0, -12),
      'le fichier compressé (SVGZ) est abîmé ou coupé → refaites la copie ou le téléchargement, ou exportez-le en SVG sans compression',
    ],
    [
      'that swells without end',
      () => gzipSync(Buffer.concat([SVG, Buffer.alloc(200_000_000, ' ')])),
      'décompressé, il dépasse 10 Mo → exportez le dessin en SVG simple, images réduites à leur taille utile',
    ],
    [
      'that holds another kind',
      () => gzipSync(Buffer.from('bonjour')),
      'c’est une archive gzip qui ne contient pas un dessin SVG → décompressez-la (7-Zip) et donnez l’image elle-même',
    ],
    [
      'within another',
      () => gzipSync(gzipSync(SVG)),
      'c’est une archive gzip qui ne contient pas un dessin SVG → décompressez-la (7-Zip) et donnez l’image elle-même',
    ],
  ])('%s is refused', async (_, make, expected) => {
    expect(await sentence(make())).toBe(expected)
  })

  it('is no photo', async () => {
    const { value, diagnostics } = await readPhoto(gzipSync(SVG), { name: 'photo' })
    expect(value).toBeUndefined()
    expect(plain(diagnostics[0]?.message.fr)).toBe('photo : c’est un dessin SVG, il faut une photo')
  })
})
