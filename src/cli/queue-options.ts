// The options that batch and worker share: the queue, the page that shows it, what one kit may take.
import { Option } from '@commander-js/extra-typings'
import { text } from '../model/diagnostic.ts'
import { number, wholeNumber } from './option-values.ts'
import { readQueue } from './queue-values.ts'
import type { Session } from './session.ts'

/** More processes than any machine has cores for. */
const MAX_JOBS = 256

/** Seconds, and MB of memory: for one kit, in one process. */
const TIMEOUT = { lowest: 1, highest: 3600, initial: 120 } as const
const MEMORY = { lowest: 256, highest: 65_536, initial: 2048 } as const

const MAX_PORT = 65_535

type Say = Session['say']

export const jobsOption = (say: Say) =>
  new Option('--jobs <n>', say(text('processus côte à côte', 'processes side by side')))
    .default(undefined, say(text('les cœurs de la machine', 'the cores of the machine')))
    .argParser(wholeNumber('--jobs', 1, MAX_JOBS))

export const timeoutOption = (say: Say) =>
  new Option('--kit-timeout <s>', say(text('secondes accordées à un kit', 'seconds given to one kit')))
    .default(TIMEOUT.initial)
    .argParser(number('--kit-timeout', TIMEOUT.lowest, TIMEOUT.highest))

export const memoryOption = (say: Say) =>
  new Option('--kit-memory <Mo>', say(text('mémoire d’un processus, en Mo', 'memory of one process, in MB')))
    .default(MEMORY.initial)
    .argParser(wholeNumber('--kit-memory', MEMORY.lowest, MEMORY.highest))

export const queueOption = (say: Say) =>
  new Option(
    '--queue <adresse>',
    say(
      text('file d’attente Redis ou Valkey\u00a0: redis://machine:6379', 'queue of Redis or Valkey: redis://host:6379'),
    ),
  ).argParser(readQueue)

export const dashboardOption = (say: Say) =>
  new Option(
    '--dashboard <port>',
    say(
      text(
        'page de suivi, pour cette machine seulement\u202f; 0 prend un port libre',
        'page that shows how far it is, for this machine only; 0 takes a free port',
      ),
    ),
  ).argParser(wholeNumber('--dashboard', 0, MAX_PORT))
