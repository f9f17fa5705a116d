// When colours become inks: before the file (early binding), for pictures later (intermediate), or all of them later.
import { text } from '../../model/diagnostic.ts'
import { type ColorSpace, spacesWithin } from '../../pdf-reader/color-space.ts'
import { type Painted, paintsOf } from '../../pdf-reader/painted.ts'
import type { PdfPage } from '../../pdf-reader/read-pdf.ts'
import { nameOf } from './inks.ts'
import type { GwgCheck } from './press-check.ts'
import { at, type Press } from './printed.ts'

/** Whether a space may paint a picture, or anything else. */
type Binding = { readonly image: (space: ColorSpace) => boolean; readonly vector: (space: ColorSpace) => boolean }

const isInk = ({ family }: ColorSpace): boolean =>
  ['DeviceCMYK', 'DeviceGray', 'Separation', 'DeviceN', 'Indexed', 'Pattern'].includes(family)

const iccOf = (space: ColorSpace): string | undefined =>
  space.family === 'ICCBased' ? (space.profile?.space ?? '') : undefined

const EARLY: Binding = { image: isInk, vector: isInk }

const INTERMEDIATE: Binding = {
  image: space => isInk(space) || iccOf(space) === 'RGB' || space.family === 'CalRGB' || space.family === 'Lab',
  vector: isInk,
}

const LATE: Binding = {
  image: space =>
    isInk(space) || ['RGB', 'CMYK'].includes(iccOf(space) ?? '') || ['CalRGB', 'Lab'].includes(space.family),
  vector: space => isInk(space) || iccOf(space) === 'RGB' || space.family === 'Lab',
}

function* foreignColors({ pages }: Press, binding: Binding) {
  for (const { page, items } of pages)
    for (const item of [...items, ...tilesOf(page)]) {
      const allowed = isPicture(item) ? binding.image : binding.vector
      // The alternate of a spot ink is never printed when the press has the ink.
      const foreign = paintsOf(item)
        .flatMap(({ space }) => (space.family === 'Indexed' ? [...spacesWithin(space)].slice(0, 2) : [space]))
        // What is not there has a rule of its own.
        .find(space => space.family !== 'Unknown' && !allowed(space))
      const what = isPicture(item)
        ? text('image', 'picture')
        : item.kind === 'text'
          ? text('texte', 'text')
          : text('tracé', 'path')
      if (foreign)
        yield at({ page, item }, text(`${what.fr} en ${nameOf(foreign)}`, `${what.en} in ${nameOf(foreign)}`))
    }
}

/** What tiles and drawn letters are made of, whose places are in a space of their own. */
const tilesOf = ({ painted }: PdfPage): Painted[] =>
  painted
    .filter(({ context }) => context === 'pattern' || context === 'glyph')
    .map(item => ({ ...item, bounds: undefined }))

const isPicture = (item: Painted): boolean => item.kind === 'image' && item.fill === undefined

const why = text(
  'Un RVB est converti par le RIP, à sa façon : les couleurs ne sont pas celles qu’on a validées.',
  'RGB is converted by the RIP, in its own way: colours are not those that were approved.',
)
const fix = text(
  'Convertissez dans le profil de sortie avant d’exporter.',
  'Convert to the output profile before exporting.',
)

export const colorEarly = {
  gwg: 'R0027',
  severity: 'error',
  title: text('toutes les couleurs sont déjà des encres', 'all colours are inks already'),
  why,
  fix,
  source: 'GWG 2022 R0027',
  *find(press) {
    yield* foreignColors(press, EARLY)
  },
} as const satisfies GwgCheck

export const colorIntermediate = {
  gwg: 'R0028',
  severity: 'error',
  title: text('seules les images ont un profil de couleur', 'only pictures have a colour profile'),
  why,
  fix,
  source: 'GWG 2022 R0028',
  *find(press) {
    yield* foreignColors(press, INTERMEDIATE)
  },
} as const satisfies GwgCheck

export const colorLate = {
  gwg: 'R0029',
  severity: 'error',
  title: text('les couleurs à convertir ont un profil', 'colours to be converted have a profile'),
  why,
  fix: text(
    'Attachez un profil aux couleurs RVB, ou convertissez-les avant d’exporter.',
    'Attach a profile to RGB colours, or convert them before exporting.',
  ),
  source: 'GWG 2022 R0029',
  *find(press) {
    yield* foreignColors(press, LATE)
  },
} as const satisfies GwgCheck
