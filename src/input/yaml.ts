// YAML → plain data, with the place of each value and each key, and the text that each scalar was written as.
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, parseAllDocuments, Scalar } from 'yaml'
import { type Diagnostic, type Outcome, type Place, type Span, type Text, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'
import { type Lines, linesOf, placeAt } from './lines.ts'
import type { InputRule } from './rules.ts'
import { badStart, syntaxErrors } from './yaml-errors.ts'
import { guardYaml, MAX_DEPTH } from './yaml-guard.ts'
import { backslash, gluedDash, oddIndent, textAfterHash } from './yaml-traps.ts'

/** Values with their places: those of a text, unless they come from a spreadsheet. */
export type YamlValue<At extends Span = Place> = {
  /** Plain objects, arrays, strings, numbers, booleans and null. */
  readonly data: unknown
  /** Place of each value by path (keys and indexes joined by dots), and of each key by `path#key`. The root is ``. */
  readonly spans: Readonly<Record<string, At>>
  /** What a scalar says as text: `01000` where the data holds 1000; undefined for null, maps and lists. */
  readonly sources: (path: string) => string | undefined
}

/** A value whose places are of a text or of a spreadsheet. */
export type PlacedValue = YamlValue<Span>

const OPTIONS = {
  strict: true,
  stringKeys: true,
  // The parser's own check compares each key with all others; ours is linear and names the first of the two.
  uniqueKeys: false,
  merge: false,
  prettyErrors: false,
  logLevel: 'error',
} as const

export const childPath = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)

type Tables = {
  readonly lines: Lines
  readonly document: Document.Parsed
  readonly spans: Record<string, Place>
  readonly sources: Map<string, string>
  readonly diagnostics: Diagnostic[]
  /** Nodes still allowed: aliases may not make the value larger than its text. */
  budget: number
}

type Node = { readonly range?: readonly [number, number, number] | null | undefined; readonly tag?: string | undefined }

const place = ({ lines }: Tables, { range }: Node): Place =>
  placeAt(lines, range?.[0] ?? 0, range?.[1] ?? range?.[0] ?? 0)

function say(tables: Tables, node: Node, rule: InputRule, message: Text, hint?: Text): void {
  tables.diagnostics.push(diagnose(rule, place(tables, node), message, hint ? { hint } : {}))
}

/** A tag is not part of the value's range: it stands before it. */
function refuseTag(tables: Tables, node: Node): void {
  if (node.tag === undefined || node.tag === 'tag:yaml.org,2002:str') return
  const start = node.range?.[0] ?? 0
  const bang = tables.lines.text.lastIndexOf('!', start)
  const { message, hint } = badStart('!')
  tables.diagnostics.push(diagnose('yaml-syntax', placeAt(tables.lines, bang, start), message, { hint }))
}

function readScalar(tables: Tables, node: Scalar, path: string): unknown {
  for (const trap of [textAfterHash, backslash, gluedDash]) {
    const caught = trap(tables.lines, node)
    if (caught) tables.diagnostics.push(caught)
  }
  if (node.value === null || node.value === undefined) return null
  tables.sources.set(path, node.type === Scalar.PLAIN && node.source !== undefined ? node.source : String(node.value))
  return node.value
}

function readAlias(tables: Tables, node: Alias, path: string, trail: readonly unknown[]): unknown {
  const target = node.resolve(tables.document)
  if (target === undefined) {
    const { message, hint } = badStart('*')
    say(tables, node, 'yaml-syntax', message, hint)
    return null
  }
  if (trail.includes(target) || tables.budget < 0) {
    say(tables, node, 'yaml-aliases', text('cet alias (`*`) se contient lui-même', 'this alias (`*`) contains itself'))
    return null
  }
  const own = place(tables, node)
  const value = readNode(tables, target, path, trail)
  tables.spans[path] = own
  return value
}

