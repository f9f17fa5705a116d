// A whole batch by the command line, from a spreadsheet to kits on the disk: what a user sees of it.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { peakOf } from '../process.mjs'
import { sheetFiles } from '../sheet-files.mjs'
import { number, table } from '../table.mjs'

const MEBIBYTE = 1024 * 1024

function weigh(folder) {
  let files = 0
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    files++
    bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  return { files, bytes }
}

export function run({ root, disk, kits }) {
  const sheet = join(disk, 'structures.csv')
  const out = join(disk, 'run')
  writeFileSync(sheet, sheetFiles[0].make(kits))
  const command = [
    process.execPath,
    join(root, 'bin/signakit.js'),
    'batch',
    sheet,
    '-o',
    out,
    '--quiet',
    '--lang',
    'en',
  ]
  const first = peakOf([...command, '--format', 'pdf'])
  const { counts } = JSON.parse(readFileSync(join(out, 'batch.json'), 'utf8'))
  if (counts.complete !== kits) throw new Error(`${counts.complete} kits are complete instead of ${kits}`)
  const { files, bytes } = weigh(out)
  const again = peakOf([...command, '--format', 'pdf'])
  rmSync(out, { recursive: true })
  const row = (title, { wall, cpu, peak }, ...more) => [
    title,
    number(wall / 1000, 1),
    number((kits * 1000) / wall, 1),
    number(cpu / kits, 1),
    number(peak),
    ...more,
  ]
  return {
    section: table(
      [
        `${number(kits)} lignes d’un CSV, deux PDF chacune`,
        'durée, s',
        'kits par seconde',
        'processeur par kit, ms',
        'le plus gros processus, Mio',
        'fichiers',
        'Mio sur le disque',
      ],
      [row('tout est à faire', first, number(files), number(bytes / MEBIBYTE)), row('rien n’a changé', again, '', '')],
    ),
    figures: {},
  }
}
