// Runs a command on one core and measures it: wall and processor time, in milliseconds.
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const CORE = String(availableParallelism() - 1)

/** The shell reports what its child used, which Node does not. */
const TIMED = 'TIMEFORMAT="%R %U %S"; { time "$@" 2>&3; } 3>/dev/null'

export function measure(command) {
  const { status, stdout, stderr } = spawnSync('taskset', ['-c', CORE, 'bash', '-c', TIMED, 'bash', ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stdout}`)
  const [wall, user, system] = stderr.trim().split(/\s+/).map(Number)
  return { wall: wall * 1000, cpu: (user + system) * 1000, stdout }
}

/** Runs each command once to warm the disk's cache, then all of them in turn, `rounds` times: A B C A B C… */
export function inTurn(commands, rounds, run = measure) {
  for (const command of Object.values(commands)) run(command)
  const results = Object.fromEntries(Object.keys(commands).map(name => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, command] of Object.entries(commands)) results[name].push(run(command))
  return results
}
