// The examples, each read and prepared once for every test that looks at them.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openWorld } from '../../src/host/world.ts'
import type { Kit } from '../../src/model/kit.ts'
import { PLAIN, type Prepared, prepare, type RenderOptions, readKit } from '../../src/pipeline.ts'

export const folder = fileURLToPath(new URL('../../examples/', import.meta.url))

export const examples: readonly string[] = readdirSync(folder)
  .filter(name => name.endsWith('.yaml') && name !== 'signakit.yaml')
  .map(name => name.replace(/\.yaml$/, ''))
  .sort()

export const world = openWorld({})

export const options: RenderOptions = { ...PLAIN, formats: ['pdf', 'svg', 'png'], dpi: 36 }

export function exampleKit(name: string): Kit {
  const { value, diagnostics } = readKit(`${folder}${name}.yaml`, undefined, options, world)
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.fr)
  if (!value || errors.length > 0) throw new Error(`${name}: ${errors.join('; ')}`)
  return value
}

const prepared = new Map<string, Promise<Prepared>>()

export function prepareExample(name: string): Promise<Prepared> {
  let known = prepared.get(name)
  if (!known) {
    known = prepare(exampleKit(name), options, world)
    prepared.set(name, known)
  }
  return known
}
