// What the build knows of our own YAML is what the sources read in it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/design/known-data.ts'
import { openWorld } from '../../src/host/world.ts'
import { openStored, readKnown, storedYaml } from '../../src/input/known-yaml.ts'
import { sha256Of } from '../../src/input/sha256.ts'
import { parseYaml } from '../../src/input/yaml.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The facts of the build that the tool starts with. */
function built(): ReadonlyMap<string, string> {
  const program = /program-\w+\.cjs/.exec(readFileSync(join(root, 'dist/cli.cjs'), 'utf8'))?.[0] ?? ''
  const known = /known-\w+\.jsonl/.exec(readFileSync(join(root, 'dist', program), 'latin1'))?.[0] ?? ''
  return readKnown(readFileSync(join(root, 'dist', known), 'utf8'))
}

const yamlFiles = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => join(root, folder, name))

describe('the facts of the build', () => {
  it('are those of the sources, and no other', () => {
    const now = new Map([...factsOf(openWorld())].map(([key, value]) => [key, JSON.stringify(value)]))
    const known = [...built()].map(([key, json]) => [key, JSON.stringify(JSON.parse(json))] as const)
    expect(new Map(known)).toEqual(now)
  })

  it('tell of every template, brand, product and printer what its parser says', () => {
    const known = built()
    const files = yamlFiles('templates')
    expect(files.length).toBeGreaterThan(50)
    for (const file of files) {
      const bytes = readFileSync(file)
      const { value, diagnostics } = parseYaml(bytes.toString('utf8'), file)
      expect(diagnostics, file).toEqual([])
      const stored = openStored(known.get(`yaml ${sha256Of(bytes)}`) ?? 'null', bytes.toString('utf8'), file)
      expect(stored.data, file).toEqual(value?.data)
      expect(stored.spans, file).toEqual(value?.spans)
      expect(Object.getPrototypeOf(stored.spans)).toBeNull()
      for (const path of Object.keys(stored.spans)) expect(stored.sources(path), path).toBe(value?.sources(path))
    }
  })

  it('hold a checked value for each of them', () => {
    const kinds = [...built().keys()].map(key => key.split(' ')[0])
    const count = (kind: string): number => kinds.filter(each => each === kind).length
    expect(count('product') + count('family')).toBe(yamlFiles('templates/products').length)
    expect(count('printer')).toBe(yamlFiles('templates/printers').length)
    expect(count('brand') + count('template')).toBe(yamlFiles('templates/brands').length)
    expect(count('types')).toBe(1)
  })
})

describe('a stored file', () => {
  it('says what its scalars were written as, under the name it has here', () => {
    const source = 'a: 01000\nb: [1.50, oui]\n'
    const { value } = parseYaml(source, 'there.yaml')
    const stored = openStored(JSON.stringify(value && storedYaml(value)), source, 'here.yaml')
    expect(stored.sources('a')).toBe('01000')
    expect(stored.sources('b.0')).toBe('1.50')
    expect(stored.spans['b.1']).toEqual({ file: 'here.yaml', line: 2, column: 11, length: 3 })
  })
})
