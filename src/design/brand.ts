// A brand, found, merged with those it extends, checked and turned into what templates may use.
import { dirname, join } from 'node:path'
import { nearest } from '../input/nearest.ts'
import type { BrandColor, BrandSpec, Sign, TextStyle } from '../model/design.ts'
import { type Diagnostic, hasErrors, type Outcome, type Place, text } from '../model/diagnostic.ts'
import { cmyk } from '../model/ink.ts'
import type { World } from '../model/world.ts'
import { type BrandFile, brandFile } from './brand-file.ts'
import { type Chain, type Found, type Link, readChain } from './chain.ts'
import { checkBrand } from './check-brand.ts'
import { diagnostic, finding } from './finding.ts'
import { candidates, idsIn, type Reference } from './lookup.ts'
import { oncePerWorld } from './memo.ts'
import type { Placed } from './merge.ts'
import { hashPack, packFile, pictogramsOf } from './pack.ts'
import { checkData } from './read-data.ts'

export type Brand = {
  readonly spec: BrandSpec
  readonly file: BrandFile
  /** Place of each value in the brand.yaml that says it. */
  readonly spans: Placed['spans']
  /** The nearest brand.yaml. */
  readonly path: string
}

export const BRANDS = 'templates/brands'
const FILE = 'brand.yaml'

const colorsOf = (colors: BrandFile['colors']): Readonly<Record<string, BrandColor>> =>
  Object.fromEntries(Object.entries(colors).map(([name, color]) => [name, colorOf(color)]))

const colorOf = ({ cmyk: [c, m, y, k], screen, spot, tint }: BrandFile['colors'][string]): BrandColor => ({
  ink: cmyk(c, m, y, k),
  screen: screen.toLowerCase(),
  ...(spot === undefined ? {} : { spot }),
  ...(tint === undefined ? {} : { tint }),
})

const styleOf = (style: BrandFile['styles'][string]): TextStyle => ({
  font: style.font,
  size: style.size,
  minSize: style['min-size'] ?? style.size,
  floorCap: style['floor-cap'],
  leading: style.leading,
  tracking: style.tracking,
  shift: style.shift,
})

const universesOf = (universes: BrandFile['universes']): BrandSpec['universes'] =>
  Object.fromEntries(
    Object.entries(universes).map(([key, { title, colors, sign }]) => {
      const shapes: Sign = { shapes: sign.shapes, scale: sign.scale }
      return [key, { title, colors: colorsOf(colors), sign: shapes }]
    }),
  )

function fontsOf(
  file: BrandFile,
  spans: Placed['spans'],
  folders: readonly string[],
  world: World,
): Outcome<BrandSpec['fonts']> {
  const fonts: Record<string, string> = {}
  const diagnostics: Diagnostic[] = []
  for (const [family, weights] of Object.entries(file.fonts)) {
    for (const [weight, path] of Object.entries(weights)) {
      const found = packFile(path, folders, world)
      if (found) fonts[`${family}/${weight}`] = found.path
      else diagnostics.push(missing(path, spans[`fonts.${family}.${weight}`]))
    }
  }
  return { value: fonts, diagnostics }
}

const missing = (path: string, at: Place | undefined): Diagnostic =>
  diagnostic(
    'brand-file',
    at,
    text(`fichier introuvable dans la charte : ${path}`, `file not found in the brand: ${path}`),
  )

/** The pictogram folder each brand.yaml of a chain names for itself. */
function pictogramFolder({ data }: Link): string {
  const own = typeof data === 'object' && data !== null && 'pictograms' in data ? data.pictograms : undefined
  return typeof own === 'string' ? own : 'pictograms'
}

/** A brand.yaml and those it extends. */
export const brandChain = (found: Found, world: World): Outcome<Chain> =>
  readChain(found, (id, from) => findBase(id, from, world), 'unknown-brand', world)

