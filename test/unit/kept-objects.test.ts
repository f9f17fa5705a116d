// Objects met again, byte for byte, are not parsed again; and everything is read as it would be in a file read alone.
import { describe, expect, it } from 'vitest'
import { keptObject } from '../../src/pdf-reader/kept-objects.ts'
import { readPdf } from '../../src/pdf-reader/read-pdf.ts'
import { vitrophanie } from '../fixtures/sheets.ts'
import { bytesOf } from '../fixtures/written-pdf.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

const kept = (text: string, from = 0, to = text.length) => keptObject(bytes(text), from, to)

describe('kept objects', () => {
  it('are the very same for the same bytes, wherever they lie', () => {
    const first = kept('7 0 obj\n<< /A (b) >>\nendobj\n')
    expect(first?.number).toBe(7)
    expect(kept('xxxx 7 0 obj\n<< /A (b) >>\nendobj\n', 5)?.value).toBe(first?.value)
    expect(kept('7 0 obj\n<< /A (c) >>\nendobj\n')?.value).not.toEqual(first?.value)
    expect(kept('8 0 obj\n<< /A (b) >>\nendobj\n')?.value).not.toBe(first?.value)
  })

  it('hold bytes of their own', () => {
    const file = bytes('7 0 obj\n<< /Length 3 >>\nstream\nabc\nendstream\nendobj\n')
    const value = keptObject(file, 0, file.length)?.value
    file.fill(0)
    expect(value).toMatchObject({ kind: 'stream', raw: bytes('abc') })
  })

  it.each([
    ['an object cut short', '7 0 obj\n<< /A (b) >>\n'],
    ['an end that the next object touches', '7 0 obj\n<< >>\nendobj'],
    ['a length that is said elsewhere', '7 0 obj\n<< /Length 8 0 R >>\nstream\nabc\nendstream\nendobj\n'],
    ['no length', '7 0 obj\n<< >>\nstream\nabc\nendstream\nendobj\n'],
    ['a wrong length', '7 0 obj\n<< /Length 2 >>\nstream\nabc\nendstream\nendobj\n'],
    ['a stream cut short', '7 0 obj\n<< /Length 9 >>\nstream\nabc\n'],
    ['a number that is not legal', '7 0 obj\n<< /A 1e-7 >>\nendobj\n'],
    ['a space before it', ' 7 0 obj\n<< >>\nendobj\n'],
  ])('are not made of %s', (_, text) => {
    expect(kept(text)).toBeUndefined()
  })

  it('cost a file as much as others do', () => {
    const once = kept('9 0 obj\n[ 1 2 3 ]\nendobj\n')
    expect(once?.tokens).toBeGreaterThan(5)
    expect(kept('9 0 obj\n[ 1 2 3 ]\nendobj\n')?.tokens).toBe(once?.tokens)
  })
})

describe('a file read again', () => {
  const file = bytesOf(vitrophanie())

  const fontsOf = (data: Uint8Array) => {
    const read = readPdf(data)
    if (!read.ok) throw new Error(read.reason)
    return read.pdf.pages.flatMap(({ fonts }) => fonts)
  }

  it('has the fonts of the first reading, and others where one of their bytes is another', () => {
    const first = fontsOf(file)
    expect(first.length).toBeGreaterThan(0)
    expect(fontsOf(Uint8Array.from(file))).toEqual(first)
    expect(fontsOf(Uint8Array.from(file))[0]).toBe(first[0])
    const text = Buffer.from(file).toString('latin1')
    const changed = bytes(text.replace('/CIDToGIDMap /Identity', '/CIDToGIDMap /Identitx'))
    expect(fontsOf(changed).map(({ cidToGid }) => cidToGid)).toContain('wrong')
    expect(fontsOf(file).map(({ cidToGid }) => cidToGid)).not.toContain('wrong')
  })
})
