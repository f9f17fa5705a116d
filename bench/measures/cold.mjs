// One kit, PDF only, by a process that starts for it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inTurn, measure } from '../process.mjs'
import { OURS, roster, titles } from '../roster.mjs'
import { CPU, comparison, figureOf, WALL } from '../table.mjs'

export function cold({ root, folder, content, rounds }) {
  const ours = join(folder, 'cold-signakit')
  const peer = name => roster[name].command(content.one, join(folder, `cold-${name}`))
  const commands = {
    signakit: [
      process.execPath,
      join(root, 'bin/signakit.js'),
      'render',
      content.files[0],
      '--format',
      'pdf',
      '-o',
      ours,
    ],
    typst: peer('typst'),
    pdfkit: peer('pdfkit'),
    'react-pdf': peer('react-pdf'),
    weasyprint: peer('weasyprint'),
  }
  const run = command => {
    rmSync(ours, { recursive: true, force: true })
    return measure(command)
  }
  const results = inTurn(commands, rounds, { run })
  return {
    section: comparison(results, 'signakit', { ...titles, signakit: OURS }, [WALL, CPU]),
    figures: { cold: figureOf(results, 'signakit', 'typst') },
  }
}
