// SVGZ: a drawing in gzip, inflated up to what a drawing may weigh.
import { gunzipSync } from 'node:zlib'
import { text } from '../model/diagnostic.ts'
import { kindOf } from './kind.ts'
import type { Finding, Found } from './source.ts'
import { found, refused } from './source.ts'

/** The reader of drawings takes no more; one byte over lets it say so itself. */
export const MAX_INFLATED = 10_000_001

const BROKEN: Finding = {
  rule: 'artwork-unreadable',
  message: text('le fichier compressé (SVGZ) est abîmé ou coupé', 'the compressed file (SVGZ) is damaged or cut short'),
  hint: text(
    'refaites la copie ou le téléchargement, ou exportez-le en SVG sans compression',
    'copy or download it again, or export it as SVG without compression',
  ),
}

const TOO_LARGE: Finding = {
  rule: 'artwork-unsafe',
  message: text('décompressé, il dépasse 10 Mo', 'inflated, it is over 10 MB'),
  hint: text(
    'exportez le dessin en SVG simple, images réduites à leur taille utile',
    'export the drawing as plain SVG, its pictures reduced to the size they need',
  ),
}

const NOT_A_DRAWING: Finding = {
  rule: 'artwork-format',
  message: text(
    'c’est une archive gzip qui ne contient pas un dessin SVG',
    'this is a gzip archive that holds no SVG drawing',
  ),
  hint: text('décompressez-la (7-Zip) et donnez l’image elle-même', 'unpack it (7-Zip) and give the picture itself'),
}

/** The SVG inside, its bytes unread. */
export function inflateSvg(bytes: Uint8Array): Found<Uint8Array> {
  try {
    const inflated = gunzipSync(bytes, { maxOutputLength: MAX_INFLATED })
    return kindOf(inflated) === 'svg' ? found(inflated) : refused(NOT_A_DRAWING)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return refused('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : BROKEN)
  }
}
