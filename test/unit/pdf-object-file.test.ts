// A file of objects: where each is said to be, and digests that do not depend on what was written before in the process.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type FinishedFile, ObjectFile } from '../../src/backend/pdf/object-file.ts'

const profile = Uint8Array.from({ length: 5000 }, (_, index) => index % 251)

function write(
  streams: readonly Uint8Array[],
  title = 'a',
): FinishedFile & { readonly bytes: Uint8Array; readonly digest: string } {
  const file = new ObjectFile('1.6')
  const root = file.reserve()
  for (const bytes of streams) file.writeStream(file.reserve(), { Type: title }, bytes)
  const info = file.reserve()
  file.write(info, {})
  file.write(root, { Type: 'Catalog' })
  const digest = file.digest()
  const finished = file.finish(root, info, digest.slice(0, 32))
  return { ...finished, bytes: Buffer.concat(finished.parts), digest }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('a file of objects', () => {
  it('begins, ends, and names twice what it is', () => {
    const said = latin1(write([Uint8Array.of(65, 66, 67)]).bytes)
    expect(said.startsWith('%PDF-1.6\n%\xff\xff\xff\xff\n')).toBe(true)
    expect(said).toContain('2 0 obj\n<<\n/Type /a\n/Length 3\n>>\nstream\nABC\nendstream\nendobj\n')
    expect(said).toMatch(/trailer\n<<\n\/Size 4\n\/Root 1 0 R\n\/Info 3 0 R\n\/ID \[<([0-9a-f]{32})> <\1>\]\n>>\n/)
    expect(said.endsWith('%%EOF\n')).toBe(true)
  })

  it('has its table where it says, and each object where the table says', () => {
    const said = latin1(write([profile, Uint8Array.of(1)]).bytes)
    const start = Number(/startxref\n(\d+)\n/.exec(said)?.[1])
    expect(said.slice(start, start + 5)).toBe('xref\n')
    const offsets = [...said.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(found => Number(found[1]))
    expect(offsets.map(at => /^\d+ 0 obj/.exec(said.slice(at))?.[0])).toEqual([1, 2, 3, 4].map(n => `${n} 0 obj`))
  })

  it('knows the digest of its bytes, and the same file again has the same', () => {
    const first = write([profile])
    const again = write([profile])
    expect(first.sha256).toBe(sha256(first.bytes))
    expect(latin1(first.bytes)).toContain(first.digest.slice(0, 32))
    expect(again).toEqual(first)
  })

  it('hands long streams over as they are, and the rest in few parts', () => {
    const long = new Uint8Array(100_000)
    const file = write([long, profile, Uint8Array.of(1), long, profile])
    expect(file.parts.map(part => part === long)).toEqual([false, true, false, true, false])
  })

  it('carries on from a beginning only where it is the same one', () => {
    for (const file of [
      write([profile]),
      write([profile], 'b'),
      write([Uint8Array.of(9), profile]),
      write([profile]),
    ]) {
      const { bytes } = file
      const end = latin1(bytes).lastIndexOf('\nxref\n') + 1
      expect(file.digest).toBe(sha256(bytes.subarray(0, end)))
      expect(file.sha256).toBe(sha256(bytes))
    }
  })
})
