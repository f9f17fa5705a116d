// Keeps the pages that people write true: links lead somewhere, kits shown are valid, every key and command is explained.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readEntries } from '../../src/batch/entries.ts'
import { VERB_NAMES } from '../../src/cli/verbs.ts'
import { openWorld } from '../../src/host/world.ts'
import { KIT_KEYS } from '../../src/input/kit-schema.ts'
import { loadReference } from '../../src/input/reference.ts'
import { familyKeys, PLAIN, readEntry, readKit } from '../../src/pipeline.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const PAGES = ['README.md', 'CHANGELOG.md', 'docs/guide.fr.md'] as const

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm

const withoutCode = (page: string): string => page.replace(FENCE, '').replace(/`[^`\n]+`/g, '')

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/ /g, '-')

const anchors = (page: string): readonly string[] =>
  [...page.replace(FENCE, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

const links = (page: string): readonly string[] =>
  [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

const isBroken = (from: string, target: string): boolean => {
  if (/^https?:/.test(target)) return false
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? from : join(dirname(from), path)
  if (!existsSync(join(root, file))) return true
  return anchor !== undefined && !anchors(read(file)).includes(anchor)
}

describe.each(PAGES)('%s', page => {
  const text = read(page)

  it('has no link that leads nowhere', () => {
    expect(links(text).filter(target => isBroken(page, target))).toEqual([])
  })

  const kits = [...text.matchAll(FENCE)]
    .filter(([, language]) => language === 'yaml')
    .map(([, , content = '']) => content)
    .filter(content => content.includes('\n  nom:'))

  it.each(kits)('shows a kit that says nothing wrong: %#', content => {
    const { value, diagnostics } = readKit('-', new TextEncoder().encode(content), PLAIN, openWorld({}))
    expect(diagnostics).toEqual([])
    expect(value).toBeDefined()
  })
})

describe('the guide', () => {
  const guide = read('docs/guide.fr.md')
  const named = new Set([...guide.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name))

  it('explains every key of a kit', () => {
    const keys = Object.values(KIT_KEYS).flat()
    expect(keys.length).toBeGreaterThan(30)
    expect(keys.filter(key => !named.has(key) && !named.has(`${key}:`))).toEqual([])
  })

  it('shows at least forty bad inputs, each as the page of errors has it, which the tests of bad inputs renew', () => {
    const shown = guide.slice(guide.indexOf('<!-- erreurs -->'), guide.indexOf('<!-- /erreurs -->')).split('\n')
    const rows = shown.filter(line => line.startsWith('| ```'))
    const tested = new Set(read('docs/erreurs.fr.md').split('\n'))
    expect(new Set(rows).size).toBeGreaterThanOrEqual(40)
    expect(rows.filter(row => !tested.has(row))).toEqual([])
  })

  it('shows JSON lines of which each gives its kit, with what it says', async () => {
    const [, lines = ''] = /^```json\n(\{"nom"[\s\S]*?)^```$/m.exec(guide) ?? []
    const folder = mkdtempSync(join(tmpdir(), 'signakit-guide-'))
    const file = join(folder, 'lot.jsonl')
    writeFileSync(file, lines)
    const world = openWorld({})
    const options = { table: {}, columns: { families: familyKeys(world), cafs: loadReference(world).cafs } }
    const given: unknown[] = []
    for await (const each of readEntries([{ file, kind: 'lines' }], options, world)) {
      if ('rule' in each) expect(each.severity).toBe('note')
      else {
        const { value, diagnostics } = readEntry(each, PLAIN, world)
        expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
        given.push([value?.id, value?.pieces?.length, value?.structure.horaires?.length])
      }
    }
    rmSync(folder, { recursive: true })
    expect(given).toEqual([
      ['les-lilas-bordeaux', 2, undefined],
      ['le-parc-pessac', 1, 2],
      ['la-ruche', 1, undefined],
    ])
  })

  it('names every command', () => {
    expect(VERB_NAMES.filter(verb => !guide.includes(`\`signakit ${verb} `))).toEqual([])
  })

  it('uses French spaces and apostrophes', () => {
    const prose = withoutCode(guide).replace(/\]\([^)]*\)/g, '](…)')
    const wrong = prose.split('\n').filter(line => /\w'|« | »| [;!?](?!\[)|(?<![|:-]) :(?=\s|$)/.test(line))
    expect(wrong).toEqual([])
  })
})
