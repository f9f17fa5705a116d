// What `signakit list` and the generated documentation show of our data and of a project's.
import { join } from 'node:path'
import type { World } from '../model/world.ts'
import { BRANDS, type Brand, findBrand } from './brand.ts'
import { catalogueOf } from './catalogue.ts'
import { idsIn } from './lookup.ts'
import { mm, mmSize } from './measure.ts'
import { findPrinter, PRINTERS } from './printer.ts'
import { templatesOf } from './templates.ts'
import { sentencesOf } from './wording.ts'

export type ProductRow = {
  readonly id: string
  readonly family: string
  readonly title: string
  readonly width: number
  readonly height: number
  /** « 210 × 148 mm », « Ø 150 mm ». */
  readonly size: string
  readonly orientation: 'portrait' | 'paysage'
}

const area = ({ width, height }: ProductRow): number => width * height

/** The catalogue, family by family, from the smallest. */
export function listProducts(world: World): readonly ProductRow[] {
  const { families, products } = catalogueOf(world)
  const rows = [...products.values()].map(({ id, family, title, width, height, diameter }): ProductRow => {
    const [w, h] = [diameter ?? width ?? 0, diameter ?? height ?? 0]
    const natural = w === h ? families.get(family)?.orientation : w > h ? 'paysage' : 'portrait'
    const size = diameter === undefined ? mmSize(w, h) : `Ø\u00a0${mm(diameter)}`
    return { id, family, title, width: w, height: h, size, orientation: natural ?? 'portrait' }
  })
  const order = [...families.keys()]
  return rows.sort(
    (a, b) => order.indexOf(a.family) - order.indexOf(b.family) || area(a) - area(b) || (a.id < b.id ? -1 : 1),
  )
}

export type NamedRow = {
  readonly id: string
  readonly title: string
  readonly source: 'project' | 'own'
  /** False when the file has errors: `check` tells them. */
  readonly sound: boolean
}

export type BrandRow = NamedRow & { readonly status?: 'draft' | 'official'; readonly version?: string }

/** The project's entries, then ours that none of them replaces. */
function entries(folders: readonly [project: string | undefined, own: string], world: World, kind: 'file' | 'folder') {
  const [project, own] = folders
  const first = project === undefined ? [] : idsIn(project, world, kind)
  return [
    ...first.map(id => ({ id, source: 'project' as const })),
    ...idsIn(own, world, kind)
      .filter(id => !first.includes(id))
      .map(id => ({ id, source: 'own' as const })),
  ]
}

/** A project's root is searched for `chartes/` and `imprimeurs/`; undefined for ours alone. */
export const listBrands = (world: World, root?: string): readonly BrandRow[] =>
  entries([root && join(root, 'chartes'), world.own(BRANDS)], world, 'folder').map(row => {
    const project = root ?? world.own('.')
    const spec = findBrand({ written: row.id, folder: project, project }, world).value?.spec
    return spec
      ? { ...row, title: spec.title, sound: true, status: spec.status, version: spec.version }
      : { ...row, title: row.id, sound: false }
  })

export const listPrinters = (world: World, root?: string): readonly NamedRow[] =>
  entries([root && join(root, 'imprimeurs'), world.own(PRINTERS)], world, 'file').map(row => {
    const project = root ?? world.own('.')
    const spec = findPrinter({ written: row.id, folder: project, project }, world).value?.spec
    return { ...row, title: spec?.title ?? row.id, sound: spec !== undefined }
  })

export type TemplateRow = {
  readonly brand: string
  readonly family: string
  readonly name: string
  readonly file: string
}

export const listTemplates = (brand: Brand): readonly TemplateRow[] =>
  templatesOf(brand).map(({ family, name, file }) => ({ brand: brand.spec.id, family, name, file }))

export type TextRow = { readonly key: string; readonly locked: boolean; readonly sentences: readonly string[] }

export const listTexts = ({ file }: Brand): readonly TextRow[] =>
  Object.entries(file.texts).map(([key, wording]) => ({
    key,
    locked: wording.locked,
    sentences: sentencesOf(wording).map(({ sentence }) => sentence),
  }))
