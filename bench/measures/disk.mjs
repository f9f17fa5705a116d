// What the promise « a file has its name only when it is whole and on the disk » costs, apart from all computing.
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { median, spread } from '../statistics.mjs'
import { number, range, table } from '../table.mjs'

const FILES = 4
const BYTES = 800_000
const TIMES = 30

function write(folder, name, bytes, sync) {
  const temporary = join(folder, `.${name}.tmp`)
  const handle = openSync(temporary, 'w')
  writeSync(handle, bytes)
  if (sync) fsyncSync(handle)
  closeSync(handle)
  renameSync(temporary, join(folder, name))
}

function syncFolder(folder) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const WAYS = {
  'sans attendre le disque': folder => all(folder, false),
  'chaque fichier attendu (fsync)': folder => all(folder, true),
  'et le dossier, une fois par kit': folder => {
    all(folder, true)
    syncFolder(folder)
  },
}

function all(folder, sync) {
  const bytes = Buffer.alloc(BYTES, 7)
  for (let file = 0; file < FILES; file += 1) write(folder, String(file), bytes, sync)
}

export function disk({ disk: folder }) {
  const times = Object.fromEntries(Object.keys(WAYS).map(name => [name, []]))
  for (let turn = 0; turn < TIMES; turn += 1) {
    for (const [name, way] of Object.entries(WAYS)) {
      const place = join(folder, 'disk')
      mkdirSync(place)
      const start = performance.now()
      way(place)
      times[name].push(performance.now() - start)
      rmSync(place, { recursive: true })
    }
  }
  const [bare] = Object.values(times)
  const rows = Object.entries(times).map(([name, all]) => [
    name,
    range(spread(all), 1),
    range(spread(all.map((time, turn) => time - bare[turn])), 1),
  ])
  const note = `Un kit : ${FILES} fichiers, ${number((FILES * BYTES) / 1e6, 1)} Mo. Médiane : ${number(median(bare), 1)} ms sans attendre.`
  return { section: `${table(['', 'ms par kit', 'de plus, ms'], rows)}\n\n${note}`, figures: {} }
}
