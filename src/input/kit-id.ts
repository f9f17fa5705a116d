// The id of a kit: it names the folder and the files.
import { slug } from './slug.ts'

type Named = {
  readonly id?: string | undefined
  readonly nom?: string | undefined
  readonly lieu?: string | undefined
  readonly commune?: string | undefined
}

/** Empty when there is no Latin letter or figure to make it of. */
export const kitId = ({ id, nom, lieu, commune }: Named): string =>
  slug(id ?? [nom, lieu, commune].filter(part => part !== undefined).join(' '))

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
