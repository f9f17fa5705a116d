// For test dashboards: JUnit XML, a suite for each file, a failed case for each error.
import { cellWord, type Diagnostic } from '../model/diagnostic.ts'
import { hasLine } from './line.ts'
import type { Reporter } from './reporter.ts'

/** XML 1.0 has no form at all for these characters. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
}

const escaped = (value: string): string =>
  value.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"\n]/g, sign => ENTITIES[sign] ?? sign)

const whereOf = ({ at }: Diagnostic): string => {
  if (!at) return ''
  if (hasLine(at)) return `${at.file}:${at.line}:${at.column}`
  return 'line' in at ? at.file : `${at.file} › ${cellWord(at)}`
}

function testCase(diagnostic: Diagnostic, lang: 'fr' | 'en'): string {
  const { rule, severity, message, piece, label, hint } = diagnostic
  const name = [piece, whereOf(diagnostic), message[lang]].filter(part => part !== undefined && part !== '').join(' · ')
  const more = [whereOf(diagnostic), label?.[lang], hint?.[lang]]
    .filter(part => part !== undefined && part !== '')
    .join('\n')
  const body =
    severity === 'error'
      ? `<failure type="${escaped(rule)}" message="${escaped(message[lang])}">${escaped(more)}</failure>`
      : `<system-out>${escaped(`${severity}: ${message[lang]}\n${more}`)}</system-out>`
  return `    <testcase classname="${escaped(rule)}" name="${escaped(name)}">${body}</testcase>`
}

const SOUND = '    <testcase classname="signakit" name="signakit"/>'

function suite(file: string, diagnostics: readonly Diagnostic[], lang: 'fr' | 'en'): string {
  const failures = diagnostics.filter(({ severity }) => severity === 'error').length
  const cases = diagnostics.length === 0 ? [SOUND] : diagnostics.map(each => testCase(each, lang))
  return [
    `  <testsuite name="${escaped(file)}" tests="${cases.length}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
  ].join('\n')
}

export const junit: Reporter = (diagnostics, { lang }) => {
  const files = [...new Set(diagnostics.map(({ at }) => at?.file ?? 'signakit'))]
  const suites = files.map(file =>
    suite(
      file,
      diagnostics.filter(({ at }) => (at?.file ?? 'signakit') === file),
      lang,
    ),
  )
  const body = suites.length === 0 ? [suite('signakit', [], lang)] : suites
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="signakit">', ...body, '</testsuites>'].join('\n')
}
