// Logos are as valuable as texts: none is trimmed off, none lies under a screw.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { prepare, readKit } from '../../src/pipeline.ts'
import { options, world } from '../golden/examples.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

describe.each(['hole-keep-out', 'safe-zone'])('%s', rule => {
  it('speaks of a logo by the name of its partner, and shows the line to edit', async () => {
    const { value } = readKit(`${folder}${rule}/bad-logo.yaml`, undefined, options, world)
    if (!value) throw new Error('unreadable kit')
    const { diagnostics } = await prepare(value, options, world)
    const [found, ...others] = diagnostics.filter(({ severity }) => severity === 'error')
    expect(others).toEqual([])
    expect(found?.rule).toBe(rule)
    expect(found?.message.fr).toContain('le logo « Ville d’Essai »')
    const at = found?.at
    const line = at && 'line' in at ? readFileSync(at.file, 'utf8').split('\n')[at.line - 1] : undefined
    expect(line).toContain('# ici')
  })
})
