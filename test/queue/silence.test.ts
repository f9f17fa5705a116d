// Who listens to a queue, as the run sees it look after look, on a real Redis.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, expect, it } from 'vitest'
import { queueName } from '../../src/batch/queue/names.ts'
import { GIVE_UP, type Heard, Silence } from '../../src/batch/queue/silence.ts'
import { oracle } from '../oracles.ts'
import { serversIn } from './redis.ts'

const redis = oracle('redis-server')
const base = mkdtempSync(join(tmpdir(), 'signakit-silence-'))
const { serve, end } = serversIn(base, redis.path, '')
afterAll(async () => {
  await end()
  rmSync(base, { recursive: true, force: true })
})

const TOOL = 'abcdef0123456789'
const OWN = { queue: queueName(TOOL), version: '0.1.0', host: 'atelier', pid: 1, jobs: 1 }
const NOBODY = 'aucun signakit worker n’écoute'

it.skipIf(redis.missing)(
  'is told after a few looks, taken back, and told again; a full server explains it',
  async () => {
    const { port } = await serve('looks')
    const asked = new Redis({ port, host: '127.0.0.1' })
    const silence = new Silence(asked, { shown: 'redis://ici', tool: TOOL })
    const looks = async (count: number): Promise<readonly Heard[]> => {
      const heard: Heard[] = []
      for (let look = 0; look < count; look++) heard.push(await silence.hear([]))
      return heard
    }
    const said = (heard: readonly Heard[]) => heard.map(each => each.said?.fr.includes(NOBODY) ?? false)

    expect(said(await looks(3))).toEqual([false, false, true])
    const { over } = await silence.hear([OWN])
    expect(over?.fr).toContain(NOBODY)
    expect(await silence.hear([OWN])).toEqual({})

    expect(said(await looks(3))).toEqual([false, false, true])
    await silence.hear([OWN])
    await asked.config('SET', 'maxmemory', '1')
    expect(said(await looks(6))).toEqual(Array(6).fill(false))
    await asked.config('SET', 'maxmemory', '0')
    // They are given the time to say that they are there.
    expect(said(await looks(3))).toEqual([false, false, true])

    const [last] = (await looks(GIVE_UP)).flatMap(({ lost }) => lost ?? [])
    expect(last?.fr).toBe('aucun worker n’écoute redis://ici depuis un quart d’heure')
    asked.disconnect()
  },
)
