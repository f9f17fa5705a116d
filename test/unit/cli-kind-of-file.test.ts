// What a file given to check is: told by any key that only its kind has.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkPrinterFile } from '../../src/cli/check-design.ts'
import { kindOfFile } from '../../src/cli/kind-of-file.ts'
import { brandFile } from '../../src/design/brand-file.ts'
import { printerFile } from '../../src/design/printer-file.ts'
import { openWorld } from '../../src/host/world.ts'

const world = openWorld()
const folder = mkdtempSync(join(tmpdir(), 'signakit-kind-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: string, name = 'x.yaml'): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const kindOf = (content: string, name?: string): string => kindOfFile(file(content, name), world)

const shared = new Set([...Object.keys(brandFile.shape), 'sources'])

describe('a printer', () => {
  it.each(Object.keys(printerFile.shape).filter(key => !shared.has(key)))('is told by `%s`', key => {
    expect(kindOf(`id: x\ntitle: X\n${key}: 1\n`)).toBe('printer')
  })

  it('that only says which it extends is none of the others', () => {
    expect(kindOf('id: x\ntitle: X\nextends: standard\n')).toBe('printer')
    expect(kindOf('id: x\ntitle: X\nextends: caf-maquette\n', 'brand.yaml')).toBe('brand')
    expect(kindOf('nom: Les Lilas\n')).toBe('kit')
    expect(kindOf('kit: { charte: x }\nmarks: 1\n')).toBe('kit')
  })

  it.each([
    ['oui', []],
    ['true', []],
    ['Non', []],
    ['peut-être', ['wrong-value']],
  ])('says `%s` to a question', (word, rules) => {
    const rank = `says-${word.toLowerCase().replace(/[^a-z]/g, 'x')}`
    const words = ['marks', 'outline-text', 'small-profile'].map(key => `${key}: ${word}\n`).join('')
    // Each in a file of its own: a World reads a printer once.
    const path = file(`id: ${rank}\ntitle: X\nextends: standard\n${words}white: { shadows: ${word} }\n`, `${rank}.yaml`)
    const found = checkPrinterFile(path, world).filter(({ severity }) => severity === 'error')
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual(rules)
    expect(found.length).toBe(rules.length * 4)
  })
})
