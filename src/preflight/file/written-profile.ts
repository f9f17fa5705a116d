// The profile as written is the printer’s, byte for byte.
import { text } from '../../model/diagnostic.ts'
import { pdfxIntent } from './pdfx-intent.ts'
import type { WrittenCheck } from './written-check.ts'

export const writtenProfile = {
  severity: 'error',
  locked: true,
  title: text('le profil incorporé est celui de l’imprimeur', 'the embedded profile is the printer’s'),
  why: text(
    'Un autre profil, et toutes les couleurs contrôlées sont fausses.',
    'Another profile, and every colour that was checked is wrong.',
  ),
  fix: text(
    'C’est un défaut de Signakit, pas de vos données : signalez-le avec le fichier du kit.',
    'This is a defect of Signakit, not of your data: report it with the kit file.',
  ),
  *compare(pdf, expected) {
    const intent = pdfxIntent(pdf)
    const hash = intent?.profile?.sha256
    if (hash !== undefined && hash !== expected.profileSha256)
      yield {
        object: intent?.profileObject ?? 0,
        message: text('profil de sortie autre que celui de l’imprimeur', 'output profile other than the printer’s'),
      }
  },
} as const satisfies WrittenCheck
