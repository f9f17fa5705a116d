// The registry of measures: what each compares, and the table it gives.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bytesTable } from './file-bytes.mjs'
import { partCosts } from './part-costs.mjs'
import { inTurn, measure } from './process.mjs'
import { median, spread } from './statistics.mjs'
import { comparison, number, range, ratioCell, table } from './table.mjs'
import { verify } from './verify.mjs'
import { writeCosts } from './write-costs.mjs'

const node = process.execPath
const WALL = { title: 'durée', of: ({ wall }) => wall }
const CPU = { title: 'processeur', of: ({ cpu }) => cpu }

const ENGINES = {
  signakit: 'Signakit : du YAML aux fichiers contrôlés et nommés',
  typst: 'Typst dans Node (typst-ts-node-compiler 0.7.0)',
  pdfkit: 'pdfkit 0.20.2, police ouverte par document',
}
const WARM_UP = 10

const bin = root => join(root, 'bin/signakit.js')

function cold({ root, folder, content, rounds }) {
  const peer = name => [node, join(root, 'bench/peers/main.mjs'), name, content.one, join(folder, 'cold', name)]
  for (const name of ['typst', 'pdfkit']) mkdirSync(join(folder, 'cold', name), { recursive: true })
  const ours = join(folder, 'cold/signakit')
  const render = [node, bin(root), 'render', content.files[0], '--format', 'pdf', '--out', ours]
  const commands = { signakit: render, typst: peer('typst'), pdfkit: peer('pdfkit') }
  const results = inTurn(commands, rounds, command => {
    rmSync(ours, { recursive: true, force: true })
    return measure(command)
  })
  for (const name of ['typst', 'pdfkit']) verify(content.one, join(folder, 'cold', name), name)
  return comparison(results, 'signakit', ENGINES, [WALL, CPU])
}

function help({ root, rounds }) {
  const commands = { help: [node, bin(root), '--help'], node: [node, '-e', '0'] }
  const results = inTurn(commands, rounds * 3)
  return comparison(results, 'help', { help: '`signakit --help`', node: '`node -e 0`' }, [WALL, CPU])
}

/** Of one process: its median kit, so that a kit that met another program counts for little. */
const loop = ({ root, folder, content }, engine, formats = 'pdf') => [
  ...[node, join(root, 'bench/loop.mjs'), engine, content.all],
  ...[join(folder, 'loop'), String(WARM_UP), formats],
]

const runLoop = command => JSON.parse(measure(command).stdout)

const PER_KIT = { title: 'par kit', of: ({ times }) => median(times) }

function warm(context) {
  const commands = Object.fromEntries(Object.keys(ENGINES).map(name => [name, loop(context, name)]))
  const results = inTurn(commands, Math.ceil(context.rounds / 2), runLoop)
  const rows = Object.entries(results).map(([name, all]) => [
    ENGINES[name],
    range(spread(all.map(({ first }) => first))),
    range(spread(all.map(({ peak }) => peak))),
  ])
  const memory = table(['', 'premier kit, ms', 'mémoire la plus haute, Mio'], rows)
  return `${comparison(results, 'signakit', ENGINES, [PER_KIT])}\n\n${memory}`
}

function formats(context) {
  const titles = { pdf: 'PDF/X-4', svg: 'SVG', png: 'PNG à 150 ppp', 'pdf,png': 'PDF et PNG (par défaut)' }
  const commands = Object.fromEntries(Object.keys(titles).map(name => [name, loop(context, 'signakit', name)]))
  const results = inTurn(commands, Math.ceil(context.rounds / 2), runLoop)
  const rows = Object.keys(titles).map(name => [
    titles[name],
    range(spread(results[name].map(PER_KIT.of)), 1),
    ratioCell(results, name, 'pdf', PER_KIT.of),
  ])
  return table(['Formats', 'par kit, ms', '÷ PDF seul'], rows)
}

export const measures = {
  help: { title: 'Aide', run: help },
  cold: { title: 'Démarrage à froid : un kit, le processus entier', run: cold },
  warm: { title: 'Kits à la suite dans un processus', run: warm },
  formats: { title: 'Par format, à la suite', run: formats },
  bytes: { title: 'Taille des fichiers', run: bytesTable },
  parts: { title: 'Par partie', run: context => partCosts(context, { range, table }) },
  disk: { title: 'Ce que coûte le disque', run: context => writeCosts(context, { number, range, table }) },
}
