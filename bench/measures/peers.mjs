// Fewer kits, everybody: what each takes, and what of each comes back when its files are opened.
import { join } from 'node:path'
import { inTurn, measure } from '../process.mjs'
import { firstKits, PEERS, roster, titles } from '../roster.mjs'
import { CPU, comparison, figureOf, number, table, WALL } from '../table.mjs'
import { verify } from '../verify.mjs'

const yes = { true: 'oui', false: 'non' }

export function peers({ folder, content, peerKits, peerRounds }) {
  const few = firstKits(content, peerKits)
  const out = name => join(folder, `peers-${name}`)
  const names = ['signakit', ...PEERS]
  const commands = Object.fromEntries(names.map(name => [name, roster[name].command(few, out(name))]))
  const results = inTurn(commands, peerRounds, { run: measure, warm: false })
  const rows = names.map(name => {
    const { error, unembedded, texts, back } = verify(few, out(name))
    return [titles[name], number(error, 3), yes[unembedded === 0], `${back} sur ${texts}`, 'lu', roster[name].lacks]
  })
  const head = ['', 'écart de taille, mm', 'polices incorporées', 'textes retrouvés', 'code QR', 'ce qui lui manque']
  return {
    section: `${comparison(results, 'signakit', titles, [WALL, CPU])}\n\n${table(head, rows)}`,
    figures: Object.fromEntries(PEERS.map(name => [`peer-${name}`, figureOf(results, 'signakit', name)])),
  }
}
