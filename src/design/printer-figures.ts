// Where each figure of a printer's profile comes from, and which ones a shop has not published: those stand at a default.
import { z } from 'zod'
import type { Link } from './chain.ts'

/** What a print shop is asked about a file; `sources` speaks of these and of nothing else. */
export const FIGURES = [
  'families',
  'max-size',
  'bleed',
  'safe',
  'min-line',
  'min-text',
  'min-reversed-line',
  'min-reversed-text',
  'min-radius',
  'max-nodes',
  'resolution',
  'standard',
  'profile',
  'small-profile',
  'max-ink',
  'black-overprint',
  'outline-text',
  'plates',
  'white',
  'mirror',
  'marks',
  'pages',
  'scale',
] as const

export type Figure = (typeof FIGURES)[number]

const provenance = z.strictObject({
  from: z.string().min(1).max(300).describe('document ou adresse'),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .optional()
    .describe('date du document, ou de sa lecture quand il n’en porte pas'),
})

export const sourcesSchema = z
  .partialRecord(z.enum(FIGURES), z.union([z.string().min(1).max(300), provenance]))
  .default({})
  .describe('d’où vient chaque chiffre ; (G) : choix à confirmer')

export type Provenance = {
  readonly figure: Figure
  /** The profile that wrote it. */
  readonly profile: string
  readonly from?: string
  readonly date?: string
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldOf = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined

function sourceOf({ data }: Link, figure: Figure): Pick<Provenance, 'from' | 'date'> {
  const source = fieldOf(fieldOf(data, 'sources'), figure)
  if (typeof source === 'string') return { from: source }
  const [from, date] = [fieldOf(source, 'from'), fieldOf(source, 'date')]
  return {
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof date === 'string' ? { date } : {}),
  }
}

/** The file that gives a figure, nearest first; a source written elsewhere in the chain speaks of another value. */
export function provenanceOf(links: readonly Link[]): readonly Provenance[] {
  return FIGURES.flatMap(figure => {
    const link = links.find(({ data }) => fieldOf(data, figure) !== undefined)
    const id = link && fieldOf(link.data, 'id')
    return link && typeof id === 'string' ? [{ figure, profile: id, ...sourceOf(link, figure) }] : []
  })
}

/** What every job of a shop depends on. The others have a harmless default. */
const ASKED: readonly Figure[] = [
  'bleed',
  'safe',
  'min-line',
  'min-text',
  'resolution',
  'standard',
  'profile',
  'max-ink',
  'plates',
  'white',
  'marks',
]

/**
 * The figures a shop has not published: they come from a general profile below it. A profile that is no shop's has none:
 * its defaults are its choice.
 */
export function gapsOf(links: readonly Link[]): readonly Figure[] {
  const kinds = links.map(({ data }) => fieldOf(data, 'kind'))
  if (!kinds.includes('shop')) return []
  const general = links.filter((_, index) => kinds[index] === 'general' || kinds[index] === 'rip')
  return ASKED.filter(figure => {
    const link = links.find(({ data }) => fieldOf(data, figure) !== undefined)
    return link === undefined || general.includes(link)
  })
}
