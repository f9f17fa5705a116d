// Numbers, names and text as a PDF holds them, for every number and text there is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, nameOf, textHex } from '../../src/backend/pdf/name.ts'
import { number, points, transformOperators } from '../../src/backend/pdf/number.ts'
import { keyOf, syntaxOf, Text, type Value } from '../../src/backend/pdf/object.ts'
import { type Matrix, multiply } from '../../src/model/geometry.ts'

const LEGAL = /^-?(0|[1-9]\d*)(\.\d{1,5})?$/

describe('numbers', () => {
  it('have at most 5 decimals, no exponent, no -0', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), value => {
        const said = number(value)
        expect(said).toMatch(LEGAL)
        expect(said).not.toBe('-0')
        expect(Math.abs(Number(said) - value)).toBeLessThanOrEqual(0.0000051)
      }),
      { numRuns: 2000 },
    )
    expect([1e-7, -1e-7, -0, 0.000004, 0.000006, 1 / 3, 1e9].map(number)).toEqual([
      ...['0', '0', '0', '0', '0.00001', '0.33333', '1000000000'],
    ])
  })

  it('that are no numbers are bugs', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e21])
      expect(() => number(value)).toThrow('not a number')
  })

  it('are millimetres turned into points', () => {
    expect([25.4, 210, 0.088].map(points)).toEqual(['72', '595.27559', '0.24945'])
  })

  it('of small matrices keep their digits', () => {
    const apply = (said: string): Matrix => {
      const parts = said.split(' cm').filter(part => part.trim() !== '')
      const matrices = parts.map((part): Matrix => {
        const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = part.trim().split(' ').map(Number)
        return [a, b, c, d, e, f]
      })
      return matrices.reduce<Matrix>((all, each) => multiply(all, each), [1, 0, 0, 1, 0, 0])
    }
    const small: Matrix = [0.00123456789, 0.00003, -0.00003, 0.00123456789, 12.345678, -1]
    const [a, b] = apply(transformOperators(small))
    expect(Math.abs(a / 0.00123456789 - 1)).toBeLessThan(1e-4)
    expect(Math.abs(b - 0.00003)).toBeLessThan(1e-8)
    expect(transformOperators([-1, 0, 0, 1, 210, 0])).toBe('-1 0 0 1 210 0 cm')
  })

  it('in dictionaries are rounded wherever they are', () => {
    const value = { A: 1 / 3, B: [1e-9, { C: -0.000001 }], D: new Text('0.123456789'), E: { id: 1, gen: 0 }, F: 'Name' }
    expect(syntaxOf(value)).toBe('<<\n/A 0.33333\n/B [0 <<\n/C 0\n>>]\n/D (0.123456789)\n/E 1 0 R\n/F /Name\n>>')
  })
})

describe('values', () => {
  it('are written as PDF has them; what is absent is not written', () => {
    const cases: [Value, string][] = [
      [new Text('(a)\\ \n'), '(\\(a\\)\\\\ \\n)'],
      [new Text('é'), '(\xfe\xff\x00\xe9)'],
      // U+2829 and U+0D0A hold the bytes of a parenthesis and of a line end.
      [new Text('\u2829\u0d0a'), '(\xfe\xff\\(\\)\\r\\n)'],
      [new Date(0), '(D:19700101000000Z)'],
      [[1, -0.5, true, 'N'], '[1 -0.5 true /N]'],
      [{ A: undefined, B: false }, '<<\n/B false\n>>'],
      [{}, '<<\n>>'],
    ]
    for (const [value, said] of cases) expect(syntaxOf(value)).toBe(said)
  })
})

describe('names', () => {
  it('escape all but plain ASCII, as UTF-8', () => {
    expect(nameOf('CutContour')).toBe('CutContour')
    expect(nameOf('Perçage Ø 5 (#1/2)')).toBe('Per#C3#A7age#20#C3#98#205#20#28#231#2F2#29')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const said = nameOf(text)
        expect(said).toMatch(/^[!-~]*$/)
        expect(said.replace(/#[0-9A-F]{2}/g, '')).not.toMatch(/[#()<>[\]{}/%\s]/)
        const bytes = said.replace(/#([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        expect(Buffer.from(bytes, 'latin1').toString('utf8')).toBe(Buffer.from(text, 'utf8').toString('utf8'))
      }),
    )
  })
})

describe('text', () => {
  it('is UTF-16BE in content', () => {
    expect(textHex('é🎈')).toBe('<feff00e9d83cdf88>')
  })

  it('loses what neither XML nor a viewer can show', () => {
    expect(cleanText('a\u0000b\u0007\ud800c\u009f « é » 🎈')).toBe('abc « é » 🎈')
  })
})

describe('keys', () => {
  it('tell apart what is written differently, and references by their number', () => {
    const ref = (id: number) => ({ id, gen: 0, data: { big: 'ignored' } })
    expect(keyOf({ A: ref(1) })).toBe(keyOf({ A: ref(1) }))
    expect(keyOf({ A: ref(1) })).not.toBe(keyOf({ A: ref(2) }))
    expect(keyOf(['A'])).not.toBe(keyOf({ 0: 'A' }))
  })
})
