// Keeps src/README.md true: the folders, who imports whom, which engine lives where, and the habits of the house.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../src/', import.meta.url))
const map = readFileSync(join(src, 'README.md'), 'utf8')

type Source = { readonly path: string; readonly text: string; readonly tree: ts.SourceFile }

const sources: readonly Source[] = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .sort()
  .map(path => {
    const text = readFileSync(join(src, path), 'utf8')
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) }
  })

/** The rows of the table whose first heading is given: cells trimmed. */
function table(heading: string): readonly (readonly string[])[] {
  const lines = map.split('\n')
  const start = lines.findIndex(line => line.startsWith(`| ${heading} |`))
  if (start < 0) throw new Error(`src/README.md has no table that starts with ${heading}`)
  const rows = lines.slice(start + 2)
  return rows
    .slice(
      0,
      rows.findIndex(line => !line.startsWith('|')),
    )
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
}

const names = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '')

const importsOf = ({ text }: Source): readonly string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(file => file.fileName)

/** Path of a relative import from src/, without its extension. */
const target = (source: Source, specifier: string): string =>
  posix.join(dirname(source.path), specifier).replace(/\.ts$/, '')

const isRelative = (specifier: string): boolean => specifier.startsWith('.')

const within = (path: string, zone: string): boolean => path === zone || path.startsWith(`${zone}/`)

const folders = table('Folder').flatMap(([folder]) => names(folder ?? ''))

/** A cell may name several places that share a row. */
const rows = table('From').flatMap(([places, may, because]) =>
  names(places ?? '').map(from => ({
    from,
    may: [...names(may ?? ''), ...(may?.includes('every stage') ? folders.filter(folder => folder !== 'cli') : [])],
    because: because ?? '',
  })),
)

/** The most precise row for a path, and the zone it stands for (`backend/pdf` for the row `backend/*`). */
function rowOf(path: string): { readonly zone: string; readonly may: readonly string[] } {
  const [first = '', second] = path.split('/')
  const nested = second === undefined ? undefined : `${first}/${second}`
  const exact = rows.find(row => row.from === nested)
  if (exact) return { zone: exact.from, may: exact.may }
  const each = path.split('/').length > 2 ? rows.find(row => row.from === `${first}/*`) : undefined
  if (each && nested !== undefined) return { zone: nested, may: each.may }
  const whole = rows.find(row => row.from === first)
  if (!whole) throw new Error(`src/README.md has no row for ${first}`)
  return { zone: first, may: whole.may }
}

const allows = (entry: string, path: string): boolean =>
  entry.endsWith('/*') ? within(path, entry.slice(0, -2)) : within(path, entry)

const modulePath = (path: string): string => path.replace(/\.ts$/, '')

const mayImport = (from: string, to: string): boolean => {
  const { zone, may } = rowOf(from)
  return within(to, zone) || may.some(entry => allows(entry, to))
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  node.forEachChild(child => visit(child, see))
}

