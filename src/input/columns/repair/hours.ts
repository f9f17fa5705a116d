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

/** Days in English letters before hours: the code would be printed. */
export const isHoursCode = (value: string, path: string): boolean => path === 'structure.horaires' && ANY.test(value)

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

/** Only when the whole of it is understood. */
export const hours: Step = (value, path) => {
  if (!isHoursCode(value, path)) return undefined
  const items = value.split(/\s*[;|\n]\s*/).filter(item => item.trim() !== '')
  const told = items.map(inFrench)
  const known = told.filter(item => item !== undefined)
  if (known.length < items.length) return undefined
  return {
    after: known.join(' ; '),
    rule: 'hours-code',
    why: text('horaires en code, écrits en français', 'hours in a code, written in French'),
  }
}
