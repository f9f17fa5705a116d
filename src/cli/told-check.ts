// What is said of a file that was checked: one line.
import { basename } from 'node:path'
import { type Text, text } from '../model/diagnostic.ts'
import type { Checked } from './checked.ts'
import { countText } from './measures.ts'

const count = (checked: Checked, severity: 'error' | 'warning'): number =>
  checked.diagnostics.filter(diagnostic => diagnostic.severity === severity).length

export function toldCheck(checked: Checked): Text {
  const name = checked.file === '-' ? '-' : basename(checked.file)
  const errors = count(checked, 'error')
  const warnings = count(checked, 'warning')
  const parts = [
    ...(errors > 0 ? [countText(errors, text('erreur', 'error'), text('erreurs', 'errors'))] : []),
    ...(warnings > 0
      ? [countText(warnings, text('avertissement', 'warning'), text('avertissements', 'warnings'))]
      : []),
  ]
  if (parts.length === 0) return text(`${name} : rien à signaler`, `${name}: nothing to report`)
  return text(`${name} : ${parts.map(({ fr }) => fr).join(', ')}`, `${name}: ${parts.map(({ en }) => en).join(', ')}`)
}