/** `path:line text` of every node that a predicate picks. */
function findings(picks: (node: ts.Node, source: Source) => boolean): readonly string[] {
  const found: string[] = []
  for (const source of sources) {
    visit(source.tree, node => {
      if (!picks(node, source)) return
      const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${source.path}:${line + 1} ${node.getText().slice(0, 60)}`)
    })
  }
  return found
}

const calls = (node: ts.Node, object: string, method: string): boolean =>
  ts.isPropertyAccessExpression(node) && node.expression.getText() === object && node.name.text === method

describe('the map', () => {
  it('lists the folders that exist, and no other', () => {
    const real = [...new Set(sources.map(({ path }) => path).filter(path => path.includes('/')))].map(
      path => path.split('/')[0],
    )
    expect([...folders].sort()).toEqual([...new Set(real)].sort())
  })

  it('gives each row a reason and an existing place', () => {
    for (const { from, because } of rows) {
      expect(because, from).not.toBe('')
      const place = from.replace(/\/\*$/, '')
      expect(
        sources.some(({ path }) => within(modulePath(path), place)),
        `${from} is nowhere`,
      ).toBe(true)
    }
  })
})

describe('imports', () => {
  it('go only where the table allows', () => {
    const wrong = sources.flatMap(source =>
      importsOf(source)
        .filter(isRelative)
        .map(specifier => target(source, specifier))
        .filter(to => !to.startsWith('..') && !mayImport(modulePath(source.path), to))
        .map(to => `${source.path} imports ${to}`),
    )
    expect(wrong).toEqual([])
  })

  it('never leave src', () => {
    const wrong = sources.flatMap(source =>
      importsOf(source)
        .filter(specifier => isRelative(specifier) && target(source, specifier).startsWith('..'))
        .map(specifier => `${source.path} imports ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  it('keep each engine in its folder', () => {
    const homes = table('Package').flatMap(([packages, where]) =>
      names(packages ?? '').map(name => ({ name, where: names(where ?? '') })),
    )
    const wrong = sources.flatMap(source =>
      importsOf(source)
        .filter(specifier => !isRelative(specifier))
        .filter(specifier => {
          const home = homes.find(({ name }) => within(specifier, name))
          if (!home) return !specifier.startsWith('node:')
          return !home.where.some(folder => within(modulePath(source.path), folder))
        })
        .map(specifier => `${source.path} imports ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  it('make no cycle', () => {
    const graph = new Map(
      sources.map(source => [
        modulePath(source.path),
        importsOf(source)
          .filter(isRelative)
          .map(specifier => target(source, specifier)),
      ]),
    )
    const done = new Set<string>()
    const cycles: string[] = []
    const follow = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (trail.includes(path) || done.has(path)) return
      for (const next of graph.get(path) ?? []) follow(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) follow(path, [])
    expect(cycles).toEqual([])
  })
})

describe('files', () => {
  it('open with a comment that says what they are for', () => {
    expect(sources.filter(({ text }) => !/^\/\/ \S/.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('are named after their one concept, in kebab-case', () => {
    const vague = /(^|\/)(utils?|helpers?|types?|index|common|misc|shared|constants)\.ts$/
    const wrong = sources.filter(
      ({ path }) => vague.test(path) || !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  it('stay short, tables of rules excepted', () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
      .filter(({ path, lines }) => lines > 320 && !/(^|\/)rules\.ts$/.test(path))
    expect(long).toEqual([])
  })
})

describe('no source uses', () => {
  it('any, or a non-null assertion', () => {
    expect(findings(node => node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node))).toEqual([])
  })

  it('an assertion without a comment that says why', () => {
    const unexplained = findings((node, { text, tree }) => {
      if (!ts.isAsExpression(node) || node.type.getText() === 'const') return false
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      const around = text.split('\n').slice(Math.max(0, line - 3), line + 1)
      return !around.some(each => /\/\/|^\s*\*|\/\*\*/.test(each))
    })
    expect(unexplained).toEqual([])
  })

  it('a way around the compiler or the linters', () => {
    const wayAround =
      /@ts-(ignore|expect-error|nocheck)|eslint-disable|biome-ignore(-all|-start)? (lint|format|assist)|\b(TODO|FIXME|XXX)\b/
    expect(sources.filter(({ text }) => wayAround.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('chance, the clock, or the locale', () => {
    const wrong = findings((node, { path }) => {
      if (calls(node, 'Math', 'random') || calls(node, 'Math', 'pow')) return true
      if (ts.isPropertyAccessExpression(node) && /^(toLocale\w*|localeCompare)$/.test(node.name.text)) return true
      if (ts.isIdentifier(node) && node.text === 'Intl') return true
      const outer = path.startsWith('host/') || path.startsWith('cli/')
      if (ts.isNewExpression(node) && node.expression.getText() === 'Date') return !path.startsWith('host/')
      return !outer && (calls(node, 'Date', 'now') || calls(node, 'performance', 'now'))
    })
    expect(wrong).toEqual([])
  })

  it('the process or the console outside cli and host', () => {
    const outside = /^(console\.\w+|process\.(argv|cwd|env|exit|exitCode|on|pid|platform|stderr|stdin|stdout))$/
    expect(
      findings(
        (node, { path }) =>
          ts.isPropertyAccessExpression(node) && outside.test(node.getText()) && !/^(cli|host)\//.test(path),
      ),
    ).toEqual([])
  })
})
