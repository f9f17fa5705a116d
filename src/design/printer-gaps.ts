// Says which figures of a shop's profile are only defaults, once per printer of a kit.
import type { PrinterSpec } from '../model/design.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import { enumerate } from './enumerate.ts'
import { diagnostic } from './finding.ts'

function gapNote({ id, title, gaps }: PrinterSpec): readonly Diagnostic[] {
  if (gaps.length === 0) return []
  const keys = gaps.map(key => `\`${key}\``)
  return [
    diagnostic(
      'printer-gap',
      undefined,
      text(
        `${title} : ${enumerate(keys)} : valeurs du profil standard, l’imprimeur ne les publie pas`,
        `${title}: ${keys.join(', ')}: values of the standard profile, the printer does not publish them`,
      ),
      {
        hint: text(
          `demandez-les-lui, puis écrivez-les dans \`imprimeurs/mon-${id}.yaml\` avec \`extends: ${id}\``,
          `ask for them, then write them in \`imprimeurs/mon-${id}.yaml\` with \`extends: ${id}\``,
        ),
      },
    ),
  ]
}

export const printerGaps = (printers: readonly PrinterSpec[]): readonly Diagnostic[] =>
  [...new Map(printers.map(printer => [printer.sha256, printer])).values()].flatMap(gapNote)
