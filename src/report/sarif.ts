// For code scanners: SARIF 2.1.0 (OASIS), one run, columns in UTF-16 code units as our places are.
import { cellWord, type Diagnostic, type PagePlace, type Place, type Severity, type Span } from '../model/diagnostic.ts'
import { hasLine } from './line.ts'
import type { Reporter } from './reporter.ts'

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' }

/** A path from the root is a URI of its own kind; any other is one relative to where the run was made (RFC 8089). */
function uri(file: string): string {
  const path = encodeURI(file.replaceAll('\\', '/')).replaceAll('#', '%23').replaceAll('?', '%3F')
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path}`
  return path.startsWith('/') ? `file://${path}` : path
}

const region = ({ line, column, length }: Pick<Place, 'line' | 'column'> & { readonly length?: number }): object => ({
  startLine: line,
  startColumn: column,
  ...(length === undefined ? {} : { endColumn: column + length }),
})

const logicalOf = (at: Span, page: PagePlace | undefined): string | undefined => {
  if (!('line' in at)) return cellWord(at)
  if (!page) return undefined
  return `page ${page.number}${page.object === undefined ? '' : `, object ${page.object} 0`}`
}

/** A PDF has pages and objects, not lines. */
function location(at: Span, page?: PagePlace): object {
  const logical = logicalOf(at, page)
  return {
    physicalLocation: {
      artifactLocation: { uri: uri(at.file) },
      ...(hasLine(at) && !page ? { region: region(at) } : {}),
    },
    ...(logical === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: logical }] }),
  }
}

function result(
  { rule, severity, message, at, label, hint, piece, related, page }: Diagnostic,
  lang: 'fr' | 'en',
): object {
  const words = [message[lang], label?.[lang], hint?.[lang]].filter(part => part !== undefined)
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: words.join('\n') },
    ...(at ? { locations: [location(at, page)] } : {}),
    ...(related
      ? { relatedLocations: related.map(each => ({ ...location(each), message: { text: each.why[lang] } })) }
      : {}),
    ...(piece === undefined && !page
      ? {}
      : { properties: { ...(piece === undefined ? {} : { piece }), ...(page ? { page } : {}) } }),
  }
}

export const sarif: Reporter = (diagnostics, { lang }) => {
  const rules = [...new Set(diagnostics.map(({ rule }) => rule))].map(id => ({ id }))
  const run = {
    tool: { driver: { name: 'signakit', rules } },
    columnKind: 'utf16CodeUnits',
    results: diagnostics.map(each => result(each, lang)),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return JSON.stringify(log, undefined, 2)
}
