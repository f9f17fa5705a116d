// A number as people read it in a cell: in full, without an exponent, with the decimal comma.

/** Digits that a spreadsheet keeps; what follows is the dust of binary sums, 0.30000000000000004. */
const DIGITS = 15

/** Shifts the point of `1.234e+25` where it belongs. */
function inFull(written: string): string {
  const [mantissa = '', power = '0'] = written.split('e')
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const point = whole.length + Number(power)
  const digits = whole + decimals
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return digits.length <= point
    ? `${sign}${digits.padEnd(point, '0')}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** With a point. */
function plainNumber(value: number): string {
  const shortest = String(value)
  const figures = shortest.replace(/e.*$|[-.]/g, '').replace(/^0+/, '').length
  const kept = figures > DIGITS ? String(Number(value.toPrecision(DIGITS))) : shortest
  return kept.includes('e') ? inFull(kept) : kept
}

export const numberText = (value: number): string => plainNumber(value === 0 ? 0 : value).replace('.', ',')

/** A cell's number as its file writes it; whole numbers keep all their digits, 17 and more included. */
export const writtenNumber = (written: string): string =>
  /^(0|-?[1-9]\d*)$/.test(written) ? written : numberText(Number(written))

export const percentText = (value: number): string => `${numberText(Number((value * 100).toPrecision(DIGITS)))}%`
