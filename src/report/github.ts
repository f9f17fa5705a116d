// For GitHub Actions: workflow commands, which show findings beside the lines of a change.
import { cellWord, type Diagnostic, type Severity, type Span } from '../model/diagnostic.ts'
import { hasLine } from './line.ts'
import type { Reporter } from './reporter.ts'

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' }

const escapeData = (data: string): string => data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (property: string): string => escapeData(property).replaceAll(':', '%3A').replaceAll(',', '%2C')

const properties = (at: Span | undefined): Readonly<Record<string, string | number>> => {
  if (!at) return {}
  if (!hasLine(at)) return { file: at.file }
  return { file: at.file, line: at.line, col: at.column, endColumn: at.column + Math.max(0, at.length - 1) }
}

function command({ rule, severity, message, at, label, piece, hint }: Diagnostic, lang: 'fr' | 'en'): string {
  const cell = at && !('line' in at) ? cellWord(at) : undefined
  const words = [cell, piece, message[lang]].filter(part => part !== undefined).join(' · ')
  const lines = [words, label?.[lang], hint?.[lang]].filter(part => part !== undefined)
  const settings = Object.entries({ ...properties(at), title: rule }).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  )
  return `::${COMMANDS[severity]} ${settings.join(',')}::${escapeData(lines.join('\n'))}`
}

export const github: Reporter = (diagnostics, { lang }) => diagnostics.map(each => command(each, lang)).join('\n')
