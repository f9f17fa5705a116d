// « Export it again »: to the standard that was asked for, and no other.
import { type Text, text } from '../../model/diagnostic.ts'
import { type Standard, standards } from '../../model/standard.ts'

/** @param more what follows the name of the standard, its space or punctuation included */
export const exportAs = (asked: Standard, more: Text = text('', '')): Text => {
  const { title } = standards[asked]
  return text(`Réexportez le document en ${title}${more.fr}.`, `Export the document again as ${title}${more.en}.`)
}
