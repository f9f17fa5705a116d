// What is said of an embedded profile that cannot be used, and how the picture's numbers are read instead.
import type { PictureSpace } from '../color/source-profile.ts'
import { type Text, text } from '../model/diagnostic.ts'
import type { Finding } from './source.ts'

const INSTEAD: Readonly<Record<PictureSpace, Text>> = {
  rgb: text('l’image est lue en sRVB', 'the picture is read as sRGB'),
  gray: text('ses gris sont lus comme ceux du sRVB', 'its grays are read as those of sRGB'),
  cmyk: text('ses encres sont gardées telles quelles', 'its inks are kept as they are'),
}

export const unusableProfile = (space: PictureSpace): Finding => ({
  rule: 'image-profile',
  message: text(
    `son profil de couleur est inutilisable, ${INSTEAD[space].fr}`,
    `its colour profile cannot be used, ${INSTEAD[space].en}`,
  ),
})
