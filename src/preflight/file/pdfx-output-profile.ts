// What kind of profile an output profile is.
import { type Text, text } from '../../model/diagnostic.ts'
import { CHANNELS, type IccProfile } from '../../pdf-reader/icc-profile.ts'
import type { FileCheck } from './file-check.ts'

export const pdfxOutputProfile = {
  severity: 'error',
  title: text('le profil de sortie est un vrai profil d’imprimante', 'the output profile is a real printer profile'),
  why: text(
    'Un profil d’écran, tronqué ou sans table vers l’encre ne peut pas décrire une impression.',
    'A screen profile, a cut one or one without a table towards ink cannot describe a print.',
  ),
  fix: text(
    'Choisissez un profil ICC de classe « prtr » en CMJN, version 2 ou 4.',
    'Choose an ICC profile of class “prtr” in CMYK, version 2 or 4.',
  ),
  source: 'ISO 15930-7:2010 6.4; ICC.1:2010 8.5',
  *find(pdf) {
    for (const { subtype, profile, profileObject, channels } of pdf.outputIntents) {
      if (!profile || subtype !== 'GTS_PDFX') continue
      for (const mistake of mistakesOf(profile, channels)) yield { object: profileObject ?? 0, message: mistake }
    }
    const objects = new Set(pdf.outputIntents.map(intent => intent.profile?.sha256).filter(hash => hash !== undefined))
    if (objects.size > 1)
      yield {
        message: text(
          'les conditions d’impression ont des profils différents',
          'output intents have different profiles',
        ),
      }
  },
} as const satisfies FileCheck

function* mistakesOf(profile: IccProfile, channels: number | undefined): Generator<Text> {
  const { damage, deviceClass, space, version, tags } = profile
  if (damage !== undefined) return yield text(`profil ICC abîmé (${damage})`, `ICC profile damaged (${damage})`)
  if (deviceClass !== 'prtr')
    yield text(
      `profil de classe « ${deviceClass} » au lieu de « prtr »`,
      `profile of class “${deviceClass}” instead of “prtr”`,
    )
  const expected = ['GRAY', 'RGB', 'CMYK'].includes(space) ? CHANNELS[space] : undefined
  if (expected === undefined) yield text(`profil dans l’espace « ${space} »`, `profile in space “${space}”`)
  else if (channels !== expected)
    yield text(
      `/N vaut ${channels ?? 'rien'} pour un profil ${space}`,
      `/N is ${channels ?? 'absent'} for a ${space} profile`,
    )
  if (version !== 2 && version !== 4)
    yield text(`profil ICC de version ${version}`, `ICC profile of version ${version}`)
  if (!tags.includes('B2A0')) yield text('profil sans table B2A', 'profile without a B2A table')
}
