// Numbers of cells as people read them: in full, dated, masked.
import { describe, expect, it } from 'vitest'
import { amountFormat } from '../../src/input/table/amount-format.ts'
import { cellName, parseCellName } from '../../src/input/table/cell-name.ts'
import { dateText, durationText, isoDateText } from '../../src/input/table/date-text.ts'
import { builtInFormat, numberFormat } from '../../src/input/table/number-format.ts'
import { numberText, percentText, writtenNumber } from '../../src/input/table/number-text.ts'

const shown = (code: string, value: number): string => numberFormat(code, false)(value, numberText(value))

describe('a number', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['12', '12'],
    ['12.50', '12,5'],
    ['-3.25', '-3,25'],
    ['33556000000', '33556000000'],
    ['123456789012', '123456789012'],
    ['12345678901234567890', '12345678901234567890'],
    ['1.0E-7', '0,0000001'],
    ['1.5E+21', '1500000000000000000000'],
    ['0.30000000000000004', '0,3'],
    ['44.837789000000001', '44,837789'],
    ['1E5', '100000'],
  ])('%s is %s', (source, expected) => {
    expect(writtenNumber(source)).toBe(expected)
  })

  it('of percent', () => {
    expect([0.125, 1, 0.07, 0, 0.285].map(percentText)).toEqual(['12,5%', '100%', '7%', '0%', '28,5%'])
  })
})

describe('a format', () => {
  it.each([
    ['00000', 1000, '01000'],
    ['00000', 33000, '33000'],
    ['00000', 0, '00000'],
    ['00000', 123456, '123456'],
    ['0# ## ## ## ##', 556000000, '05 56 00 00 00'],
    ['0#" "##" "##" "##" "##', 556000000, '05 56 00 00 00'],
    ['0#\\ ##\\ ##\\ ##\\ ##', 612345678, '06 12 34 56 78'],
    ['00"."00"."00"."00"."00', 556000000, '05.56.00.00.00'],
    ['+33" "0" "00" "00" "00" "00', 556000000, '+33 5 56 00 00 00'],
    [
      '[>=3000000000000]#" "##" "##" "##" "###" "###" | "##;#" "##" "##" "##" "###" "###',
      1850733123456,
      '1 85 07 33 123 456',
    ],
    ['[<=99999]00000;0', 1000, '01000'],
    ['"FR"00000', 42, 'FR00042'],
    ['00000_-', 1000, '01000'],
    ['00000;[Red]-00000', -42, '-00042'],
    ['00000', -42, '-00042'],
    ['00000', 1000.5, '1000,5'],
    ['#,##0', 1234567, '1234567'],
    ['0.00', 12.5, '12,5'],
    ['0', 12, '12'],
    ['0" places"', 12, '12'],
    ['General', 12, '12'],
    ['0.00E+00', 33556000000, '33556000000'],
    ['@', 12, '12'],
    ['0;-0;;@', 0, ''],
    ['0;-0;;@', 5, '5'],
    ['# ?/?', 0.5, '0,5'],
    ['0%', 0.125, '12,5%'],
    ['0.0" "%', 0.5, '50%'],
    ['dd/mm/yyyy', 45352, '01/03/2024'],
    ['[$-40C]d mmmm yyyy;@', 45352, '01/03/2024'],
    ['mmm-yy', 45352, '01/03/2024'],
    ['dd/mm/yyyy hh:mm', 45352.4375, '01/03/2024 10:30'],
    ['dd/mm/yyyy hh:mm', 45352, '01/03/2024'],
    ['h:mm', 0.3125, '07:30'],
    ['hh"h"mm', 0.3125, '07:30'],
    ['[h]:mm', 1.5, '36:00'],
    ['dd/mm/yyyy', -1, '-1'],
    ['dd/mm/yyyy', 3e9, '3000000000'],
    ['0" jours"', 3, '3'],
  ])('%s shows %d as %s', (code, value, expected) => {
    expect(shown(code, value)).toBe(expected)
  })

  it('that no file writes is known by its number', () => {
    expect(numberFormat(builtInFormat(14), false)(45352, '45352')).toBe('01/03/2024')
    expect(numberFormat(builtInFormat(10), false)(0.5, '0,5')).toBe('50%')
    expect(numberFormat(builtInFormat(3), false)(1234, '1234')).toBe('1234')
    expect(numberFormat(builtInFormat(0), false)(1234, '1234')).toBe('1234')
  })
})

