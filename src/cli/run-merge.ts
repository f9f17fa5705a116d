// The work of signakit merge, and what is said of it.
import { type Merged, mergeShards } from '../batch/merge.ts'
import { openWorld } from '../host/world.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Session } from './session.ts'

const error = (fr: string, en: string): Text => text(`erreur\u00a0: ${fr}`, `error: ${en}`)

function told(merged: Merged, folders: readonly string[]): Text {
  const where = folders.join(', ')
  switch (merged.state) {
    case 'merged': {
      const { complete, incomplete, refused } = merged.counts
      const failed = incomplete + refused
      return text(
        `${merged.parts} parts réunies\u00a0: ${complete} kits complets, ${failed} à reprendre`,
        `${merged.parts} shards merged: ${complete} complete kits, ${failed} to mend`,
      )
    }
    case 'none':
      return error(
        `aucun rapport de part (batch.1-of-8.json) dans ${where}`,
        `no report of a shard (batch.1-of-8.json) in ${where}`,
      )
    case 'missing': {
      const list = merged.parts.map(index => `${index}/${merged.count}`).join(', ')
      return error(
        `il manque ces parts, ou elles ne sont pas finies\u00a0: ${list}`,
        `these shards are missing or not finished: ${list}`,
      )
    }
    case 'different':
      return error('ces parts ne viennent pas du même lot', 'these shards are not of one run')
    case 'failed': {
      const { path, message } = merged.failure
      return error(`${path}\u00a0: ${message.fr}`, `${path}: ${message.en}`)
    }
  }
}

function exitOf(merged: Merged): Exit {
  switch (merged.state) {
    case 'merged': {
      const { complete, incomplete, refused } = merged.counts
      if (incomplete + refused === 0) return EXIT.done
      return complete > 0 ? EXIT.partial : EXIT.refused
    }
    case 'none':
      return EXIT.usage
    case 'missing':
    case 'different':
      return EXIT.refused
    case 'failed':
      return EXIT.file
  }
}

export function runMerge(session: Session, given: readonly string[], out: string | undefined, quiet: boolean): void {
  const folders = given.length > 0 ? given : ['./sortie']
  const merged = mergeShards(folders, out ?? folders[0] ?? './sortie', openWorld())
  if (!quiet || merged.state !== 'merged') session.talk(session.say(told(merged, folders)))
  if (merged.state === 'merged') session.result(merged.files.json)
  session.exit(exitOf(merged))
}
