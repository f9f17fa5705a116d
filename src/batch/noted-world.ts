// A World that notes what the user's files answered, so that a later run can tell whether any of it has changed.
import { createHash } from 'node:crypto'
import { relative, resolve, sep } from 'node:path'
import type { Reads } from '../model/stamp.ts'
import { isStray } from '../model/stray.ts'
import type { Read, World } from '../model/world.ts'

type How = keyof Reads

const HOWS = ['read', 'list', 'kind'] as const satisfies readonly How[]

type Note = { readonly how: How; readonly path: string; readonly answer: string }

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What a way of asking answers, in a word; a file that could not be read answers by its reason. */
const answerOfRead = (read: Read): string => (read.ok ? sha256(read.bytes) : read.reason)

/** Of what nobody reads, nothing depends. */
const answerOfList = (names: readonly string[]): string => sha256(names.filter(name => !isStray(name)).join('\n'))

/** A project is looked for in every folder up to the disk's own; which one was found is in the key. */
const isProjectSearch = ({ how, path }: Note): boolean => how === 'kind' && /(^|[\\/])signakit\.yaml$/.test(path)

function asReads(notes: Iterable<Note>, root: string): Reads {
  const found: Record<How, [path: string, answer: string][]> = { read: [], list: [], kind: [] }
  for (const note of notes) {
    if (!isProjectSearch(note)) found[note.how].push([relative(root, note.path).replaceAll('\\', '/'), note.answer])
  }
  const sorted = (how: How) => Object.fromEntries(found[how].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  return { read: sorted('read'), list: sorted('list'), kind: sorted('kind') }
}

export type NotedWorld = {
  readonly world: World
  /** Forgets the kit before. */
  begin(): void
  /** What was asked since, by path from `root`, sorted; the tool's own files are left out. */
  reads(root: string): Reads
}

/** One for a run: what it remembers of a brand is noted again for each kit that asks for the brand. */
export function noteReads(world: World): NotedWorld {
  const own = ['templates', 'assets', 'dist'].map(folder => `${resolve(world.own(folder))}${sep}`)
  const isOwn = (path: string): boolean => own.some(folder => `${path}${sep}`.startsWith(folder))
  let notes = new Map<string, Note>()
  const made = new WeakMap<object, Map<string, readonly Note[]>>()
  const note = (each: Note): void => {
    notes.set(`${each.how} ${each.path}`, each)
  }
  const asked = (how: How, path: string, answer: () => string): void => {
    const absolute = resolve(path)
    if (!isOwn(absolute) && !notes.has(`${how} ${absolute}`)) note({ how, path: absolute, answer: answer() })
  }
  const noted: World = {
    ...world,
    read: (path, options) => {
      const read = world.read(path, options)
      asked('read', path, () => answerOfRead(read))
      return read
    },
    list: folder => {
      const names = world.list(folder)
      asked('list', folder, () => answerOfList(names))
      return names
    },
    kind: path => {
      const kind = world.kind(path)
      asked('kind', path, () => kind)
      return kind
    },
    once: <T>(maker: object, key: string, make: () => T): T => {
      const known = made.get(maker) ?? new Map<string, readonly Note[]>()
      made.set(maker, known)
      const before = known.get(key)
      if (before) for (const each of before) note(each)
      return world.once(maker, key, () => {
        const outer = notes
        notes = new Map()
        try {
          return make()
        } finally {
          const inner = [...notes.values()]
          known.set(key, inner)
          notes = outer
          for (const each of inner) note(each)
        }
      })
    },
  }
  return {
    world: noted,
    begin: () => {
      notes = new Map()
    },
    reads: root => asReads(notes.values(), root),
  }
}

/** A path, what it answered then, and what it answers now. */
export type Difference = { readonly path: string; readonly then: string; readonly now: string }

export type Comparison = {
  /** The first thing that is answered otherwise than was noted. */
  differ(reads: Reads, root: string): Difference | undefined
  /** What is answered now to all that was noted. */
  again(reads: Reads, root: string): Reads
}

/** Asks a World again what was noted; what it said once it is not asked again. */
export function compareReads(world: World): Comparison {
  const ask: Readonly<Record<How, (path: string) => string>> = {
    read: path => answerOfRead(world.read(path)),
    list: path => answerOfList(world.list(path)),
    kind: path => world.kind(path),
  }
  const known = new Map<string, string>()
  const answer = (how: How, path: string): string => {
    const key = `${how} ${path}`
    const now = known.get(key) ?? ask[how](path)
    known.set(key, now)
    return now
  }
  return {
    differ: (reads, root) => {
      for (const how of HOWS) {
        for (const [name, then] of Object.entries(reads[how])) {
          const path = resolve(root, name)
          const now = answer(how, path)
          if (now !== then) return { path, then, now }
        }
      }
      return undefined
    },
    again: (reads, root) => {
      const all = (how: How) =>
        Object.fromEntries(Object.keys(reads[how]).map(name => [name, answer(how, resolve(root, name))]))
      return { read: all('read'), list: all('list'), kind: all('kind') }
    },
  }
}

/** Whether the World still answers what was noted. */
export function readsChecker(world: World): (reads: Reads, root: string) => boolean {
  const { differ } = compareReads(world)
  return (reads, root) => differ(reads, root) === undefined
}
