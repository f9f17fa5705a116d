// A sheet without transparency that prints alike: for PDF/X-1a and X-3. Vectors where they can say it, else an image.
import type { Assets, Raster } from '../../model/assets.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type Box, IDENTITY, outset } from '../../model/geometry.ts'
import { PLATE_ROLES } from '../../model/ink.ts'
import type { GroupMark, Mark, Output, Sheet } from '../../model/sheet.ts'
import { imagesOf, selectPart } from '../walk.ts'
import { intersection, type Leaf, leavesOf, type Place, unionOf, within } from './leaf.ts'
import { type DrawInks, takePicture } from './picture.ts'
import type { Studio } from './replay.ts'
import { backdropOf, resolve } from './resolve.ts'
import { cannotFlatten, flattened, type Origin } from './rules.ts'
import { hasEffect, isTransparent } from './transparent.ts'
import { groupUnit, leafUnit, type Unit } from './unit.ts'

export type Flattening = {
  readonly assets: Assets
  readonly output: Output
  readonly drawInks: DrawInks
}

export type Flat = {
  readonly sheet: Sheet
  /** Pixels that the flat sheet has and the other had not. */
  readonly rasters: readonly Raster[]
  readonly diagnostics: readonly Diagnostic[]
}

const SHEET: Place = { matrix: IDENTITY, clips: [] }

/** Where a mark stands in its tree: its place, the groups around it, and the datum they come from. */
type Where = { readonly place: Place; readonly wrap: (mark: Mark) => Mark; readonly origin: Origin }

const TOP: Where = { place: SHEET, wrap: mark => mark, origin: {} }

/** What the plates overprint is flattened; the plates themselves hold no transparency and stay as they are. */
const PRINTED = ['art', 'marks', 'legend'] as const

/** The same sheet when nothing in it is transparent. Text and plates are never turned into pixels. */
export function flatten(sheet: Sheet, { assets, output, drawInks }: Flattening): Flat {
  const rasters = new Map<string, Raster>()
  const studio = {
    output,
    drawInks,
    assets: { ...assets, image: (id: string) => rasters.get(id) ?? assets.image(id) },
    keep: (raster: Raster) => void rasters.set(raster.id, raster),
  }
  const parts = PRINTED.map(layer => ({ layer, marks: selectPart(sheet.marks, layer) }))
  if (!parts.some(({ marks }) => marks.some(mark => isTransparent(mark, assets))))
    return { sheet, rasters: [], diagnostics: [] }
  const table = new Table(frameOf(sheet), studio)
  const printed = parts.map(({ layer, marks }): GroupMark => ({ kind: 'group', layer, marks: table.lay(marks) }))
  const plates = PLATE_ROLES.flatMap(role => selectPart(sheet.marks, role))
  const marks = [...printed.filter(group => group.marks.length > 0), ...plates]
  return { sheet: { ...sheet, marks }, rasters: usedOf(marks, rasters), diagnostics: table.diagnostics }
}

const frameOf = ({ width, height, bleed, slug }: Sheet): Box =>
  outset(outset({ x: 0, y: 0, width, height }, bleed), slug)

function usedOf(marks: readonly Mark[], rasters: ReadonlyMap<string, Raster>): readonly Raster[] {
  const used = new Set(imagesOf({ marks }))
  return [...rasters.values()].filter(({ id }) => used.has(id))
}

/** What has been painted so far, all of it opaque: each mark is laid on it in turn. */
class Table {
  readonly diagnostics: Diagnostic[] = []
  private readonly painted: Leaf[] = []
  private readonly frame: Box
  private readonly studio: Studio & { readonly drawInks: DrawInks }

  constructor(frame: Box, studio: Table['studio']) {
    this.frame = frame
    this.studio = studio
  }

  lay(marks: readonly Mark[], where: Where = TOP): readonly Mark[] {
    return marks.flatMap(mark => this.layOne(mark, where))
  }

  private layOne(mark: Mark, where: Where): readonly Mark[] {
    const { assets } = this.studio
    if (!isTransparent(mark, assets)) return this.opaque(mark, where)
    if (mark.kind !== 'group') return this.paints(mark, where)
    if (mark.opacity === 0) return []
    if (hasEffect(mark)) return this.unit(mark, where, groupUnit(mark, where.place, assets))
    // Things laid one over the other give the same whether they are first laid together or not.
    return this.lay(mark.marks, {
      place: within(mark, where.place),
      wrap: inner => where.wrap(around(mark, inner)),
      origin: originOf(mark, where),
    })
  }

  private opaque(mark: Mark, { place, wrap }: Where): readonly Mark[] {
    this.painted.push(...leavesOf([mark], place, this.studio.assets))
    return [wrap(mark)]
  }

  /** Fill, then stroke: each is seen through in its own way. */
  private paints(mark: Exclude<Mark, GroupMark>, where: Where): readonly Mark[] {
    return leavesOf([mark], where.place, this.studio.assets).flatMap(leaf =>
      isTransparent(leaf.mark, this.studio.assets)
        ? this.unit(leaf.mark, where, leafUnit(leaf))
        : this.opaque(leaf.mark, where),
    )
  }

  private unit(mark: Mark, where: Where, unit: Unit | undefined): readonly Mark[] {
    const marks = (unit && resolve(unit, this.painted, this.studio)) ?? this.picture(mark, where)
    this.painted.push(...leavesOf(marks, SHEET, this.studio.assets))
    return marks
  }

  private picture(mark: Mark, where: Where): readonly Mark[] {
    const { assets, output } = this.studio
    const whole = unionOf(leavesOf([mark], where.place, assets).map(({ box }) => box))
    const box = whole && intersection(whole, this.frame)
    if (!box) return []
    const taken = takePicture(mark, where.place, backdropOf(box, this.painted, this.studio), box, this.studio)
    const origin = originOf(mark, where)
    if ('kind' in taken) {
      this.diagnostics.push(cannotFlatten(origin, taken, output))
      return []
    }
    if (taken.marks.length > 0) this.diagnostics.push(flattened(origin, taken, output))
    return taken.marks.map(image => ({ ...image, ...origin }))
  }
}

/** A mark's own, or that of the nearest group that has one. */
const originOf = ({ from, by }: Mark, { origin }: Where): Origin => ({
  ...origin,
  ...(from && { from }),
  ...(by && { by }),
})

/** The group around one of the marks it holds. */
const around = (group: GroupMark, mark: Mark): GroupMark => ({ ...group, marks: [mark] })
