// A YAML file as entries of a batch: one kit file, or several documents parted by `---`, each a kit.
import { resolve } from 'node:path'
import { type Diagnostic, hasErrors, type Span } from '../../model/diagnostic.ts'
import type { Entry } from '../../model/entry.ts'
import type { World } from '../../model/world.ts'
import { decode, unreadable } from '../decode.ts'
import { loosen } from '../loose.ts'
import { parseYaml } from '../yaml.ts'

/** Ten thousand kits of a page each. */
const MAX_BYTES = 64 * 1024 * 1024

/** Of any system: a lone return at the end of a part would be read as a part of it. */
export const LINE_END = /\r?\n/

/** `---` at the start of a line parts documents wherever it stands, even in a block of text (YAML 1.2.2, 9.1.2). */
const MARKER = /^---(?=\s|$)/

export type Part = { readonly text: string /** Of its first line, from 0. */; readonly line: number }

const saysNothing = ({ text }: Part): boolean =>
  text.split(LINE_END).every(line => /^(%|\s*(#|---\s*$|\.\.\.\s*$|$))/.test(line))

function partsOf(source: string): readonly Part[] {
  const parts: { lines: string[]; line: number }[] = [{ lines: [], line: 0 }]
  for (const [number, line] of source.split(LINE_END).entries()) {
    if (MARKER.test(line)) parts.push({ lines: [], line: number })
    parts.at(-1)?.lines.push(line)
  }
  return parts.map(({ lines, line }) => ({ text: lines.join('\n'), line })).filter(part => !saysNothing(part))
}

const lower = <At extends Span>(at: At, lines: number): At => ('line' in at ? { ...at, line: at.line + lines } : at)

const lowered = (found: readonly Diagnostic[], lines: number): readonly Diagnostic[] =>
  found.map(each => ({
    ...each,
    ...(each.at ? { at: lower(each.at, lines) } : {}),
    ...(each.related ? { related: each.related.map(place => ({ ...place, line: place.line + lines })) } : {}),
  }))

/** One document as an entry; what cannot be parsed is one with its error and no data. */
export function documentEntry(file: string, { text, line }: Part, index: number): Entry {
  const parsed = parseYaml(text, file)
  const loose = parsed.value ? loosen(parsed.value) : undefined
  const { data, spans } = loose?.value ?? { data: undefined, spans: {} }
  return {
    index,
    file,
    origin: { file, line: line + 1, column: 1, length: 0 },
    content: {
      kind: 'value',
      data,
      spans: Object.fromEntries(Object.entries(spans).map(([path, at]) => [path, lower(at, line)])),
    },
    diagnostics: lowered([...parsed.diagnostics, ...(loose?.diagnostics ?? [])], line),
  }
}

/** The entries of a file, numbered from `first`; one that cannot be read is an entry with its error. */
export function* yamlEntries(file: string, first: number, world: World): Generator<Entry> {
  const whole = {
    index: first,
    file,
    origin: { file, line: 1, column: 1, length: 0 },
    content: { kind: 'file' },
  } as const
  const read = world.read(resolve(file), { maxBytes: MAX_BYTES })
  if (!read.ok) {
    yield { ...whole, diagnostics: [unreadable(file, read.reason)] }
    return
  }
  const text = decode(read.bytes, file, MAX_BYTES)
  const parts = text.value === undefined ? [] : partsOf(text.value)
  if (parts.length < 2) {
    // Its own reader says what is wrong with it.
    yield { ...whole, diagnostics: hasErrors(text.diagnostics) ? text.diagnostics : [] }
    return
  }
  for (const [rank, part] of parts.entries()) {
    const entry = documentEntry(file, part, first + rank)
    // Of the whole file, its encoding for one: said once.
    yield rank === 0 ? { ...entry, diagnostics: [...text.diagnostics, ...entry.diagnostics] } : entry
  }
}
