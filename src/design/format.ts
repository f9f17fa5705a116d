// From the name of a product to its format: of the catalogue, the same turned, or free within the family's limits.

import { nearest } from '../input/nearest.ts'
import { type Outcome, type Span, text } from '../model/diagnostic.ts'
import type { Mm } from '../model/length.ts'
import type { Catalogue } from './catalogue.ts'
import { finding } from './finding.ts'
import { mm, mmSize } from './measure.ts'
import type { FamilyFile, ProductFile } from './product-file.ts'
import { type ProductName, readProductName, type Unit } from './product-name.ts'

export type Orientation = 'portrait' | 'paysage'

/** A product's finished size in its natural orientation. */
export type Format = {
  readonly id: string
  readonly family: FamilyFile
  readonly title: string
  readonly width: Mm
  readonly height: Mm
  readonly shape: 'rect' | 'round'
  readonly natural: Orientation
  readonly catalogue: boolean
  /** The name gave the sides the other way round: `plaque-200x300`. */
  readonly turned: boolean
  readonly distance: number
  /** The frame this size is made for, unless the kit says otherwise. */
  readonly cadre?: string
}

type Size = { readonly width: Mm; readonly height: Mm }

const sizeOf = (file: ProductFile): Size => ({
  width: file.diameter ?? file.width ?? 0,
  height: file.diameter ?? file.height ?? 0,
})

/** A square or a disc takes its family's orientation. */
const orientationOf = ({ width, height }: Size, family: FamilyFile): Orientation =>
  width === height ? family.orientation : width > height ? 'paysage' : 'portrait'

function ofCatalogue(file: ProductFile, family: FamilyFile, turned: boolean): Format {
  const size = sizeOf(file)
  return {
    id: file.id,
    family,
    title: file.title,
    ...size,
    shape: file.diameter === undefined ? 'rect' : 'round',
    natural: orientationOf(size, family),
    catalogue: true,
    turned,
    distance: file.distance ?? family.distance,
    ...(file.cadre === undefined ? {} : { cadre: file.cadre }),
  }
}

function ofFree(name: Sized, family: FamilyFile): Format {
  const size = sizeOfName(name)
  const round = name.kind === 'round'
  return {
    id: round ? `${family.family}-ronde-${size.width}` : `${family.family}-${size.width}x${size.height}`,
    family,
    title: round
      ? `${family.title} ronde Ø\u00a0${mm(size.width)}`
      : `${family.title} ${mmSize(size.width, size.height)}`,
    ...size,
    shape: round ? 'round' : 'rect',
    natural: orientationOf(size, family),
    catalogue: false,
    turned: false,
    distance: family.distance,
  }
}

type Sized = Exclude<ProductName, { kind: 'named' }>

const sizeOfName = (name: Sized): Size =>
  name.kind === 'round' ? { width: name.diameter, height: name.diameter } : { width: name.width, height: name.height }

/** The catalogue's product of that size, whichever way its sides were written. */
function sameSize(name: Sized, catalogue: Catalogue): Format | undefined {
  const family = catalogue.family(name.family)
  const { width, height } = sizeOfName(name)
  if (!family) return undefined
  for (const id of catalogue.ids.filter(id => id.startsWith(`${name.family}-`))) {
    const file = catalogue.product(id)
    if (!file || (file.diameter !== undefined) !== (name.kind === 'round')) continue
    const size = sizeOf(file)
    if (size.width === width && size.height === height) return ofCatalogue(file, family, false)
    if (size.width === height && size.height === width) return ofCatalogue(file, family, true)
  }
  return undefined
}

function withinLimits(family: FamilyFile, kind: Sized['kind'], { width, height }: Size): boolean {
  if (kind === 'round') return family.round !== undefined && width >= family.round.min && width <= family.round.max
  const limits = family.rect
  if (!limits) return false
  const [short, long] = width < height ? [width, height] : [height, width]
  return short >= limits.min && short <= limits['max-short'] && long <= limits['max-long']
}

/** Whole millimetres only: a file name and a print shop's order hold no fraction. */
const isWhole = ({ width, height }: Size): boolean => Number.isInteger(width) && Number.isInteger(height)

const FACTORS: Readonly<Record<Unit, readonly number[]>> = { none: [10, 1000], mm: [], cm: [10], m: [1000] }

