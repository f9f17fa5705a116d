// The languages of a sign: what the law of 4 August 1994 asks of translations, and what can be printed today.
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import { diagnostic } from './finding.ts'

/** Regional languages are outside articles 3 and 4 (art. 21): BCP 47 codes of those spoken on French ground. */
const REGIONAL = [
  'br',
  'ca',
  'co',
  'eu',
  'frp',
  'fsl',
  'gallo',
  'gcf',
  'gcr',
  'gsw',
  'nds',
  'oc',
  'pcd',
  'rcf',
  'swb',
  'buc',
  'vls',
  'wa',
  'ty',
]

const base = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

export function checkLanguages(kit: Kit): readonly Diagnostic[] {
  const at = kit.spans['kit.langues']
  const others = [...new Set(kit.langues.map(base))].filter(language => language !== 'fr')
  const foreign = others.filter(language => !REGIONAL.includes(language))
  const diagnostics: Diagnostic[] = []
  if (foreign.length === 1) {
    const message = text(
      'une inscription traduite doit l’être dans au moins deux langues étrangères',
      'a translated sign must be translated into at least two foreign languages',
    )
    diagnostics.push(diagnostic('toubon-languages', at, message))
  }
  if (others.length > 0) {
    const message = text(
      `l’outil n’imprime encore que le français : ${others.join(', ')}`,
      `the tool only prints French yet: ${others.join(', ')}`,
    )
    const hint = text('écrivez `langues: [fr]`, ou retirez la ligne', 'write `langues: [fr]`, or remove the line')
    diagnostics.push(diagnostic('language-unsupported', at, message, { hint }))
  }
  return diagnostics
}
