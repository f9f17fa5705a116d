// What hides in texts that people paste: control characters, invisible ones, lost letters, empty words.
import { type Diagnostic, type Outcome, type Span, type Text, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'
import { plain } from './nearest.ts'
import { ungarble } from './ungarble.ts'

/** Zero-width and direction marks, soft hyphens, tags. Joiners stay where a script needs them. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** Joiners between Latin letters do nothing but break searches. */
const IDLE_JOINER = /(?<=[\p{Script=Latin}\s]|^)[\u200C\u200D]|[\u200C\u200D](?=[\p{Script=Latin}\s]|$)/gu

/** Line ends of other worlds, which no font draws. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g

const CONTROL = /(?![\n\t])\p{Cc}|\p{Cs}/u

/** UTF-8 that was read as Windows-1252 on its way: « CrÃ¨che », « lâ€™Ã®le ». */
const GARBLED =
  /Ã[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]|â€|Å[“’¸]|Â[\u00A0-\u00BF]/

const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** What people write where they have nothing to write. */
const PLACEHOLDERS = new Set(
  [
    '-',
    '--',
    '/',
    '.',
    '?',
    '??',
    'n/a',
    '#n/a',
    'na',
    'nc',
    'n.c.',
    'n/c',
    'nd',
    'néant',
    'sans objet',
    'non renseigné',
  ]
    .concat([
      'non communiqué',
      'inconnu',
      'à compléter',
      'à renseigner',
      'todo',
      'tbd',
      'xxx',
      'null',
      'undefined',
      'nan',
    ])
    .map(plain),
)

/**
 * What a spreadsheet shows where a formula failed, in English as its files write it, or in French as people copy it:
 * LibreOffice parts the sign from the word.
 */
const FORMULA_ERROR = new RegExp(
  `^(#(${[
    ...['REF', 'VALUE', 'VALEUR', 'NAME', 'NOM', 'DIV\\/0', 'NUM', 'NOMBRE', 'NULL', 'NUL', 'SPILL', 'PROPAGATION'],
    ...['EPARS', 'ÉPARS', 'CALC', 'CALCUL', 'FIELD', 'CHAMP', 'BLOCKED', 'BLOQUÉ', 'CONNECT', 'CONNEXION', 'BUSY'],
    ...['OCCUPÉ', 'UNKNOWN', 'INCONNU', 'EXTERNAL', 'EXTERNE', 'PYTHON', 'TIMEOUT'],
  ].join('|')})\\s?[!?]|#N/D|#GETTING_DATA|#OBTENTION_DONNEES|Err\\s?:\\d{3})$`,
  'iu',
)

/** What a column too narrow for a number shows, and copies. */
const TOO_NARROW = /^#{3,}$/

/** A value that was there, and that the spreadsheet has lost. */
export const isLost = (value: string): boolean => FORMULA_ERROR.test(value) || TOO_NARROW.test(value)

const isPlaceholder = (value: string): boolean =>
  PLACEHOLDERS.has(plain(value)) || /^(0[ .]?){8,}$/.test(value) || isLost(value)

const FIND_IT = text(
  'retrouvez la valeur : le tableur l’a perdue en calculant sa formule',
  'find the value again: the spreadsheet lost it when it reckoned its formula',
)
const WIDEN_IT = text(
  'élargissez la colonne du tableur, puis enregistrez de nouveau',
  'widen the column of the spreadsheet, then save again',
)
const EMPTY_CELL = text(
  'videz la cellule : ce qui manque n’est pas imprimé',
  'empty the cell: what is missing is not printed',
)
const REMOVE_LINE = text(
  'retirez la ligne : ce qui manque n’est pas imprimé',
  'remove the line: what is missing is not printed',
)

function hintFor(value: string, at: Span | undefined): Text {
  if (TOO_NARROW.test(value)) return WIDEN_IT
  if (isLost(value)) return FIND_IT
  return at && 'cell' in at ? EMPTY_CELL : REMOVE_LINE
}

/** Whether an empty word stands where a value should. */
export function placeholder(value: string, at: Span | undefined): Diagnostic | undefined {
  if (!isPlaceholder(value)) return undefined
  const message = text(`« ${value} » tient lieu de valeur`, `“${value}” stands for a value`)
  return diagnose('placeholder-value', at, message, { hint: hintFor(value, at) })
}

function faults(value: string, at: Span | undefined): readonly Diagnostic[] {
  const control = CONTROL.exec(value)?.[0]
  if (control !== undefined) {
    const code = codePoint(control)
    return [
      diagnose(
        'control-character',
        at,
        text(`un caractère de contrôle (${code}) dans le texte`, `a control character (${code}) in the text`),
        {
          hint: text('effacez la valeur et tapez-la de nouveau', 'delete the value and type it again'),
        },
      ),
    ]
  }
  if (!value.includes('\uFFFD') && !GARBLED.test(value)) return []
  const meant = ungarble(value)
  return [
    diagnose('garbled-text', at, text('des accents sont abîmés dans ce texte', 'accents are damaged in this text'), {
      hint:
        meant === value
          ? text(
              'tapez de nouveau la valeur, et enregistrez le fichier en UTF-8',
              'type the value again, and save the file as UTF-8',
            )
          : text(
              `écrivez « ${meant} », et enregistrez le fichier en UTF-8`,
              `write “${meant}”, and save the file as UTF-8`,
            ),
    }),
  ]
}

/** The text as it can be printed: composed accents, single spaces, one line, nothing invisible. */
export function cleanText(value: string, at: Span | undefined): Outcome<string> {
  const unified = value.replace(LINE_ENDS, '\n')
  const visible = unified.replace(INVISIBLE, '').replace(IDLE_JOINER, '')
  const lines = visible.split('\n').map(line => line.trim())
  const composed = lines
    .filter(line => line !== '')
    .join('\n')
    .normalize('NFC')
    .replace(/[ \t]+/g, ' ')
  const removed = unified.length - visible.length
  const hidden =
    removed === 0
      ? []
      : [
          diagnose(
            'invisible-character',
            at,
            text(`caractères invisibles retirés : ${removed}`, `invisible characters removed: ${removed}`),
          ),
        ]
  return { value: composed, diagnostics: [...faults(composed, at), ...hidden] }
}
