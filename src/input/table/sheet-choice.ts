// Which sheet of a workbook is read: the one that is named, or the only one that people see filled.
import { type Diagnostic, type Outcome, type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { nearest, plain } from '../nearest.ts'
import type { InputRule } from '../rules.ts'
import { wholeFile } from './refusal.ts'

export type SheetChoice = { readonly name: string; readonly isHidden: boolean; readonly isFilled: boolean }

/** Findings that are mended on the command line, not in the file: exit code 2 (CONTRACT §7). */
export const SHEET_RULES: ReadonlySet<string> = new Set<InputRule>(['sheet-choice', 'unknown-sheet'])

const MAX_SHOWN = 12

const listed = (sheets: readonly SheetChoice[]): Text => {
  const names = sheets.slice(0, MAX_SHOWN).map(({ name }) => name)
  const more = sheets.length > MAX_SHOWN ? '…' : ''
  return text(names.map(name => `« ${name} »`).join(', ') + more, names.map(name => `“${name}”`).join(', ') + more)
}

const quoted = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `"${name}"`)

const finding = (rule: InputRule, file: string, message: Text, hint: Text): Outcome<number> => ({
  diagnostics: [diagnose(rule, wholeFile(file), message, { hint })],
})

const empty = (file: string, what: Text): Outcome<number> =>
  finding(
    'empty-table',
    file,
    what,
    text(
      'il faut une ligne de titres, puis une ligne par structure',
      'it takes a row of titles, then one row per structure',
    ),
  )

const words = (name: string): readonly string[] =>
  plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 2)

/** Mistyped, or the only one that has all of its words or whose words it has all: « Structures » for « Structures 2026 ». */
function nearestSheet(wanted: string, names: readonly string[]): string | undefined {
  const own = words(wanted)
  const alike = names.filter(name => {
    const its = words(name)
    const [few, many] = own.length <= its.length ? [own, its] : [its, own]
    return few.length > 0 && few.every(word => many.includes(word))
  })
  return nearest(wanted, names) ?? (alike.length === 1 ? alike[0] : undefined)
}

/** Names are compared as people say them; two sheets may differ by an accent only, and the exact name wins. */
function named(file: string, sheets: readonly SheetChoice[], wanted: string): Outcome<number> {
  const exact = sheets.findIndex(({ name }) => name === wanted)
  const rank = exact >= 0 ? exact : sheets.findIndex(({ name }) => plain(name) === plain(wanted))
  const sheet = sheets[rank]
  if (!sheet) {
    const near = nearestSheet(
      wanted,
      sheets.map(({ name }) => name),
    )
    const all = listed(sheets)
    return finding(
      'unknown-sheet',
      file,
      text(`le classeur n’a pas d’onglet « ${wanted} »`, `the workbook has no sheet “${wanted}”`),
      near === undefined
        ? text(`ses onglets : ${all.fr}`, `its sheets: ${all.en}`)
        : text(`vouliez-vous \`--feuille ${quoted(near)}\` ?`, `did you mean \`--feuille ${quoted(near)}\`?`),
    )
  }
  if (sheet.isFilled) return { value: rank, diagnostics: [] }
  return empty(file, text(`l’onglet « ${sheet.name} » est vide`, `the sheet “${sheet.name}” is empty`))
}

function unread(file: string, hidden: readonly SheetChoice[]): readonly Diagnostic[] {
  if (hidden.length === 0) return []
  const names = listed(hidden)
  const isOne = hidden.length === 1
  return [
    diagnose(
      'unread-sheet',
      wholeFile(file),
      text(
        isOne ? `l’onglet masqué ${names.fr} n’est pas lu` : `les onglets masqués ${names.fr} ne sont pas lus`,
        isOne ? `the hidden sheet ${names.en} is not read` : `the hidden sheets ${names.en} are not read`,
      ),
    ),
  ]
}

/** The rank of the sheet to read, from 0. */
export function chooseSheet(file: string, sheets: readonly SheetChoice[], wanted?: string): Outcome<number> {
  if (wanted !== undefined) return named(file, sheets, wanted)
  const filled = sheets.filter(({ isFilled }) => isFilled)
  const seen = filled.filter(({ isHidden }) => !isHidden)
  const [only] = seen
  const hidden = filled.filter(({ isHidden }) => isHidden)
  if (!only) {
    const all = listed(hidden)
    return hidden.length === 0
      ? empty(file, text('le classeur est vide', 'the workbook is empty'))
      : empty(
          file,
          text(
            `les onglets visibles sont vides ; masqués : ${all.fr}`,
            `the visible sheets are empty; hidden: ${all.en}`,
          ),
        )
  }
  if (seen.length === 1) return { value: sheets.indexOf(only), diagnostics: unread(file, hidden) }
  const all = listed(seen)
  return finding(
    'sheet-choice',
    file,
    text(`plusieurs onglets sont remplis : ${all.fr}`, `several sheets are filled: ${all.en}`),
    text(`choisissez : \`--feuille ${quoted(only.name)}\``, `choose: \`--feuille ${quoted(only.name)}\``),
  )
}
