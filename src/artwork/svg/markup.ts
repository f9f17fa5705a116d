// Marks drawn for the screen, written as SVG of our own for the renderer: paths, gradients, clips, masks, filters, nothing else.
import type { Matrix, Path } from '../../model/geometry.ts'
import type { Gradient, Ink, Paint } from '../../model/ink.ts'
import type { GroupMark, Mark, PathMark, Stroke } from '../../model/sheet.ts'
import { screenRgb } from './scene.ts'
import { type Filter, print } from './written-filter.ts'

/** What stands where the pixels of a picture go, until they are made. */
export const placeholder = (raster: string): string => `[[${raster}]]`

export type Markup = {
  readonly body: string
  /** Pictures that it shows. */
  readonly rasters: ReadonlySet<string>
}

/** @param filters the filters of groups, and by the group the whole cost of the drawing grows */
export function writeMarks(marks: readonly Mark[], filters: WeakMap<Mark, Filter>): Markup {
  const defs: string[] = []
  const rasters = new Set<string>()
  const content = marks.map(write).join('')
  return { body: `<defs>${defs.join('')}</defs>${content}`, rasters }

  function define(markup: (id: string) => string): string {
    const id = `d${defs.length}`
    defs.push('')
    defs[Number(id.slice(1))] = markup(id)
    return `url(#${id})`
  }

  function write(mark: Mark): string {
    switch (mark.kind) {
      case 'path':
        return writePath(mark)
      case 'image':
        rasters.add(mark.image)
        return `<image width="1" height="1" preserveAspectRatio="none"${transform(mark.matrix)} xlink:href="${placeholder(mark.image)}"/>`
      case 'glyphs':
        throw new Error('artwork holds outlines, never live text')
      case 'group':
        return writeGroup(mark)
    }
  }

  function writeGroup(mark: GroupMark): string {
    const { clip, mask, opacity = 1, blend = 'normal', isolated = false } = mark
    const filter = filters.get(mark)
    const clipped = clip
      ? ` clip-path="${define(id => `<clipPath id="${id}"><path clip-rule="${clip.rule}" d="${data(clip.path)}"/></clipPath>`)}"`
      : ''
    const masked = mask
      ? ` mask="${define(id => `<mask id="${id}" mask-type="${mask.kind}" maskUnits="userSpaceOnUse" x="-100000" y="-100000" width="200000" height="200000">${mask.marks.map(write).join('')}</mask>`)}"`
      : ''
    const filtered = filter ? ` filter="${define(id => writeFilter(id, filter))}"` : ''
    const style = ` style="mix-blend-mode:${blend};isolation:${isolated ? 'isolate' : 'auto'}"`
    const inner = mark.marks.map(write).join('')
    return `<g${transform(mark.transform)} opacity="${print(opacity)}"${clipped}${masked}${filtered}${style}>${inner}</g>`
  }

  function writePath({ path, fill, fillRule, stroke }: PathMark): string {
    const filled = fill ? `${paint('fill', fill)} fill-rule="${fillRule ?? 'nonzero'}"` : ' fill="none"'
    return `<path${filled}${stroke ? writeStroke(stroke) : ''} d="${data(path)}"/>`
  }

  function writeStroke({ paint: ink, width, cap, join, miterLimit, dash }: Stroke): string {
    const dashed = dash
      ? ` stroke-dasharray="${dash.lengths.map(print).join(' ')}" stroke-dashoffset="${print(dash.offset)}"`
      : ''
    return `${paint('stroke', ink)} stroke-width="${print(width)}" stroke-linecap="${cap}" stroke-linejoin="${join}" stroke-miterlimit="${print(miterLimit)}"${dashed}`
  }

  function paint(side: 'fill' | 'stroke', value: Paint): string {
    const gradient = value.kind === 'linear' || value.kind === 'radial'
    return ` ${side}="${gradient ? define(id => writeGradient(id, value)) : css(value)}"`
  }
}

function writeGradient(id: string, value: Gradient): string {
  const stops = value.stops
    .map(
      ({ at, ink, alpha }) => `<stop offset="${print(at)}" stop-color="${css(ink)}" stop-opacity="${print(alpha)}"/>`,
    )
    .join('')
  const [x1, y1] = value.from.map(print)
  const [x2, y2] = value.to.map(print)
  const units = `id="${id}" gradientUnits="userSpaceOnUse"`
  return value.kind === 'linear'
    ? `<linearGradient ${units} x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops}</linearGradient>`
    : `<radialGradient ${units} fx="${x1}" fy="${y1}" cx="${x2}" cy="${y2}" r="${print(value.toRadius)}">${stops}</radialGradient>`
}

function writeFilter(id: string, { region, markup }: Filter): string {
  const { x, y, width, height } = region
  return `<filter id="${id}" filterUnits="userSpaceOnUse" x="${print(x)}" y="${print(y)}" width="${print(width)}" height="${print(height)}">${markup}</filter>`
}

function css(ink: Ink): string {
  if (ink.kind !== 'cmyk') throw new Error('marks for the screen carry screen colours')
  return `rgb(${screenRgb(ink).join(',')})`
}

/** Factors of matrices keep more decimals than places. */
const transform = (matrix: Matrix | undefined): string => {
  if (!matrix) return ''
  const [a, b, c, d, e, f] = matrix
  const factors = [a, b, c, d].map(value => (Math.abs(value) < 1e7 ? value.toFixed(9) : '0'))
  return ` transform="matrix(${[...factors, print(e), print(f)].join(' ')})"`
}

const data = (path: Path): string =>
  path.map(segment => segment.map(part => (typeof part === 'string' ? part : print(part))).join(' ')).join('')
