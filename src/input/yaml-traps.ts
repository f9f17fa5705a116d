// Texts that YAML accepts and reads otherwise than people mean: the words after a hash sign.
import type { Scalar } from 'yaml'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'
import { type Lines, placeAt } from './lines.ts'

/** `Crèche #1`, `#0064AF`: one space, then a sign that touches a word. A comment has a space after it, or more before. */
const GLUED_HASH = /^[ ]?#[\p{L}\p{N}][^\n\r]*/u

/** The words that a hash sign takes away from an unquoted value. */
export function textAfterHash(lines: Lines, { type, range }: Scalar): Diagnostic | undefined {
  if (!range || (type !== undefined && type !== 'PLAIN')) return undefined
  const end = lines.text.indexOf('\n', range[1])
  const rest = lines.text.slice(range[1], end < 0 ? undefined : end)
  const [found] = GLUED_HASH.exec(rest) ?? []
  if (found === undefined) return undefined
  const lost = found.trim()
  return diagnose(
    'text-after-hash',
    placeAt(lines, range[1] + found.length - lost.length, range[1] + found.length),
    text(`« ${lost} » est lu comme un commentaire`, `“${lost}” is read as a comment`),
    {
      hint: text(
        'mettez la valeur entre guillemets ; pour un commentaire, laissez un espace après `#`',
        'put the value in quotes; for a comment, leave a space after `#`',
      ),
    },
  )
}
