// Why a server cannot hold a queue, in words.
import { type Text, text } from '../../model/diagnostic.ts'
import type { QueueAddress } from './address.ts'

/** A password in the environment is in no list of processes. */
export const PASSWORD = 'SIGNAKIT_QUEUE_PASSWORD'

/** What an account of Redis needs; INFO is what the version and the role are read in. */
export const RIGHTS = '~signakit:* +@all -@dangerous +info'

const NOTICE = /^[A-Z]{3,20}(?= )/

/** What the server or the network says of an error: the first word of a reply, or the code of the system. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return NOTICE.exec(error.message)?.[0] ?? ''
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '')

/** `info` of « no permissions to run the 'info' command »; nothing else of a reply is shown, which may hold what was sent. */
const commandOf = (said: string): string | undefined => /'([a-z|]{1,40})' command/.exec(said)?.[1]

function forbiddenText({ shown }: QueueAddress, said: string): Text {
  const command = commandOf(said)
  const [fr, en] =
    command === undefined
      ? ['d’écrire sous signakit:*', 'write below signakit:*']
      : [`de lancer ${command.toUpperCase()}`, `run ${command.toUpperCase()}`]
  return text(
    `le compte donné à ${shown} n’a pas le droit ${fr}\u00a0: il lui faut ${RIGHTS}`,
    `the account given to ${shown} may not ${en}: it needs ${RIGHTS}`,
  )
}

const passwordText = ({ shown, hasPassword }: QueueAddress): Text =>
  hasPassword
    ? text(
        `${shown} refuse le nom ou le mot de passe de la file`,
        `${shown} refuses the name or the password of the queue`,
      )
    : text(
        `${shown} demande un mot de passe\u00a0: donnez-le par la variable ${PASSWORD}`,
        `${shown} asks for a password: give it in the variable ${PASSWORD}`,
      )

/** A mistake of the address or of the account, which the server tells of; undefined of anything else. */
export function refusedText(error: unknown, address: QueueAddress): Text | undefined {
  const said = messageOf(error)
  if (/NOPERM/.test(said)) return forbiddenText(address, said)
  if (/WRONGPASS|NOAUTH|invalid password/i.test(said)) return passwordText(address)
  if (/DB index|SELECT is not allowed/i.test(said)) {
    return text(
      `la base ${address.database} n’existe pas dans ce Redis (${address.shown})`,
      `this Redis has no database ${address.database} (${address.shown})`,
    )
  }
  if (/READONLY/.test(said)) return replicaText(address, undefined)
  return undefined
}

/** What keeps a server from taking anything for now, and may pass. */
export function hinderedText(error: unknown, { shown }: QueueAddress): Text | undefined {
  const said = messageOf(error)
  if (/\bOOM\b/.test(said)) {
    return text(
      `${shown} est plein\u00a0: on attend qu’il s’y libère de la place`,
      `${shown} is full: waiting for room`,
    )
  }
  if (/MISCONF/.test(said)) {
    return text(
      `${shown} n’arrive plus à écrire sur son disque, et refuse tout (MISCONF)\u00a0: on attend qu’il le puisse`,
      `${shown} cannot write to its disk any more, and refuses everything (MISCONF): waiting until it can`,
    )
  }
  return undefined
}

/** `primary`: host and port of the server that it copies, when it says so. */
export const replicaText = ({ shown }: QueueAddress, primary: string | undefined): Text =>
  text(
    `${shown} est une réplique en lecture seule\u00a0: donnez l’adresse du serveur principal${primary === undefined ? '' : ` (${primary})`}`,
    `${shown} is a read-only replica: give the address of the primary server${primary === undefined ? '' : ` (${primary})`}`,
  )

export const clusterText = ({ shown }: QueueAddress): Text =>
  text(
    `${shown} est une grappe (cluster)\u00a0: la file demande un serveur seul`,
    `${shown} is a cluster: the queue needs a single server`,
  )

export const tooOldText = ({ shown }: QueueAddress, version: string): Text =>
  text(
    `${shown} est un Redis ${version}\u00a0: il faut 6.2 ou plus`,
    `${shown} is Redis ${version}: 6.2 or later is needed`,
  )

export const forgetsText = ({ shown }: QueueAddress, policy: string): Text =>
  text(
    `attention\u00a0: ${shown} peut perdre des kits (maxmemory-policy ${policy}\u202f; réglez noeviction)`,
    `warning: ${shown} may lose kits (maxmemory-policy ${policy}; set noeviction)`,
  )

/** Of a first connection that failed. */
export function noServerText(error: unknown, address: QueueAddress): Text {
  const refused = refusedText(error, address)
  if (refused) return refused
  const { shown } = address
  const word = wordOf(error)
  if (word === 'ENOTFOUND' || word === 'EAI_AGAIN') {
    return text(`la machine de ${shown} est inconnue`, `the host of ${shown} is unknown`)
  }
  if (NOTICE.test(messageOf(error))) {
    return text(`${shown} répond par une erreur (${word})`, `${shown} answers with an error (${word})`)
  }
  const why = word === '' ? '' : ` (${word})`
  return text(
    `aucun Redis ne répond à ${shown}${why}\u00a0: vérifiez la machine, le port, et redis:// ou rediss://`,
    `no Redis answers at ${shown}${why}: check the host, the port, and redis:// or rediss://`,
  )
}
