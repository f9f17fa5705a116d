// Spreadsheets of many rows: merely read, and whole through `signakit batch --plan`. A process each.
import { spawnSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { peakOf } from '../process.mjs'
import { sheetFiles } from '../sheet-files.mjs'
import { number, table } from '../table.mjs'

const LOOP = join(import.meta.dirname, '../sheet-loop.mjs')
const MEBIBYTE = 1024 * 1024

function made({ extension, make }, folder, rows, rank) {
  const file = join(folder, `sheet-${rank}.${extension}`)
  writeFileSync(file, make(rows))
  return file
}

/** The titles are a row as any other for what merely reads. */
function read(file, expected) {
  const { stdout } = spawnSync(process.execPath, [LOOP, file], { encoding: 'utf8' })
  const figures = JSON.parse(stdout)
  if (figures.rows !== expected) throw new Error(`${file}: ${figures.rows} rows instead of ${expected}`)
  return figures
}

/** The columns, the checks of each row and the pieces it would give: all that is said before a kit is made. */
function plan(root, file, folder, rows) {
  const command = [process.execPath, join(root, 'bin/signakit.js'), 'batch', file, '--plan', '-o', join(folder, 'plan')]
  const { stdout, ...figures } = peakOf([...command, '--lang', 'en'])
  if (!stdout.includes(`${rows - 20} more rows`)) throw new Error(`${file}: the plan does not tell ${rows} rows`)
  return figures
}

const cells = ({ wall, cpu, peak }) => [number(wall / 1000, 1), number(cpu / 1000, 1), number(peak)]

export function sheets({ root, disk, rows }) {
  const lines = sheetFiles.map((kind, rank) => {
    const file = made(kind, disk, rows, rank)
    const size = number(statSync(file).size / MEBIBYTE, 1)
    return [kind.title, size, ...cells(read(file, rows + 1)), ...cells(plan(root, file, disk, rows))]
  })
  const head = ['durée, s', 'processeur, s', 'mémoire, Mio']
  return {
    section: table(
      [
        `${number(rows)} lignes de 15 colonnes`,
        'Mio',
        ...head.map(name => `lire : ${name}`),
        ...head.map(name => `\`--plan\` : ${name}`),
      ],
      lines,
    ),
    figures: {},
  }
}
