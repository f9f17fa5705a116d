// Device colours that the printing condition does not know.
import { type Text, text } from '../../model/diagnostic.ts'
import { type ColorSpace, spacesWithin } from '../../pdf-reader/color-space.ts'
import type { PdfPage } from '../../pdf-reader/read-pdf.ts'
import type { FileCheck } from './file-check.ts'
import { intentSpace } from './pdfx-intent.ts'

export const pdfxDeviceColor = {
  severity: 'error',
  title: text(
    'les couleurs sont dans les encres de l’impression, jamais en RVB',
    'colours are in the inks of the printing condition, never RGB',
  ),
  why: text(
    'Un RVB sans profil est converti au hasard du RIP : le bleu de la charte devient un violet.',
    'RGB without a profile is converted as the RIP pleases: the brand’s blue turns purple.',
  ),
  fix: text(
    'Convertissez en CMJN avec le profil de sortie avant d’exporter.',
    'Convert to CMYK with the output profile before exporting.',
  ),
  source: 'ISO 15930-7:2010 6.4; GWG 2022 R0027',
  *find(pdf) {
    const intent = intentSpace(pdf)
    for (const page of pdf.pages) {
      for (const { space, object, what } of usedSpaces(page)) {
        for (const inner of spacesWithin(space)) {
          if (!isForeign(inner, intent)) continue
          yield { page: page.number, object, message: text(`${inner.family}${what.fr}`, `${inner.family}${what.en}`) }
        }
      }
    }
  },
} as const satisfies FileCheck

type SpaceIn = { readonly space: ColorSpace; readonly object: number; readonly what: Text }

function* usedSpaces(page: PdfPage): Generator<SpaceIn> {
  for (const { value, object } of page.spaces) yield { space: value, object, what: text('', '') }
  const group = text(' pour un groupe de transparence', ' for a transparency group')
  for (const { space, object } of page.groups) if (space) yield { space, object, what: group }
}

/** Device gray is black ink, and at home where black is. */
function isForeign(space: ColorSpace, intent: string): boolean {
  switch (space.family) {
    case 'DeviceGray':
      return !space.defaulted && intent !== 'CMYK' && intent !== 'GRAY'
    case 'DeviceRGB':
      return !space.defaulted && intent !== 'RGB'
    case 'DeviceCMYK':
      return !space.defaulted && intent !== 'CMYK'
    default:
      return false
  }
}