describe('an amount', () => {
  it.each([
    ['#,##0', 1234567, '1_234_567'],
    ['#,##0', 999, '999'],
    ['#,##0.00', 1234.5, '1_234,50'],
    ['0.00', 12.5, '12,50'],
    ['0.0#', 12, '12,0'],
    ['0.##', 12.5, '12,5'],
    ['#,##0.00', 1.005, '1,01'],
    ['#,##0.00', 999999.999, '1_000_000,00'],
    ['#,##0', 0.5, '1'],
    ['#,##0.00\\ "€"', 1234.5, '1_234,50 €'],
    ['#,##0\u00a0[$€-40C]', 120000, '120_000 €'],
    ['_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', 1500, '1_500,00 €'],
    ['_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', -1500, '-1_500,00 €'],
    ['#,##0 "€";(#,##0 "€")', -1500, '(1_500 €)'],
    ['#,##0 "€"', -1500, '-1_500 €'],
    ['[$$-409]#,##0.00', 12, '$12,00'],
    ['#,##0,"k€"', 1234567, '1_235k€'],
    ['0.0,,"M€"', 1250000, '1,3M€'],
    ['[>=1000]#,##0" €";0" €"', 12, '12 €'],
    ['0" places"', 12, '12 places'],
    ['#,##0.00', 0, '0,00'],
    ['#,##0', 1e21, '1_000_000_000_000_000_000_000'],
    ['General', 1234, undefined],
    ['@', 1234, undefined],
    ['dd/mm/yyyy', 45352, undefined],
    ['0%', 0.5, undefined],
    ['0.00E+00', 1234, undefined],
    ['# ?/?', 0.5, undefined],
    ['0# ## ## ## ##', 556000000, undefined],
    ['#,##0;;', 0, undefined],
  ])('%s of %d is shown %s', (code, value, expected) => {
    expect(amountFormat(code)?.(value)?.replaceAll('\u202f', '_')).toBe(expected)
  })
})

describe('a date', () => {
  it.each([
    [0, '00/01/1900'],
    [1, '01/01/1900'],
    [59, '28/02/1900'],
    [60, '29/02/1900'],
    [61, '01/03/1900'],
    [36525, '31/12/1999'],
    [36526, '01/01/2000'],
    [36585, '29/02/2000'],
    [73415, '31/12/2100'],
    [2958465, '31/12/9999'],
  ])('%d counts from 1900: %s', (serial, expected) => {
    expect(dateText(serial, 'day', false)).toBe(expected)
  })

  it('counts from 1904 in the other system', () => {
    expect(dateText(0, 'day', true)).toBe('01/01/1904')
    expect(dateText(45352 - 1462, 'day', true)).toBe('01/03/2024')
  })

  it('is the one that JavaScript gives, for every day of two centuries', () => {
    for (let serial = 61; serial < 73_415; serial += 7) {
      const iso = new Date((serial - 25_569) * 86_400_000).toISOString()
      expect(dateText(serial, 'day', false)).toBe(`${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`)
    }
  })

  it('is written in other ways by other files', () => {
    expect(isoDateText('2024-03-01')).toBe('01/03/2024')
    expect(isoDateText('2024-03-01T10:30:00')).toBe('01/03/2024 10:30')
    expect(isoDateText('2024-03-01T00:00:00.000')).toBe('01/03/2024')
    expect(isoDateText('bientôt')).toBe('bientôt')
    expect(durationText('PT07H30M00S')).toBe('07:30')
    expect(durationText('PT36H00M05S')).toBe('36:00:05')
  })
})

describe('the name of a cell', () => {
  it('goes both ways', () => {
    for (const [column, name] of [
      [0, 'A1'],
      [25, 'Z1'],
      [26, 'AA1'],
      [701, 'ZZ1'],
      [702, 'AAA1'],
      [16383, 'XFD1'],
    ] as const) {
      expect(cellName(column, 1)).toBe(name)
      expect(parseCellName(name)).toEqual({ column, row: 1 })
    }
    expect(parseCellName('$F$17')).toEqual({ column: 5, row: 17 })
    expect(['', 'F', '17', 'F1x', '1F', 'ABCDE1', 'F123456789'].map(parseCellName)).toEqual(Array(7).fill(undefined))
  })
})
