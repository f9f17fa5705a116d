// Art that reaches the cut goes on to the end of the bleed: a sliver of bare material shows where it stops.
import { text } from '../../model/diagnostic.ts'
import type { Box } from '../../model/geometry.ts'
import type { Mm } from '../../model/length.ts'
import { bleedSamples } from '../bleed-samples.ts'
import { isNear } from '../shape.ts'
import { placeOf, type SheetCheck } from '../sheet-check.ts'
import { type BleedSample, comesTo, NEAR, SLACK, type Stretch } from '../stretch.ts'
import { isPaperSurface, type Surface, surfacesOf } from '../surface.ts'

/** An edge that runs away from the cut faster than this (15°) crosses it: it was meant to be cut across. */
const CROSSING = 0.27

const covers = ({ covers }: Surface, { at, out }: BleedSample, far: Mm): boolean =>
  covers(at[0] + out[0] * far, at[1] + out[1] * far)

/** What is seen at a place: the topmost opaque surface, and what lies over it without hiding it. */
function seenAt(surfaces: readonly Surface[], sample: BleedSample, far: Mm): readonly Surface[] {
  const seen: Surface[] = []
  for (let index = surfaces.length - 1; index >= 0; index -= 1) {
    const surface = surfaces[index]
    if (!surface || !covers(surface, sample, far)) continue
    seen.push(surface)
    if (surface.opaque) break
  }
  return seen
}

/** How far out a surface goes on from just inside the cut; it is known to stop before the end of the bleed. */
function endOf(surface: Surface, sample: BleedSample): Mm {
  let [covered, bare] = [-NEAR, sample.reach - SLACK]
  for (let far = covered; far < bare; far += 0.25) {
    if (covers(surface, sample, far)) covered = far
    else bare = far
  }
  while (bare - covered > 0.01) {
    const middle = (covered + bare) / 2
    if (covers(surface, sample, middle)) covered = middle
    else bare = middle
  }
  return covered
}

/** Whether what is seen at the end of the bleed is the same flat colour: nobody will see where the surface stopped. */
const goesOn = (surface: Surface, surfaces: readonly Surface[], sample: BleedSample): boolean =>
  surface.color !== undefined && seenAt(surfaces, sample, sample.reach - SLACK)[0]?.color === surface.color

/** By sample: how far out a surface goes, where it is seen at the cut and stops in the bleed. */
type Ends = Map<number, Mm>

type Found = Map<Surface, Ends>

/** Whether what is seen at each place of a box is seen at all of them: nothing stops there. */
function isEven(surfaces: readonly Surface[], box: Box): boolean {
  for (let index = surfaces.length - 1; index >= 0; index -= 1) {
    const surface = surfaces[index]
    const over = surface?.over(box)
    if (over === undefined) return false
    if (over && surface?.opaque) return true
  }
  return true
}

/** Looks for ends on a stretch, in its halves while they are large, among the surfaces that come there. */
function findEnds(stretch: Stretch, all: readonly Surface[], samples: readonly BleedSample[], found: Found): void {
  const { box, halves } = stretch
  if (!box) return
  const surfaces = all.filter(({ bounds }) => isNear(bounds, box, 0))
  if (isEven(surfaces, box)) return
  for (const half of halves) findEnds(half, surfaces, samples, found)
  if (halves.length > 0) return
  for (let index = stretch.from; index < stretch.to; index += 1) {
    const sample = samples[index]
    if (!sample || sample.reach <= SLACK) continue
    for (const surface of seenAt(surfaces, sample, -NEAR)) {
      if (covers(surface, sample, sample.reach - SLACK) || goesOn(surface, surfaces, sample)) continue
      const known = found.get(surface) ?? new Map<number, Mm>()
      found.set(surface, known.set(index, endOf(surface, sample)))
    }
  }
}

/** The samples at which a surface's edge runs along the cut, rather than across it. */
function shortAt(surface: Surface, ends: Ends, samples: readonly BleedSample[]): readonly BleedSample[] {
  const at = (index: number): number => (index + samples.length) % samples.length
  return samples.filter((sample, index) => {
    const end = ends.get(index)
    if (end === undefined) return false
    const beside = [at(index - 1), at(index + 1)].flatMap(other => {
      const [next, far] = [samples[other], ends.get(other)]
      if (!next || far === undefined) return []
      const step = Math.hypot(next.at[0] - sample.at[0], next.at[1] - sample.at[1])
      return [Math.abs(far - end) / Math.max(step, 0.01)]
    })
    if (beside.length > 0) return beside.every(slope => slope < CROSSING)
    // Thinner than the samples are apart: a slanting line leaves by the end of the bleed not far from here.
    const reach = Math.ceil((2 * sample.reach) / 0.5)
    const near = samples.slice(Math.max(0, index - reach), index + reach + 1)
    return !near.some(other => covers(surface, other, other.reach - SLACK))
  })
}

const WHERE = {
  top: text('en haut', 'at the top'),
  right: text('à droite', 'on the right'),
  bottom: text('en bas', 'at the bottom'),
  left: text('à gauche', 'on the left'),
}

/** In words, in the order of a clock. */
function sidesOf(samples: readonly BleedSample[]): readonly { fr: string; en: string }[] {
  const found = new Set(
    samples.map(({ out: [x, y] }): keyof typeof WHERE => {
      if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'right' : 'left'
      return y > 0 ? 'bottom' : 'top'
    }),
  )
  return (['top', 'right', 'bottom', 'left'] as const).filter(side => found.has(side)).map(side => WHERE[side])
}

const WHAT = {
  fill: text('une surface', 'a surface'),
  stroke: text('un filet', 'a line'),
  image: text('une image', 'an image'),
}

export const bleedMissing: SheetCheck = {
  severity: 'error',
  title: text('une surface s’arrête au bord sans fond perdu', 'a surface stops at the trim without bleed'),
  why: text(
    'Si la coupe s’écarte d’un millimètre, un liseré blanc paraît.',
    'If the cut wanders by a millimetre, a white sliver shows.',
  ),
  fix: text(
    'Prolongez la surface jusqu’au bout du fond perdu, ou écartez-la du bord.',
    'Extend the surface to the end of the bleed, or move it away from the edge.',
  ),
  *run({ sheet, assets }) {
    const { samples, stretch } = bleedSamples(sheet)
    const found: Found = new Map()
    findEnds(
      stretch,
      surfacesOf(sheet, assets, box => comesTo(box, stretch)),
      samples,
      found,
    )
    for (const [surface, ends] of found) {
      // On white material 0/0/0/0 prints nothing; on clear film it is the white under it that one sees.
      if (!sheet.clear && isPaperSurface(surface)) continue
      const sides = sidesOf(shortAt(surface, ends, samples))
      if (sides.length === 0) continue
      yield {
        message: text(
          `${WHAT[surface.kind].fr} s’arrête au bord de coupe ${sides.map(({ fr }) => fr).join(' et ')}`,
          `${WHAT[surface.kind].en} stops at the trim ${sides.map(({ en }) => en).join(' and ')}`,
        ),
        ...placeOf(surface.mark),
      }
    }
  },
}
