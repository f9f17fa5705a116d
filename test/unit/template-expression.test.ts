import { describe, expect, it } from 'vitest'
import { ExpressionError, evaluate, evaluateFlag, evaluateNumber, type Names } from '../../src/template/expression.ts'

const names: Names = {
  unit: name => ({ mm: 1, u: 10, pt: 0.5 })[name],
  variable: name => {
    if (name === 'marge') return 20
    throw new ExpressionError(`variable « $${name} » inconnue`, 0)
  },
  slot: path => ({ 'structure.nom-court': 'Lutins', 'sheet.ratio': 1.5, 'caf.pluriel': false })[path],
}

describe('expressions', () => {
  it.each([
    ['2u', 20],
    ['3mm + 2u', 23],
    ['$marge - 2u', 0],
    ['-2u', -20],
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['min(7.5u, 0.5 * $marge)', 10],
    ['max(1u, 2u, 3mm)', 20],
    ['if(sheet.ratio > 1, 1u, 2u)', 10],
    ['if(structure.qr, 1u, 2u)', 20],
    ['sqrt(9)', 3],
    ['10 / 4', 2.5],
  ])('%s is %d', (source, value) => {
    expect(evaluateNumber(source, names)).toBeCloseTo(value, 9)
  })

  it.each([
    ['structure.nom-court', true],
    ['structure.qr', false],
    ['not structure.qr', true],
    ['sheet.ratio < 1.6 and not caf.pluriel', true],
    ['sheet.ratio = 1.5 or structure.qr', true],
    ["structure.nom-court = 'Lutins'", true],
    ["structure.nom-court != 'Lutins'", false],
  ])('%s is %s', (source, value) => {
    expect(evaluateFlag(source, names)).toBe(value)
  })

  it.each(['2u +', '2 2', 'min(', 'foo(1)', '3 parsecs', '$inconnue', '@', '1 + structure.qr', "1 + 'a'", 'if(1, 2)'])(
    'refuses %s',
    source => {
      expect(() => evaluateNumber(source, names)).toThrow(ExpressionError)
    },
  )

  it('refuses bombs instead of overflowing the stack', () => {
    expect(() => evaluate('('.repeat(5000), names)).toThrow(ExpressionError)
    expect(() => evaluate('-'.repeat(5000), names)).toThrow(ExpressionError)
  })
})
