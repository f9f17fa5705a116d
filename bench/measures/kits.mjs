// Many kits in one process: wall and processor time, kits per second, and the floor of writing the same bytes.
import { join } from 'node:path'
import { inTurn, measure } from '../process.mjs'
import { firstKits, roster, titles } from '../roster.mjs'
import { median, spread } from '../statistics.mjs'
import { CPU, comparison, figureOf, number, range, table, WALL } from '../table.mjs'

const withLoop = command => {
  const { stdout, ...times } = measure(command)
  return { ...times, ...JSON.parse(stdout) }
}

export function compareKits({ folder, content, rounds, kits }, names, label) {
  const out = name => join(folder, `${label}-${name}`)
  const commands = Object.fromEntries(
    names.map(name => [name, roster[name].command(firstKits(content, kits), out(name))]),
  )
  const floor = name => [
    process.execPath,
    join(import.meta.dirname, '../floor.mjs'),
    out(name),
    out('floor'),
    String(kits),
  ]
  const floors = names.filter(name => name.startsWith('signakit'))
  const run = command => withLoop(command)
  const results = inTurn(commands, rounds, { run, warm: false })
  const written = Object.fromEntries(floors.map(name => [name, inTurn({ floor: floor(name) }, rounds, { run }).floor]))
  return { results, written }
}

/** Ours over merely writing, inside the process on both sides: the start is in the other rows. */
const overFloor = (results, written, name) =>
  spread(results[name].map(({ all }, round) => all / written[name][round].all))

export function kits(context) {
  const { results, written } = compareKits(context, ['signakit', 'signakit-small', 'typst'], 'kits')
  const perSecond = Object.entries(results).map(([name, all]) => [
    titles[name],
    range(spread(all.map(({ wall }) => (context.kits * 1000) / wall)), 1),
    range(spread(all.map(({ cpu }) => cpu / context.kits)), 1),
    number(median(all.map(({ times }) => median(times))), 1),
    written[name] ? range(overFloor(results, written, name), 1) : '',
  ])
  const head = [
    '',
    'kits par seconde',
    'processeur par kit, ms',
    'kit médian, ms',
    'fois la simple écriture des mêmes octets',
  ]
  return {
    section: `${comparison(results, 'signakit', titles, [WALL, CPU])}\n\n${table(head, perSecond)}`,
    figures: {
      kits: figureOf(results, 'signakit', 'typst'),
      'kits-small': figureOf(results, 'signakit-small', 'typst'),
      floor: overFloor(results, written, 'signakit'),
      'floor-small': overFloor(results, written, 'signakit-small'),
    },
  }
}

export function photo(context) {
  const { results } = compareKits({ ...context, content: context.photo() }, ['signakit', 'typst'], 'photo')
  return {
    section: comparison(results, 'signakit', titles, [WALL, CPU]),
    figures: { photo: figureOf(results, 'signakit', 'typst') },
  }
}
