// « Mo-Fr 07:30-18:30 », the hours of OpenStreetMap, in French: a sign is read by people.
import { text } from '../../../model/diagnostic.ts'
import type { Step } from './step.ts'

const DAYS: Readonly<Record<string, string>> = {
  Mo: 'lundi',
  Tu: 'mardi',
  We: 'mercredi',
  Th: 'jeudi',
  Fr: 'vendredi',
  Sa: 'samedi',
  Su: 'dimanche',
  PH: 'jours fériés',
}

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)'
const TIME = '\\d{1,2}:\\d{2}'
const SPAN = new RegExp(
  `^(${DAY}(?:-${DAY})?(?:,\\s?${DAY}(?:-${DAY})?)*)\\s+(off|closed|${TIME}-${TIME}(?:,\\s?${TIME}-${TIME})*)$`,
)
const ANY = new RegExp(`(?:^|[;,\\s])${DAY}(?:-${DAY})?(?:,\\s?${DAY})*\\s+(?:off|closed|${TIME})`)

/** A time as a spreadsheet keeps it, a part of the day: `0,3125` is 7:30. */
const FRACTION = /^0?[.,](\d{1,17})$/

/** Days in English letters before hours, or a part of the day: the code would be printed. */
export const isHoursCode = (value: string, path: string): boolean =>
  path === 'structure.horaires' && (ANY.test(value) || FRACTION.test(value.trim()))

const MINUTES_A_DAY = 1440

function hourOfFraction(value: string): string | undefined {
  const [, digits] = FRACTION.exec(value.trim()) ?? []
  if (digits === undefined) return undefined
  const minutes = Math.round(Number(`0.${digits}`) * MINUTES_A_DAY)
  return hour(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`)
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`

function days(code: string): string {
  const parts = code.split(/,\s?/).map(part => part.split('-').map(day => DAYS[day] ?? day))
  const named = parts.map(([from = '', to]) => (to === undefined ? from : `du ${from} au ${to}`))
  return listed(named)
}

/** `07:30` is « 7 h 30 », `18:00` is « 18 h ». */
function hour(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  return `${Number(hours)} h${minutes === '00' ? '' : ` ${minutes}`}`
}

const times = (code: string): string =>
  listed(
    code
      .split(/,\s?/)
      .map(span => span.split('-').map(hour))
      .map(([from = '', to = '']) => `de ${from} à ${to}`),
  )

function inFrench(item: string): string | undefined {
  const [, day = '', time = ''] = SPAN.exec(item.trim()) ?? []
  if (day === '') return undefined
  return /^(off|closed)$/.test(time) ? `fermé : ${days(day)}` : `${days(day)}, ${times(time)}`
}

const repaired = (after: string): ReturnType<Step> => ({
  after,
  rule: 'hours-code',
  why: text('horaires en code, écrits en français', 'hours in a code, written in French'),
})

/** Only when the whole of it is understood. */
export const hours: Step = (value, path) => {
  if (!isHoursCode(value, path)) return undefined
  const time = hourOfFraction(value)
  if (time !== undefined) return repaired(time)
  const items = value.split(/\s*[;|\n]\s*/).filter(item => item.trim() !== '')
  const told = items.map(inFrench)
  const known = told.filter(item => item !== undefined)
  return known.length < items.length ? undefined : repaired(known.join(' ; '))
}
