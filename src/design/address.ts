// A structure's address on one line, whatever parts of it are known.
import type { Structure } from '../model/kit.ts'

type Address = NonNullable<Structure['adresse']>

const present = (parts: readonly (string | undefined)[]): string[] =>
  parts.map(part => part?.trim().replace(/,$/, '') ?? '').filter(part => part !== '')

/** « 12, rue des Tilleuls, bâtiment B, 33000 Bordeaux » */
export const addressLine = (address: Address): string =>
  present([address.voie, address.complement, present([address['code-postal'], address.commune]).join(' ')]).join(', ')

/** « 12, rue des Tilleuls » */
export const shortAddress = (address: Address): string => present([address.voie, address.complement])[0] ?? ''
