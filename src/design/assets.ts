// The files a kit names: the Caf's logo, the partners' logos, the photo. Missing ones are told on the pieces that need them.
import { basename, join, resolve } from 'node:path'
import type { Caf } from '../input/reference.ts'
import type { LogoSource } from '../model/design.ts'
import { type Diagnostic, type Span, type Text, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { Policy } from '../model/rule.ts'
import type { World } from '../model/world.ts'
import type { Brand } from './brand.ts'
import { diagnostic } from './finding.ts'
import { inside } from './lookup.ts'

export type Assets = {
  readonly logos: Readonly<Record<string, LogoSource>>
  readonly photo?: LogoSource
  /** Indexes of the partners whose logo is there. */
  readonly partners: ReadonlySet<number>
  /** What is missing, by the word a template says when it needs it. */
  readonly missing: readonly { readonly word: 'photo' | 'partenaires' | 'caf'; readonly diagnostic: Diagnostic }[]
}

/** Where a pack that says nothing is expected to have them. */
const LOGO_PATTERN = 'logos/{caf.code}.svg'

/** The path of a Caf's logo in a pack: `logos/33.svg`. */
export const cafLogoPath = ({ file }: Brand, { code }: Caf): string =>
  (file.logos.caf ?? LOGO_PATTERN).replaceAll('{caf.code}', code)

/** The packs' file for a Caf, the nearest pack first. */
export function cafLogo(brand: Brand, caf: Caf, world: World): LogoSource | undefined {
  const name = cafLogoPath(brand, caf)
  const folder = brand.spec.folders.find(base => world.kind(join(base, name)) === 'file')
  return folder === undefined ? undefined : { path: join(folder, name), root: folder }
}

/** A draft brand shows a placeholder; an official one never goes without the logo. */
function missingCafLogo(brand: Brand, caf: Caf, at: Span | undefined): Diagnostic | undefined {
  if (brand.spec.status === 'draft') return undefined
  const path = cafLogoPath(brand, caf)
  const message = text(
    `la charte ${brand.spec.id} n’a pas le logo de la ${caf.nom}`,
    `the brand ${brand.spec.id} lacks the logo of the ${caf.nom}`,
  )
  return diagnostic('missing-caf-logo', at, message, {
    hint: text(`ajoutez ${path} à la charte`, `add ${path} to the brand`),
  })
}

/** Looks for a file the kit names; `undefined` when it is not there. */
function kitFile(path: string, kit: Kit, at: Span | undefined, world: World): LogoSource | undefined {
  const file = resolve(kit.source.folder, path)
  if (!inside(file, kit.source.root) || world.kind(file) !== 'file') return undefined
  return { path: file, root: kit.source.root, ...(at ? { at } : {}) }
}

/** Nothing of the folder is looked at: whatever is put into it would then make the kit again. */
const startsFrom = ({ source }: Kit): Text =>
  text(
    `le chemin part du dossier de ${basename(source.file)}\u202f; les majuscules comptent`,
    `the path starts from the folder of ${basename(source.file)}; capitals count`,
  )

function missingFile(
  path: string,
  kit: Kit,
  at: Span | undefined,
  policy: Policy | undefined,
  world: World,
): Diagnostic {
  const outside = !inside(resolve(kit.source.folder, path), kit.source.root)
  const message = outside
    ? text(`ce fichier est hors du dossier du projet : ${path}`, `this file is outside the project’s folder: ${path}`)
    : world.kind(resolve(kit.source.folder, path)) === 'folder'
      ? text(`c’est un dossier, pas un fichier : ${path}`, `this is a folder, not a file: ${path}`)
      : text(`fichier introuvable : ${path}`, `file not found: ${path}`)
  const hint = outside
    ? text('copiez-le dans le dossier du projet', 'copy it into the project’s folder')
    : startsFrom(kit)
  const found = diagnostic('missing-asset', at, message, { hint })
  return policy === 'avertir' || policy === 'ignorer' ? { ...found, severity: 'warning' } : found
}

/** `policy` is the conduct for `missing-asset`: with `avertir`, a partner without its logo is set in text. */
export function findAssets(
  kit: Kit,
  brand: Brand,
  cafs: readonly Caf[],
  policy: Policy | undefined,
  world: World,
): Assets {
  const logos: Record<string, LogoSource> = {}
  const partners = new Set<number>()
  const missing: { word: 'photo' | 'partenaires' | 'caf'; diagnostic: Diagnostic }[] = []
  cafs.forEach((caf, index) => {
    const logo = cafLogo(brand, caf, world)
    if (logo) logos[index === 0 ? 'caf' : `caf.${index}`] = logo
    const problem = logo ? undefined : missingCafLogo(brand, caf, kit.spans['structure.caf'])
    if (problem) missing.push({ word: 'caf', diagnostic: problem })
  })
  kit.structure.partenaires?.forEach(({ logo }, index) => {
    if (logo === undefined) return
    const at = kit.spans[`structure.partenaires.${index}.logo`]
    const found = kitFile(logo, kit, at, world)
    if (found) {
      logos[`partenaires.${index}`] = found
      partners.add(index)
    } else missing.push({ word: 'partenaires', diagnostic: missingFile(logo, kit, at, policy, world) })
  })
  const file = kit.structure.photo?.fichier
  if (file === undefined) return { logos, partners, missing }
  const at = kit.spans['structure.photo.fichier']
  const photo = kitFile(file, kit, at, world)
  if (photo) return { logos, partners, missing, photo }
  return {
    logos,
    partners,
    missing: [...missing, { word: 'photo', diagnostic: missingFile(file, kit, at, policy, world) }],
  }
}
