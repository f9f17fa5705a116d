// The work of signakit merge, and what is said of it.
import { type Merged, mergeShards } from '../batch/merge.ts'
import { openWorld } from '../host/world.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { EXIT, type Exit } from './exit.ts'
import type { Session } from './session.ts'
import { holderTexts } from './told-batch.ts'

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
        `aucune part à réunir dans ${where}\u00a0: une part se fait avec --shard et laisse son rapport, comme batch.1-of-2.json`,
        `no shard to merge in ${where}: a shard is made with --shard and leaves its report, such as batch.1-of-2.json`,
      )
    case 'missing': {
      const list = merged.parts.map(index => `${index}/${merged.count}`).join(', ')
      return error(
        `il manque ces parts, ou elles ne sont pas finies\u00a0: ${list}`,
        `these shards are missing or not finished: ${list}`,
      )
    }
    case 'mixed': {
      const list = merged.parts.join(', ')
      return error(
        `deux découpages sont mêlés\u00a0: ${list}\u202f; gardez les parts d’un seul, ou réunissez chacun à part`,
        `two cuts are mixed: ${list}; keep the shards of one only, or merge each on its own`,
      )
    }
    case 'twice': {
      const list = merged.parts.map(({ part, folder }) => `${part} (${folder})`).join(', ')
      return error(`une part se trouve plusieurs fois\u00a0: ${list}`, `a shard is there more than once: ${list}`)
    }
    case 'different': {
      const list = merged.parts.map(({ part, folder, command }) => `${part} (${folder})\u00a0: ${command}`)
      return error(
        `ces parts ne viennent pas du même lot\u00a0: ${list.join('\u202f; ')}`,
        `these shards are not of one run: ${list.join('; ')}`,
      )
    }
    case 'tools': {
      const list = merged.parts.map(({ part, folder, version }) => `${part} (${folder})\u00a0: ${version}`)
      return error(
        `ces parts n’ont pas toutes été faites par le même signakit\u00a0: ${list.join('\u202f; ')}. Installez le même partout, puis relancez-les.`,
        `these shards were not all made by the same signakit: ${list.join('; ')}. Install the same one everywhere, then run them again.`,
      )
    }
    case 'changed': {
      const { part, folder } = merged.last
      const list = merged.parts.map(each => `${each.part} (${each.folder})`).join(', ')
      return error(
        `les lignes ont changé entre les parts. À relancer, car elles en ont lu d’autres que la dernière faite (${part}, ${folder})\u00a0: ${list}. Ce qui est déjà juste n’est pas refait.`,
        `the rows have changed between the shards. To be run again, since they have read other rows than the last one made (${part}, ${folder}): ${list}. What is right already is not made again.`,
      )
    }
    case 'damaged': {
      const list = merged.parts.join(', ')
      return error(
        `ces rapports ne disent pas autant de kits que leur lot en a compté\u00a0: ${list}\u202f; relancez ces parts, ce qui est déjà juste n’est pas refait`,
        `these reports do not tell as many kits as their run has counted: ${list}; run these shards again, what is right already is not made again`,
      )
    }
    case 'held': {
      const [who, later] = holderTexts(merged.holder)
      return error(
        `une part se fait encore dans ${merged.folder}, ou ses parts sont déjà en train d’être réunies${who.fr}. Attendez, puis réunissez-les.${later.fr}`,
        `a shard is still being made in ${merged.folder}, or its shards are being merged already${who.en}. Wait, then merge them.${later.en}`,
      )
    }
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
    case 'mixed':
    case 'twice':
    case 'different':
    case 'tools':
    case 'changed':
    case 'damaged':
      return EXIT.refused
    case 'held':
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
