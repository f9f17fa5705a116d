// The key of a kit: one hash for its data, the options and the tool. Equal keys and unchanged files give the same bytes.
import { createHash } from 'node:crypto'
import { relative, resolve, sep } from 'node:path'
import type { Span } from '../model/diagnostic.ts'
import type { Entry } from '../model/entry.ts'
import { canonicalLine } from '../model/manifest.ts'
import type { RenderOptions } from '../pipeline.ts'

/** The options that say nothing of what is drawn: whether to draw again, in which words to talk, which project (its hash counts). */
const drawn = ({ force: _f, lang: _l, config: _c, ...options }: RenderOptions): object => options

/** A cell by its column: a row that only moves down is the same kit. */
const placeKey = (at: Span): string => ('line' in at ? `${at.line}:${at.column}` : at.cell.replace(/\d+$/, ''))

/** From its project: two folders of one may hold a file of one name. The same on every machine. */
const sourceIn = (root: string, file: string): string => relative(root, resolve(file)).split(sep).join('/')

function contentKey({ content, diagnostics }: Entry): unknown {
  // What was found of it stands in its manifest.
  const found = diagnostics.map(({ rule, message, at }) => [rule, message.fr, at ? placeKey(at) : ''])
  // A kit file is read where it is used: its content is among what was read.
  if (content.kind === 'file') return { found }
  const places = Object.entries(content.spans).map(([path, at]) => `${path} ${placeKey(at)}`)
  return { data: content.data, places: places.sort(), found }
}

type Keyed = {
  readonly entry: Entry
  /** The folder of its project, or its own. */
  readonly root: string
  readonly project: string | undefined
  readonly options: RenderOptions
}

/** The key of an entry that is made with these options: they are few for a whole run, and hashed once each. */
export function keyMaker(tool: string): (keyed: Keyed) => string {
  const common = new Map<string, string>()
  const commonOf = (options: RenderOptions): string => {
    const pieces = JSON.stringify(options.pieces ?? null)
    const known = common.get(pieces) ?? canonicalLine({ options: drawn(options), tool })
    common.set(pieces, known)
    return known
  }
  return ({ entry, root, project, options }) =>
    createHash('sha256')
      .update(commonOf(options))
      .update(canonicalLine({ source: sourceIn(root, entry.file), project, content: contentKey(entry) }))
      .digest('hex')
}
