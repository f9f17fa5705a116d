// Canonical JSON: the same value gives the same bytes, whatever order its keys were given in.
import { describe, expect, it } from 'vitest'
import { canonicalJson, canonicalLine } from '../../src/model/manifest.ts'

describe('canonical JSON', () => {
  it('sorts keys at every depth by code unit, and leaves lists in their order', () => {
    expect(canonicalLine({ b: [{ d: 1, c: 2 }, 3], É: 1, a: undefined, Z: null, aa: true })).toBe(
      '{"Z":null,"aa":true,"b":[{"c":2,"d":1},3],"É":1}',
    )
  })

  it('keeps a key that JavaScript has another use for', () => {
    const data: unknown = JSON.parse('{"b":1,"__proto__":{"z":1,"a":2},"toJSON":{"y":1,"x":2}}')
    expect(canonicalLine(data)).toBe('{"__proto__":{"a":2,"z":1},"b":1,"toJSON":{"x":2,"y":1}}')
  })

  it('says dates as JSON does, and ends with a line feed', () => {
    expect(canonicalJson({ at: new Date(0) })).toBe('{\n  "at": "1970-01-01T00:00:00.000Z"\n}\n')
  })
})
