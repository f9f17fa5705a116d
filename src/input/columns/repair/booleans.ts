// A text that a spreadsheet took for true or false: whoever types « Faux », a town, in a French one gets the value FAUX.
import { text } from '../../../model/diagnostic.ts'
import type { Step } from './step.ts'

/** As spreadsheets and their exports write it; « Faux » is a text. */
const BOOLEAN = /^(?:vrai|faux|true|false|VRAI|FAUX|TRUE|FALSE)$/

/** What is printed as it is typed, and is never a yes or a no. */
const TEXTS: ReadonlySet<string> = new Set(
  ['nom', 'nom-court', 'lieu', 'gestionnaire', 'horaires', 'adresse.voie', 'adresse.commune'].map(
    key => `structure.${key}`,
  ),
)

/** Whether a cell holds a true or a false where a text belongs. */
export const isStrayBoolean = (value: string, path: string): boolean => TEXTS.has(path) && BOOLEAN.test(value.trim())

/** Four towns are called Faux, none Vrai. */
export const booleans: Step = (value, path) =>
  path === 'structure.adresse.commune' && isStrayBoolean(value, path) && /^(?:faux|false)$/i.test(value.trim())
    ? {
        after: 'Faux',
        rule: 'boolean-in-text',
        why: text('commune prise pour un oui ou non par le tableur', 'a town that the spreadsheet took for a false'),
      }
    : undefined
