// What each format costs us, kit after kit in one process.
import { join } from 'node:path'
import { inTurn, measure } from '../process.mjs'
import { firstKits, roster } from '../roster.mjs'
import { median, spread } from '../statistics.mjs'
import { range, ratioCell, table } from '../table.mjs'

const WARM_UP = 10
/** More would say the same. */
const MOST = 60
/** Fewer would leave nothing to count. */
export const LEAST_FOR_FORMATS = WARM_UP + 6

const TITLES = { pdf: 'PDF/X-4', svg: 'SVG', png: 'PNG à 150 ppp', 'pdf,png': 'PDF et PNG (par défaut)' }
const perKit = ({ times }) => median(times)

export function formats({ folder, content, rounds, kits }) {
  const few = firstKits(content, Math.min(Math.max(kits, LEAST_FOR_FORMATS), MOST))
  const of = name => roster.signakit.command(few, join(folder, 'formats'), String(WARM_UP), name)
  const commands = Object.fromEntries(Object.keys(TITLES).map(name => [name, of(name)]))
  const run = command => JSON.parse(measure(command).stdout)
  const results = inTurn(commands, Math.ceil(rounds / 2), { run, warm: false })
  const rows = Object.keys(TITLES).map(name => [
    TITLES[name],
    range(spread(results[name].map(perKit)), 1),
    ratioCell(results, name, 'pdf', perKit),
  ])
  return { section: table(['Formats', 'par kit, ms', '÷ PDF seul'], rows), figures: {} }
}
