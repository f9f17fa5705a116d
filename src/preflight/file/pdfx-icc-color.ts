// Profiles of ICC-based colours.
import { type Text, text } from '../../model/diagnostic.ts'
import { CHANNELS } from '../../pdf-reader/icc-profile.ts'
import type { FileCheck } from './file-check.ts'
import { type IccSpace, iccUses } from './icc-uses.ts'

export const pdfxIccColor = {
  severity: 'error',
  title: text('les couleurs à profil ont un profil sain', 'colours with a profile have a sound one'),
  why: text(
    'Un profil d’une autre classe ou d’un autre nombre de canaux donne des couleurs fausses.',
    'A profile of another class or number of channels gives wrong colours.',
  ),
  fix: text(
    'Réenregistrez l’image avec un profil ICC usuel, ou convertissez-la.',
    'Save the picture again with a usual ICC profile, or convert it.',
  ),
  source: 'ISO 15930-7:2010 6.4; ISO 32000-1 8.6.5.5',
  *find(pdf) {
    for (const { page, space } of iccUses(pdf)) {
      const mistake = mistakeOf(space)
      if (mistake) yield { page, object: space.object, message: mistake }
    }
  },
} as const satisfies FileCheck

function mistakeOf({ profile, channels }: IccSpace): Text | undefined {
  if (!profile) return text('espace ICC sans profil', 'ICC space without a profile')
  if (profile.damage !== undefined)
    return text(`profil ICC abîmé (${profile.damage})`, `ICC profile damaged (${profile.damage})`)
  if (CHANNELS[profile.space] !== channels)
    return text(`/N ${channels} pour un profil ${profile.space}`, `/N ${channels} for a ${profile.space} profile`)
  if (!['prtr', 'mntr', 'scnr', 'spac'].includes(profile.deviceClass))
    return text(`profil de classe ${profile.deviceClass}`, `profile of class ${profile.deviceClass}`)
  return profile.version === 2 || profile.version === 4
    ? undefined
    : text(`profil ICC de version ${profile.version}`, `ICC profile of version ${profile.version}`)
}
