// Which of the Cafs' logos a brand lacks: what `check` says of a brand folder.
import type { Caf, Reference } from '../input/reference.ts'
import type { World } from '../model/world.ts'
import { cafLogo, cafLogoPath } from './assets.ts'
import type { Brand } from './brand.ts'

export type MissingLogo = {
  readonly caf: Caf
  /** Where the logo is expected in the pack. */
  readonly path: string
}

/** In the order of the department codes. */
export const missingLogos = (brand: Brand, { cafs }: Reference, world: World): readonly MissingLogo[] =>
  cafs.filter(caf => cafLogo(brand, caf, world) === undefined).map(caf => ({ caf, path: cafLogoPath(brand, caf) }))
