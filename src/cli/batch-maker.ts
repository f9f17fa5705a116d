// Who makes the kits of a batch: processes of this machine, or the workers of a queue.
import { availableParallelism } from 'node:os'
import type { Maker } from '../batch/execute.ts'
import { compareReads } from '../batch/noted-world.ts'
import { openPool } from '../batch/pool.ts'
import type { QueueAddress } from '../batch/queue/address.ts'
import type { QueueCounts } from '../batch/queue/queue-request.ts'
import { toolHash } from '../batch/tool-hash.ts'
import { openWorld } from '../host/world.ts'
import type { Text } from '../model/diagnostic.ts'
import type { World } from '../model/world.ts'
import { expectedReads } from './expected-reads.ts'
import { hearLibraries, sayProblem } from './queue-talk.ts'
import type { Session } from './session.ts'

export type MakerFlags = {
  readonly jobs?: number | undefined
  readonly kitTimeout: number
  readonly kitMemory: number
  readonly queue?: QueueAddress | undefined
}

export type BatchMaker = Maker & {
  /** Nothing more will be handed out: what is being made is finished. */
  stop(): void
  /** At once. */
  kill(): void
  /** Why no kit can be made any more, if so. */
  lost(): Text | undefined
  counts(): Promise<QueueCounts | undefined>
  close(): Promise<void>
}

function openLocal({ jobs = availableParallelism(), kitTimeout, kitMemory }: MakerFlags): BatchMaker {
  const pool = openPool(jobs, { time: kitTimeout * 1000, memory: kitMemory })
  return {
    ahead: jobs * 2,
    make: pool.make,
    stop: () => {},
    kill: pool.kill,
    lost: () => undefined,
    counts: () => Promise.resolve(undefined),
    close: pool.close,
  }
}

/** Undefined when there is no queue: it has been said why. */
async function openRemote(
  address: QueueAddress,
  session: Session,
  world: World,
  talk: (said: Text) => void,
): Promise<BatchMaker | undefined> {
  const { link } = await import('../batch/queue/redis.ts')
  const { openQueue } = await import('../batch/queue/queue-maker.ts')
  hearLibraries(address, talk)
  const linked = await link(address, talk)
  if (!linked.ok) {
    sayProblem(linked.problem, session)
    return undefined
  }
  const request = {
    tool: toolHash(world),
    cwd: session.cwd,
    shown: address.shown,
    talk,
    expected: expectedReads(openWorld()),
    files: () => compareReads(openWorld()),
  }
  return { ...openQueue(linked.link, request), kill: linked.link.close }
}

export async function openMaker(
  flags: MakerFlags,
  session: Session,
  world: World,
  talk: (said: Text) => void,
): Promise<BatchMaker | undefined> {
  return flags.queue ? openRemote(flags.queue, session, world, talk) : openLocal(flags)
}
