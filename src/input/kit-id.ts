// The id of a kit: it names the folder and the files.
import { LONGEST, slug } from './slug.ts'

type Named = {
  readonly id?: string | undefined
  readonly nom?: string | undefined
  readonly lieu?: string | undefined
  readonly commune?: string | undefined
}

/** The most that a site and a town take of the id of a structure with a long name. */
const LONGEST_PLACE = 40

/**
 * Empty when there is no Latin letter or figure to make it of. A long name is cut before its site and its town, which tell
 * apart two structures that bear it.
 */
export function kitId({ id, nom, lieu, commune }: Named): string {
  const whole = [nom, lieu, commune].filter(part => part !== undefined).join(' ')
  if (id !== undefined || slug(whole, Number.POSITIVE_INFINITY).length <= LONGEST) return slug(id ?? whole)
  const place = slug([lieu, commune].filter(part => part !== undefined).join(' '), LONGEST_PLACE)
  const room = place === '' ? LONGEST : LONGEST - place.length - 1
  return [slug(nom ?? '', room), place].filter(part => part !== '').join('-')
}

/** Names of devices of Windows since DOS: no folder of its disks may bear one, whatever follows a dot. */
export const isReservedName = (id: string): boolean => /^(con|prn|aux|nul|com\d|lpt\d)$/.test(id)

const inner = (data: unknown, key: string): unknown => Reflect.get(Object(data), key)

const word = (data: unknown): string | undefined =>
  typeof data === 'string' || typeof data === 'number' ? String(data) : undefined

/** The id that refused data would have given, as far as can be told; else empty. */
export function likelyId(data: unknown): string {
  const structure = inner(data, 'structure')
  const [id, nom, lieu] = ['id', 'nom', 'lieu'].map(key => word(inner(structure, key)))
  const commune = word(inner(inner(structure, 'adresse'), 'commune'))
  return id === undefined && nom === undefined ? '' : kitId({ id, nom, lieu, commune })
}
