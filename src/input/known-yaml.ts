// What the build found in our own YAML: each file as it parses, and as its schema lets it through, by the hash of its bytes. A file
// that was edited has another hash and is read as anyone's; a copy of ours is known wherever it lies.
import type { Place } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { parseYaml, type YamlValue } from './yaml.ts'

/** The name of the build's file in dist/; absent when the sources are run without a build. */
declare const KNOWN_YAML: string | undefined

/** JSON by key: `yaml <hash>` for a file, `<schema> <hash>` for a checked value. */
export type Known = ReadonlyMap<string, string>

/** Of bytes that are known to be in this encoding. */
const textOf = (bytes: Uint8Array, encoding: 'latin1' | 'utf8'): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding)

const NOTHING: Known = new Map()

/** One key and its JSON a line, split by a tab. */
export function readKnown(text: string): Known {
  const lines = text.split('\n').filter(line => line !== '')
  return new Map(
    lines.map(line => {
      const tab = line.indexOf('\t')
      return [line.slice(0, tab), line.slice(tab + 1)]
    }),
  )
}

function openKnown(world: World): Known {
  if (typeof KNOWN_YAML === 'undefined') return NOTHING
  const read = world.read(world.own(`dist/${KNOWN_YAML}`))
  return read.ok ? readKnown(textOf(read.bytes, 'latin1')) : NOTHING
}

const knownOf = (world: World): Known => world.once(openKnown, '', () => openKnown(world))

type Spans = YamlValue['spans']

type Stored = {
  readonly data: unknown
  /** Path, line, column and length of each, one after the other. */
  readonly spans: readonly (string | number)[]
}

/** As the build stores what a file says. */
export function storedYaml({ data, spans }: YamlValue): Stored {
  const flat = Object.entries(spans).flatMap(([path, { line, column, length }]) => [path, line, column, length])
  return { data, spans: flat }
}

function spansOf(flat: Stored['spans'], file: string): Spans {
  // Without a prototype, as those of a file.
  const spans: Record<string, Place> = Object.create(null)
  for (let at = 0; at < flat.length; at += 4) {
    const [path, line, column, length] = [flat[at], flat[at + 1], flat[at + 2], flat[at + 3]]
    spans[String(path)] = { file, line: Number(line), column: Number(column), length: Number(length) }
  }
  return spans
}

/** A stored file under the name it has here. What its scalars were written as is asked for so rarely that it is parsed then. */
export function openStored(json: string, source: string, file: string): YamlValue {
  // Written by `storedYaml`.
  const { data, spans } = JSON.parse(json) as Stored
  let parsed: YamlValue | undefined
  const sources = (path: string): string | undefined => {
    parsed ??= parseYaml(source, file).value
    return parsed?.sources(path)
  }
  return { data, spans: spansOf(spans, file), sources }
}

/** What a file of these bytes says, when the build has seen it, with its text. */
export function knownYaml(
  bytes: Uint8Array,
  hash: string,
  file: string,
  world: World,
): (YamlValue & { readonly text: string }) | undefined {
  const json = knownOf(world).get(`yaml ${hash}`)
  if (json === undefined) return undefined
  const text = textOf(bytes, 'utf8')
  return { ...openStored(json, text, file), text }
}

/** The value that a schema made of the files of these hashes, when the build has seen them. */
export function knownValue(schema: string, hash: string, world: World): unknown {
  const json = knownOf(world).get(`${schema} ${hash}`)
  return json === undefined ? undefined : JSON.parse(json)
}