/** The same product in millimetres, when it was meant in centimetres or metres. */
function inMillimetres(name: Sized, family: FamilyFile): string | undefined {
  for (const factor of FACTORS[name.unit]) {
    const { width, height } = sizeOfName(name)
    const size = { width: Math.round(width * factor), height: Math.round(height * factor) }
    if (!withinLimits(family, name.kind, size)) continue
    const scaled = name.kind === 'round' ? { ...name, diameter: size.width } : { ...name, ...size }
    return ofFree(scaled, family).id
  }
  return undefined
}

const limitsText = (family: FamilyFile, kind: Sized['kind']): string | undefined => {
  if (kind === 'round') return family.round && `Ø\u00a0${mm(family.round.min)} à ${mm(family.round.max)}`
  return (
    family.rect &&
    `${mmSize(family.rect.min, family.rect.min)} à ${mmSize(family.rect['max-short'], family.rect['max-long'])}`
  )
}

function outOfLimits(name: Sized, family: FamilyFile, written: string, at: Span | undefined): Outcome<Format> {
  const metric = inMillimetres(name, family)
  if (metric) {
    return finding(
      'size-units',
      at,
      text(`les cotes sont en millimètres : ${metric} ?`, `sizes are in millimetres: ${metric}?`),
      {
        hint: text(`écrivez \`${metric}\``, `write \`${metric}\``),
      },
    )
  }
  const limits = limitsText(family, name.kind)
  const what = family.title.toLowerCase()
  if (!limits) {
    return finding(
      'size-limits',
      at,
      text(`${family.article} ${what} ne peut pas être ronde`, `${what}: no round format`),
    )
  }
  if (!isWhole(sizeOfName(name))) {
    return finding(
      'size-limits',
      at,
      text(
        `les cotes d’un produit sont en millimètres entiers : « ${written} »`,
        `sizes are whole millimetres: “${written}”`,
      ),
    )
  }
  return finding('size-limits', at, text(`format hors limites : « ${written} »`, `size out of limits: “${written}”`), {
    hint: text(`${what} : de ${limits}`, `${what}: from ${limits.replace(' à ', ' to ')}`),
  })
}

/** Names close to a mistyped one: the two shapes of a bare size, else the nearest, else all of the family. */
function proposals(id: string, catalogue: Catalogue): readonly string[] {
  const { ids } = catalogue
  const [, family = '', side] = /^([a-z]+)-?(\d+)?$/.exec(id) ?? []
  const sized = ids.filter(
    known => side !== undefined && [`${family}-${side}x${side}`, `${family}-ronde-${side}`].includes(known),
  )
  if (sized.length > 0) return sized
  const known = ids.filter(other => other.startsWith(`${id.split('-')[0]}-`))
  if (known.length > 0) return known
  const near = nearest(id, ids)
  return near === undefined ? [] : [near]
}

function unknown(written: string, id: string, catalogue: Catalogue, at: Span | undefined): Outcome<Format> {
  const names = proposals(id, catalogue).map(name => `\`${name}\``)
  const [only] = names
  return finding('unknown-product', at, text(`produit inconnu : « ${written} »`, `unknown product: “${written}”`), {
    hint:
      names.length > 1
        ? text(`au catalogue : ${names.join(', ')}`, `in the catalogue: ${names.join(', ')}`)
        : only
          ? text(`vouliez-vous dire ${only} ?`, `did you mean ${only}?`)
          : text(
              'la liste : signakit list produits ; un format libre s’écrit `plaque-350x250`, en millimètres',
              'the list: signakit list products; a free size is written `plaque-350x250`, in millimetres',
            ),
  })
}

/** Finds the format a product's name asks for. */
export function findFormat(written: string, catalogue: Catalogue, at: Span | undefined): Outcome<Format> {
  const name = readProductName(written)
  const listed = catalogue.product(name.id)
  const listedFamily = listed && catalogue.family(listed.family)
  if (listed && listedFamily) return { value: ofCatalogue(listed, listedFamily, false), diagnostics: [] }
  if (name.kind === 'named') return unknown(written, name.id, catalogue, at)
  const family = catalogue.family(name.family)
  if (!family) return unknown(written, name.id, catalogue, at)
  const metric = name.unit === 'none' || name.unit === 'mm'
  const same = metric ? sameSize(name, catalogue) : undefined
  if (same) return { value: same, diagnostics: [] }
  const size = sizeOfName(name)
  if (!metric || !isWhole(size) || !withinLimits(family, name.kind, size)) return outOfLimits(name, family, written, at)
  const format = ofFree(name, family)
  return {
    value: format,
    diagnostics: finding(
      'free-size',
      at,
      text(`produit hors catalogue : ${format.title}`, `not in the catalogue: ${format.title}`),
    ).diagnostics,
  }
}
