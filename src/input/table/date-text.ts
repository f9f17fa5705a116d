// A spreadsheet's day number as a date: dd/mm/yyyy, with the time when there is one, in the 1900 and 1904 systems.

/** Days from 01/01/1970 to 30/12/1899, from which serial numbers above 60 count, and to 01/01/1904. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107

/** 31/12/9999. */
const LAST = 2_958_465

const SECONDS = 86_400

const two = (value: number): string => String(value).padStart(2, '0')

export const dayText = (year: number, month: number, day: number): string =>
  `${two(day)}/${two(month)}/${String(year).padStart(4, '0')}`

/** Days since 01/01/1970 → the proleptic Gregorian date, by whole eras of 400 years (H. Hinnant, « chrono-compatible date algorithms »). */
function civil(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return dayText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The 1900 system has a 29/02/1900 that never was, and shows 0 as 00/01/1900 (ISO/IEC 29500-1 18.17.4.1). */
function day1900(serial: number): string {
  if (serial === 0) return '00/01/1900'
  if (serial === 60) return '29/02/1900'
  return civil(EPOCH_1900 + serial + (serial < 60 ? 1 : 0))
}

/** `07:30`, and the seconds when there are some. */
export const timeText = (seconds: number): string => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`
}

export type DateParts = 'day' | 'time' | 'both' | 'elapsed'

/** Undefined when the number is no date: negative, or after the year 9999. */
export function dateText(serial: number, parts: DateParts, is1904: boolean): string | undefined {
  const total = Math.round(serial * SECONDS)
  if (parts === 'elapsed') return serial < 0 ? undefined : timeText(total)
  const day = Math.floor(total / SECONDS)
  if (day < 0 || day > LAST) return undefined
  const time = timeText(total - day * SECONDS)
  if (parts === 'time') return time
  const date = is1904 ? civil(EPOCH_1904 + day) : day1900(day)
  return parts === 'both' && total % SECONDS !== 0 ? `${date} ${time}` : date
}

const ISO_DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?/

/** `2024-03-01` and `2024-03-01T10:30:00` as people write them; anything else as it is. */
export function isoDateText(written: string): string {
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = ISO_DATE.exec(written) ?? []
  if (year === undefined) return written
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  const date = dayText(Number(year), Number(month), Number(day))
  return time === 0 ? date : `${date} ${timeText(time)}`
}

const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/

/** `PT07H30M00S` as `07:30`; anything else as it is. */
export function durationText(written: string): string {
  const [found, hours = '0', minutes = '0', seconds = '0'] = DURATION.exec(written) ?? []
  return found === undefined ? written : timeText(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}
