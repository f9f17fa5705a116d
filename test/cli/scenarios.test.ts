// Plays every scenario of this folder except the smoke test, which is played on every Node.
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { playScenarios } from './scenario.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

for (const file of readdirSync(folder).filter(name => name.endsWith('.scenario') && name !== 'smoke.scenario')) {
  describe(file, () => playScenarios(file))
}
