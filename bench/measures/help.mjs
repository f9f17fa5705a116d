// What `--help` costs, beside Node alone.
import { join } from 'node:path'
import { inTurn } from '../process.mjs'
import { CPU, comparison, figureOf, WALL } from '../table.mjs'

export function help({ root, rounds }) {
  const node = process.execPath
  const commands = { help: [node, join(root, 'bin/signakit.js'), '--help'], node: [node, '-e', '0'] }
  const results = inTurn(commands, rounds * 3)
  return {
    section: comparison(results, 'help', { help: '`signakit --help`', node: '`node -e 0`' }, [WALL, CPU]),
    figures: { help: figureOf(results, 'help', 'node') },
  }
}
