// Reads the values of the options of queues and their workers.
import { isAbsolute, resolve } from 'node:path'
import { type QueueAddress, readAddress } from '../batch/queue/address.ts'
import { PASSWORD } from '../batch/queue/server-texts.ts'
import { isBelow, type PathMap } from '../host/fence.ts'
import { text } from '../model/diagnostic.ts'
import { UsageError } from './usage-error.ts'

/** What was typed may hold a password: it is not said again. */
export function readQueue(value: string): QueueAddress {
  const address = readAddress(value, process.env[PASSWORD])
  if (address) return address
  throw new UsageError(
    text('--queue\u00a0: cette adresse ne se lit pas', '--queue: this address cannot be read'),
    text(
      'attendu\u00a0: redis://machine:6379, rediss://nom:mot-de-passe@machine:6380/0 ou valkey://machine:6379',
      'expected redis://host:6379, rediss://name:password@host:6380/0 or valkey://host:6379',
    ),
  )
}

/** Folders, gathered, absolute. */
export const readRoot = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  resolve(value),
]

/** `/srv/caf=/mnt/caf`, gathered: a folder as the run names it, then as this machine does. */
export function readPathMap(value: string, before: readonly PathMap[] = []): readonly PathMap[] {
  const [, from = '', to = ''] = /^([^=]+)=(.+)$/s.exec(value) ?? []
  const read = { from: resolve(from), to: resolve(to) }
  if (!isAbsolute(from) || !isAbsolute(to)) {
    throw new UsageError(
      text(
        `--map-path\u00a0: «\u00a0${value}\u00a0» ne se lit pas\u202f; attendu\u00a0: /srv/caf=/mnt/caf, deux chemins absolus`,
        `--map-path: cannot read “${value}”; expected /srv/caf=/mnt/caf, two absolute paths`,
      ),
    )
  }
  const all = [...before, read]
  // A path that is of this machine already must not be taken for one of the other.
  const twice = all.some(a => all.some(b => isBelow(a.to, b.from) && a.to !== a.from))
  if (twice) {
    throw new UsageError(
      text(
        `--map-path\u00a0: ${read.to} est aussi un dossier de l’autre machine\u00a0: montez-le ailleurs`,
        `--map-path: ${read.to} is a folder of the other machine too: mount it elsewhere`,
      ),
    )
  }
  return all
}