function loadBrand(found: Found, world: World): Outcome<Brand> {
  const chain = brandChain(found, world)
  if (!chain.value) return { diagnostics: chain.diagnostics }
  const { merged, links } = chain.value
  const checked = checkData('brand', brandFile, merged, found.file, world)
  const file = checked.value
  if (!file) return { diagnostics: [...chain.diagnostics, ...checked.diagnostics] }
  const packs = links.map(link => ({ folder: dirname(link.file), pictograms: pictogramFolder(link) }))
  const folders = packs.map(({ folder }) => folder)
  const fonts = fontsOf(file, merged.spans, folders, world)
  const sha256 = hashPack(folders, merged.spans.id, world)
  const diagnostics = [
    ...chain.diagnostics,
    ...checked.diagnostics,
    ...checkBrand(file, merged.spans),
    ...fonts.diagnostics,
    ...sha256.diagnostics,
  ]
  if (hasErrors(diagnostics) || sha256.value === undefined) return { diagnostics }
  const spec: BrandSpec = {
    id: file.id,
    title: file.title,
    version: file.version,
    status: file.status,
    sha256: sha256.value,
    folders,
    module: file.module,
    colors: colorsOf(file.colors),
    universes: universesOf(file.universes),
    fonts: fonts.value ?? {},
    styles: Object.fromEntries(Object.entries(file.styles).map(([name, style]) => [name, styleOf(style)])),
    pictograms: pictogramsOf(packs, world),
    rules: file.rules,
  }
  return { value: { spec, file, spans: merged.spans, path: found.file }, diagnostics }
}

/** Beside the pack that extends it, then ours; a copy may extend ours under the same name. */
function findBase(id: string, from: Found, world: World): Found | undefined {
  const beside = join(dirname(dirname(from.file)), id, FILE)
  const ours = world.own(join(BRANDS, id, FILE))
  const file = [beside, ours].find(path => path !== from.file && world.kind(path) === 'file')
  if (file === undefined) return beside === from.file || ours === from.file ? from : undefined
  return { file, root: dirname(file) }
}

const cached = oncePerWorld((world, file) => loadBrand({ file, root: dirname(file) }, world))

/** A path may name the folder or its brand.yaml. */
const entry = (path: string, world: World): string | undefined =>
  [join(path, FILE), path].find(file => world.kind(file) === 'file')

export function findBrand(reference: Reference, world: World): Outcome<Brand> {
  const folders = [join(reference.project, 'chartes'), world.own(BRANDS)]
  for (const path of candidates(reference, folders, id => id)) {
    const file = entry(path, world)
    if (file !== undefined) return cached(world, file)
  }
  const known = folders.flatMap(folder => idsIn(folder, world, 'folder'))
  const near = nearest(reference.written, known)
  const message = text(`charte introuvable : « ${reference.written} »`, `brand not found: “${reference.written}”`)
  const hint = near
    ? text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`)
    : text(`chartes connues : ${known.join(', ')}`, `known brands: ${known.join(', ')}`)
  return finding('unknown-brand', reference.at, message, { hint })
}

/** The warning that goes with every run of a draft brand; one that has the logos of the Cafs only awaits their word. */
export const draftWarning = (at: Diagnostic['at'], withLogos: boolean): Diagnostic =>
  withLogos
    ? diagnostic(
        'brand-draft',
        at,
        text(
          'charte provisoire : ne pas imprimer avant que la Caf l’ait validée',
          'draft brand: do not print before the Caf has approved it',
        ),
        {
          hint: text(
            'une fois validée, écrivez `status: official` dans son brand.yaml',
            'once approved, write `status: official` in its brand.yaml',
          ),
        },
      )
    : diagnostic(
        'brand-draft',
        at,
        text(
          'charte provisoire : ne pas imprimer, ce logo n’est pas celui de la Caf',
          'draft brand: do not print, this is not the logo of the Caf',
        ),
        {
          hint: text(
            'copiez la charte dans `chartes/`, ajoutez les logos reçus de la Caf, puis `status: official`',
            'copy the brand into `chartes/`, add the logos received from the Caf, then `status: official`',
          ),
        },
      )
