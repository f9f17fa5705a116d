// Every example against its Sheets as text, and the bytes of its files. UPDATE=1 rewrites both.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Backend } from '../../src/backend/backend.ts'
import { backends } from '../../src/backend/backends.ts'
import type { Prepared } from '../../src/pipeline.ts'
import { examples, options, prepareExample, world } from './examples.ts'
import { pieceText } from './sheet-text.ts'

const sheets = fileURLToPath(new URL('./sheets/', import.meta.url))
const hashes = fileURLToPath(new URL('./bytes/', import.meta.url))
const update = process.env['UPDATE'] === '1'

/** Compares with the golden, or rewrites it. A missing golden is a failure, never a pass. */
function compare(path: string, text: string): void {
  if (update) {
    mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true })
    writeFileSync(path, text)
  }
  expect(existsSync(path), `${path} is missing: UPDATE=1 makes it`).toBe(true)
  expect(text).toBe(readFileSync(path, 'utf8'))
}

const saying = ({ diagnostics }: Prepared): string[] =>
  diagnostics.map(
    ({ severity, rule, piece, message }) => `${severity}[${rule}]${piece ? ` ${piece}` : ''} ${message.fr}`,
  )

async function digests(prepared: Prepared): Promise<string> {
  const { assets } = prepared
  if (!assets) throw new Error('nothing to draw')
  const lines: string[] = []
  for (const { piece, sound } of prepared.pieces) {
    if (!sound) continue
    for (const [format, backend] of Object.entries<Backend>(backends)) {
      const rendered = await backend.render(piece, assets, { ...options, date: world.date, version: '0.0.0' })
      for (const { face, parts } of rendered) {
        const hash = createHash('sha256').update(Buffer.concat(parts)).digest('hex')
        lines.push(`${hash}  ${piece.id}${face ? `-${face}` : ''}.${format}`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}

describe.each(examples)('%s', name => {
  it('lays out the same sheets', async () => {
    const prepared = await prepareExample(name)
    const { assets } = prepared
    if (!assets) throw new Error(saying(prepared).join('\n'))
    const pieces = prepared.pieces.map(({ piece }) => pieceText(piece, assets))
    compare(`${sheets}${name}.txt`, `${[...saying(prepared), '', ...pieces].join('\n')}\n`)
  })

  it('writes the same bytes', async () => {
    compare(`${hashes}${name}.sha256`, await digests(await prepareExample(name)))
  })
})