function readPair(tables: Tables, flow: boolean, pair: { key: unknown; value: unknown }, path: string): string {
  const key = isScalar(pair.key) ? String(pair.key.value) : ''
  const keyNode: Node = isScalar(pair.key) ? pair.key : {}
  const inner = childPath(path, key)
  const first = tables.spans[`${inner}#key`]
  const own = place(tables, keyNode)
  if (first) {
    tables.diagnostics.push(
      diagnose(
        'duplicate-key',
        own,
        text(`la clé \`${key}\` est écrite deux fois`, `the key \`${key}\` is written twice`),
        {
          related: [{ ...first, why: text('première fois', 'first time') }],
          hint: text('gardez une seule des deux lignes', 'keep only one of the two lines'),
        },
      ),
    )
  }
  if (flow && pair.value === null) {
    tables.diagnostics.push(
      diagnose(
        'comma-splits-value',
        own,
        text(`\`${key}\` est lu comme une clé sans valeur`, `\`${key}\` is read as a key without a value`),
        {
          hint: text(
            'une virgule coupe la valeur : mettez-la entre guillemets',
            'a comma cuts the value: put it in quotes',
          ),
        },
      ),
    )
  }
  tables.spans[`${inner}#key`] = own
  return key
}

function readNode(tables: Tables, node: unknown, path: string, trail: readonly unknown[]): unknown {
  tables.budget--
  if (trail.length > MAX_DEPTH || tables.budget < 0) {
    if (tables.budget !== -1) return null
    say(
      tables,
      {},
      'yaml-aliases',
      text('les alias (`*`) répètent trop de valeurs', 'aliases (`*`) repeat too many values'),
    )
    return null
  }
  if (isAlias(node)) return readAlias(tables, node, path, trail)
  if (isScalar(node) || isMap(node) || isSeq(node)) {
    tables.spans[path] = place(tables, node)
    refuseTag(tables, node)
  }
  if (isScalar(node)) return readScalar(tables, node, path)
  const inside = [...trail, node]
  if (isSeq(node)) return node.items.map((item, index) => readNode(tables, item, childPath(path, index), inside))
  if (!isMap(node)) return null
  const flow = node.flow === true
  return Object.fromEntries(
    node.items.map(pair => {
      const key = readPair(tables, flow, pair, path)
      return [key, readNode(tables, pair.value, childPath(path, key), inside)]
    }),
  )
}

function readDocument(lines: Lines, document: Document.Parsed): Outcome<YamlValue> {
  const tables: Tables = {
    lines,
    document,
    // Without a prototype, so that a key named `constructor` is only what the file says.
    spans: Object.create(null),
    sources: new Map(),
    diagnostics: [],
    budget: lines.text.length + 1,
  }
  const data = readNode(tables, document.contents, '', [])
  tables.spans[''] ??= placeAt(lines, 0)
  return {
    value: { data, spans: tables.spans, sources: path => tables.sources.get(path) },
    diagnostics: tables.diagnostics,
  }
}

const isFilled = (document: Document.Parsed): boolean =>
  document.errors.length > 0 || !isScalar(document.contents) || document.contents.value !== null

/** Reads one YAML document. The value is absent when the text cannot be trusted; other findings come beside it. */
export function parseYaml(source: string, file: string): Outcome<YamlValue> {
  const refused = guardYaml(source, file)
  if (refused) return { diagnostics: [refused] }
  const lines = linesOf(source, file)
  const parsed = parseAllDocuments(source, OPTIONS)
  const documents = Array.isArray(parsed) ? parsed.filter(isFilled) : []
  const [document, second] = documents
  if (!document) {
    return {
      diagnostics: [diagnose('empty-file', placeAt(lines, 0), text('le fichier est vide', 'the file is empty'))],
    }
  }
  const odd = oddIndent(lines)
  if (odd) return { diagnostics: [odd] }
  const broken = syntaxErrors(lines, document)
  if (broken.length > 0) return { diagnostics: broken }
  if (second) return { diagnostics: [severalDocuments(lines, second)] }
  return readDocument(lines, document)
}

const severalDocuments = (lines: Lines, second: Document.Parsed): Diagnostic =>
  diagnose(
    'multiple-documents',
    placeAt(lines, second.range[0]),
    text(
      'le fichier contient plusieurs documents (séparés par `---`)',
      'the file holds several documents (split by `---`)',
    ),
    { hint: text('un fichier par kit : coupez-le en deux', 'one file per kit: split it') },
  )
