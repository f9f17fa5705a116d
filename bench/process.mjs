// Runs a command on one core, where the machine lets us choose it, and measures it: wall and processor time in milliseconds.
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

const CORE = String(availableParallelism() - 1)
const pinned = spawnSync('taskset', ['-c', CORE, 'true']).status === 0 ? ['taskset', '-c', CORE] : []

/** The shell reports what its children used, which Node does not; what they say goes elsewhere. */
const TIMED = 'TIMEFORMAT="%R %U %S"; { time "$@" 2>&3; } 3>/dev/null'

/** @param options `cores: 'all'` leaves the command free */
export function measure(command, { cores = 'one' } = {}) {
  const line = [...(cores === 'one' ? pinned : []), 'bash', '-c', TIMED, 'bash', ...command]
  const [first, ...rest] = line
  const { status, stdout, stderr } = spawnSync(first, rest, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stdout}`)
  const [wall, user, system] = stderr.trim().split(/\s+/).map(Number)
  return { wall: wall * 1000, cpu: (user + system) * 1000, stdout }
}

/** All of them in turn, `rounds` times: A B C A B C…; first once each to warm the disk's cache, unless that is too long. */
export function inTurn(commands, rounds, { run = measure, warm = true } = {}) {
  for (const command of warm ? Object.values(commands) : []) run(command)
  const results = Object.fromEntries(Object.keys(commands).map(name => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, command] of Object.entries(commands)) results[name].push(run(command))
  return results
}

/** GNU time reports the peak memory of the largest process of a command, which Node does not; megabytes of 2^20 bytes. */
export function peakOf(command) {
  const line = ['-f', '%e %U %S %M', ...command]
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', line, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}\n${stderr}`)
  const [wall, user, system, peak] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { wall: wall * 1000, cpu: (user + system) * 1000, peak: peak / 1024, stdout }
}
