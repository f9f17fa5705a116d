// Content that is well formed.
import { type Text, text } from '../../model/diagnostic.ts'
import type { ContentProblem } from '../../pdf-reader/painted.ts'
import type { FileCheck } from './file-check.ts'

export const pdfOperators = {
  severity: 'error',
  locked: true,
  title: text('le contenu des pages est bien formé', 'page content is well formed'),
  why: text(
    'Un opérateur inconnu ou un état mal refermé fait arrêter un RIP au milieu de la page.',
    'An unknown operator or a state left open stops a RIP in the middle of a page.',
  ),
  fix: text('Le fichier est abîmé : réexportez-le.', 'The file is damaged: export it again.'),
  source: 'ISO 15930-7:2010 6.1; ISO 32000-1 8.4.2',
  *find(pdf) {
    for (const page of pdf.pages) {
      for (const { code, object, detail = '' } of page.problems) {
        const message = MESSAGES[code](detail)
        if (message) yield { page: page.number, object, message }
      }
    }
  },
} as const satisfies FileCheck

const others = (): undefined => undefined

const MESSAGES: Readonly<Record<ContentProblem['code'], (detail: string) => Text | undefined>> = {
  'unknown-operator': detail => text(`opérateur inconnu « ${detail} »`, `unknown operator “${detail}”`),
  operands: detail =>
    text(`opérandes de « ${detail} » absents ou en trop`, `operands of “${detail}” missing or in excess`),
  'unbalanced-state': detail => text(`q et Q ne s’équilibrent pas (${detail})`, `q and Q do not balance (${detail})`),
  'unbalanced-marks': () => text('BDC et EMC ne s’équilibrent pas', 'BDC and EMC do not balance'),
  'unbalanced-text': detail =>
    text(`BT et ET ne s’équilibrent pas (${detail})`, `BT and ET do not balance (${detail})`),
  recursion: () => text('un objet se dessine lui-même', 'an object draws itself'),
  'illegal-number': others,
  compatibility: others,
  postscript: others,
  'missing-resource': others,
}
