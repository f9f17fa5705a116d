// YAML with places, and the guard against texts that a parser should not be given.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { said } from '../../src/input/said.ts'
import { validate } from '../../src/input/validate.ts'
import { parseYaml } from '../../src/input/yaml.ts'
import { text } from '../../src/model/diagnostic.ts'

const rulesOf = (source: string): readonly string[] => parseYaml(source, 'f').diagnostics.map(({ rule }) => rule)

const at = (line: number, column: number, length: number) => ({ file: 'f', line, column, length })

describe('the place of a value', () => {
  const { value } = parseYaml('a:\r\n  b: "é\u0301x"\r\n  list:\r\n    - 01\r\n    - { k: v }\r\n', 'f')

  it('is given by path, keys and indexes joined by dots', () => {
    expect(value?.data).toEqual({ a: { b: 'é\u0301x', list: [1, { k: 'v' }] } })
    expect(value?.spans['a.b']).toEqual(at(2, 6, 5))
    expect(value?.spans['a.b#key']).toEqual(at(2, 3, 1))
    expect(value?.spans['a.list.0']).toEqual(at(4, 7, 2))
    expect(value?.spans['a.list.1.k#key']).toEqual(at(5, 9, 1))
  })

  it('comes with the text a scalar was written as', () => {
    expect(value?.sources('a.list.0')).toBe('01')
    expect(value?.sources('a.b')).toBe('é\u0301x')
    expect(value?.sources('a')).toBeUndefined()
  })

  it('of an alias is where the alias is', () => {
    expect(parseYaml('a: &x { k: v }\nb: *x\n', 'f').value?.spans.b).toEqual(at(2, 4, 2))
  })

  it('of a key called as an object’s own property is not taken for one', () => {
    const odd = parseYaml('__proto__: 1\nconstructor: 2\n', 'f').value
    expect(Object.keys(Object(odd?.data))).toEqual(['__proto__', 'constructor'])
    expect(odd?.spans.toString).toBeUndefined()
  })
})

describe('the guard', () => {
  it.each([
    ['20 000 brackets', '['.repeat(20_000), 'yaml-too-deep'],
    ['200 000 brackets', '['.repeat(200_000), 'yaml-too-deep'],
    ['20 000 braces', '{a: '.repeat(20_000), 'yaml-too-deep'],
    ['20 000 dashes', '- '.repeat(20_000), 'yaml-too-deep'],
    ['20 000 explicit keys', '? '.repeat(20_000), 'yaml-too-deep'],
    ['brackets after a closing one in quotes', '["]", '.repeat(20_000), 'yaml-too-deep'],
    ['brackets after a quote in a plain text', `a: b\n  "x\nb: ${'["]", '.repeat(20_000)}`, 'yaml-too-deep'],
    ['3 000 indents', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'yaml-too-deep'],
    ['20 000 aliases', `a: &x 1\n${Array.from({ length: 20_000 }, (_, i) => `k${i}: *x\n`).join('')}`, 'yaml-aliases'],
    ['more than 5 MB', `a: ${'x'.repeat(5 * 1024 * 1024)}`, 'file-too-large'],
    ['300 000 items', '- a\n'.repeat(300_000), 'file-too-large'],
  ])('refuses %s', (_, source, rule) => {
    expect(rulesOf(source)).toEqual([rule])
  })

  it.each([
    ['a line of nearly 5 MB', `a: ${'x'.repeat(5 * 1024 * 1024 - 10)}`],
    ['30 000 keys', Array.from({ length: 30_000 }, (_, i) => `k${i}: 1\n`).join('')],
    ['99 brackets', `a: ${'['.repeat(98)}${']'.repeat(98)}`],
    ['a thousand unclosed brackets in text', `a:\n${'  - "x [ ( {"\n'.repeat(1000)}`],
    ['a thousand groups side by side', `a: [${'{ b: [c] }, '.repeat(1000)}]`],
    ['an anchor used 50 times', `a: &x [b]\nc: [${Array.from({ length: 50 }, () => '*x').join(', ')}]`],
  ])('lets %s through', (_, source) => {
    expect(rulesOf(source)).toEqual([])
  })

  it('stops aliases that multiply, before they fill the memory', () => {
    const laughs = [
      'a: &a [x, x, x]',
      ...'bcdefghijkl'.split('').map((key, i) => {
        const before = 'abcdefghijkl'[i] ?? 'a'
        return `${key}: &${key} [*${before}, *${before}, *${before}, *${before}]`
      }),
    ].join('\n')
    expect(rulesOf(laughs)).toContain('yaml-aliases')
  })
})

