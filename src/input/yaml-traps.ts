// Texts that YAML accepts and reads otherwise than people mean: words after a hash sign, letters after a backslash.
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
    text(`« ${lost} » est lu comme un commentaire`, `“${lost}” is read as a comment`),
    {
      hint: text(
        'mettez la valeur entre guillemets ; pour un commentaire, laissez un espace après `#`',
        'put the value in quotes; for a comment, leave a space after `#`',
      ),
    },
  )
}

/** In double quotes YAML gives a meaning to these, and to many more that people never mean: `\\L` is a line separator. */
const MEANT_ESCAPES = /\\(?:["\\/n]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n)/gy

/** A backslash that eats the letter after it, in a path of Windows for instance. */
export function backslash(lines: Lines, { type, range }: Scalar): Diagnostic | undefined {
  if (!range || type !== 'QUOTE_DOUBLE') return undefined
  for (let at = lines.text.indexOf('\\', range[0]); at >= 0 && at < range[1]; ) {
    MEANT_ESCAPES.lastIndex = at
    const meant = MEANT_ESCAPES.exec(lines.text)
    if (!meant) return diagnose('yaml-syntax', placeAt(lines, at, at + 2), BACKSLASH.message, { hint: BACKSLASH.hint })
    at = lines.text.indexOf('\\', at + meant[0].length)
  }
  return undefined
}

/** Spaces that look like one and are none for YAML, before a key or an item: they come with a copy from a web page. */
const ODD_INDENT = /^[ \t]*([\u00A0\u2000-\u200A\u202F\u3000])[\s\u00A0]*(?:-\s|[\p{L}_-][^\n:]*:(?:\s|$))/gmu

/** The first line that starts with such spaces, told once for all of them. */
export function oddIndent(lines: Lines): Diagnostic | undefined {
  const found = [...lines.text.matchAll(ODD_INDENT)]
  const [first] = found
  if (!first) return undefined
  const at = first.index + first[0].indexOf(first[1] ?? '')
  const others = found.length - 1
  return diagnose(
    'yaml-syntax',
    placeAt(lines, at, at + 1),
    text(
      `un espace insécable au début de la ligne${others === 0 ? '' : `, et de ${others} autre${others === 1 ? '' : 's'}`}`,
      `a no-break space at the start of the line${others === 0 ? '' : `, and of ${others} more`}`,
    ),
    {
      hint: text(
        'il vient d’un copier-coller ; remplacez-le par des espaces tapés au clavier',
        'it comes from a copy and paste; replace it with spaces from the keyboard',
      ),
    },
  )
}

export const BACKSLASH = {
  message: text(
    'une barre oblique inverse `\\` change la lettre qui la suit',
    'a backslash `\\` changes the letter after it',
  ),
  hint: text('écrivez `/`, ou entourez la valeur d’apostrophes', 'write `/`, or use single quotes'),
} as const

/** `-vitrophanie-a5` alone on its line: an item of a list without its space. */
export function gluedDash(lines: Lines, { type, range, value }: Scalar): Diagnostic | undefined {
  if (!range || type !== 'PLAIN' || typeof value !== 'string' || !/^-\p{L}/u.test(value)) return undefined
  const lineStart = lines.text.lastIndexOf('\n', range[0] - 1) + 1
  if (lines.text.slice(lineStart, range[0]).trim() !== '') return undefined
  return diagnose('yaml-syntax', placeAt(lines, range[0], range[0] + 1), GLUED_DASH.message, { hint: GLUED_DASH.hint })
}

export const GLUED_DASH = {
  message: text('il manque un espace après le tiret', 'a space is missing after the dash'),
  hint: text('écrivez `- valeur`', 'write `- value`'),
} as const