describe('any text', () => {
  it('gives a value or a finding, and never throws', () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      ' ',
      '  ',
      '\n',
      ':',
      ': ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      '&a',
      '*a',
      '!',
      '|',
      '>',
      '%',
      '@',
      '?',
      '---\n',
      '\t',
      '\\',
      '\0',
      '\u{1F476}',
      '\uD800',
      '0',
      '~',
      '<<',
    )
    const source = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(source, each => {
        const { value, diagnostics } = parseYaml(each, 'f')
        expect(value !== undefined || diagnostics.length > 0).toBe(true)
        for (const { at: where } of diagnostics) {
          if (!where || !('line' in where)) throw new Error('a finding without a place')
          const line = each.split('\n')[where.line - 1]
          expect(line, 'the line exists').toBeDefined()
          expect(where.column - 1 + where.length).toBeLessThanOrEqual((line ?? '').length)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('validate', () => {
  const schema = z.strictObject({
    name: z.string().max(5),
    size: z.number().min(1).optional(),
    color: z
      .string()
      .regex(/^#/, said(text('commence par `#`', 'starts with `#`')))
      .optional(),
    item: z.union([z.string(), z.strictObject({ id: z.string() })]).optional(),
    shape: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('disc') }),
        z.strictObject({ kind: z.literal('arch') }),
      ])
      .optional(),
  })
  const check = (source: string, loose = false) => {
    const read = parseYaml(source, 'f').value
    if (!read) throw new Error('unread')
    return validate(schema, read, 'f', { loose }).diagnostics.map(({ rule, message, at: where, hint }) => ({
      rule,
      fr: message.fr,
      hint: hint?.fr,
      at: where,
    }))
  }

  it.each([
    ['size: 2', 'il manque `name`', at(1, 1, 0)],
    ['name: 12', '`name` attend un texte, pas «\u00a012\u00a0»', at(1, 7, 2)],
    ['name: abcdef', '`name` fait 6 caractères, il en faut 5 au plus', at(1, 7, 6)],
    ['name: a\nsize: 0', '`size` doit être d’au moins 1, pas «\u00a00\u00a0»', at(2, 7, 1)],
    ['name: a\ncolor: red', '`color` commence par `#`', at(2, 8, 3)],
    ['name: a\nitem: [b]', '`item` attend un texte ou un groupe de clés, pas une liste', at(2, 7, 3)],
    ['name: a\nitem: {}', 'il manque `id`', at(2, 1, 4)],
    ['name: a\nitem: { id: b, x: c }', 'clé inconnue `x`', at(2, 16, 1)],
    ['name: a\nshape: { kind: dics }', '`kind`\u00a0: «\u00a0dics\u00a0» n’est pas un choix possible', at(2, 16, 4)],
  ])('says what is wrong in %j', (source, fr, where) => {
    expect(check(source)).toEqual([expect.objectContaining({ fr, at: where })])
  })

  it('proposes the nearest key', () => {
    expect(check('name: a\nnmae: b')).toEqual([
      expect.objectContaining({ rule: 'unknown-key', hint: 'vouliez-vous dire `name`\u202f?' }),
    ])
  })

  it('tells everything at once', () => {
    expect(
      check('nme: a\nsize: x\nitem: {}')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(['missing-key', 'missing-key', 'unknown-key', 'wrong-value'])
  })

  it('reads people’s files loosely when asked', () => {
    expect(check('NAMÉ: 123', true)).toEqual([])
    expect(check('NAMÉ: 123')).not.toEqual([])
  })
})
