// Gradients as SVG elements that every reader knows: two circles become one focus (no `fr`), stops move accordingly.
import type { Gradient } from '../../model/ink.ts'
import type { ScreenStop } from './look.ts'
import { factor, number } from './number.ts'
import { element } from './xml.ts'

type Radial = Extract<Gradient, { kind: 'radial' }>

export function gradientElement(id: string, gradient: Gradient, stops: readonly ScreenStop[]): string {
  if (gradient.kind === 'radial') return radialElement(id, gradient, stops)
  const [x1, y1] = gradient.from
  const [x2, y2] = gradient.to
  const box = { x1: number(x1), y1: number(y1), x2: number(x2), y2: number(y2) }
  return element('linearGradient', { id, gradientUnits: 'userSpaceOnUse', ...box }, stopElements(stops))
}

/** The cone through both circles is followed back to where its radius is nothing: that point is the focus. */
function radialElement(id: string, gradient: Radial, stops: readonly ScreenStop[]): string {
  if (gradient.fromRadius > gradient.toRadius) return radialElement(id, reversed(gradient), reversedStops(stops))
  const { from, to, fromRadius, toRadius } = gradient
  if (isPoint(gradient)) return gradientElement(id, { ...gradient, kind: 'linear' }, stops)
  if (fromRadius === toRadius) throw new Error('a radial gradient between two equal circles has no focus')
  const start = -fromRadius / (toRadius - fromRadius)
  const along = (share: number, axis: 0 | 1): number => from[axis] + (to[axis] - from[axis]) * share
  const circle = { cx: number(to[0]), cy: number(to[1]), r: number(toRadius) }
  const focus = { fx: number(along(start, 0)), fy: number(along(start, 1)) }
  const moved = stops.map(stop => ({ ...stop, at: (stop.at - start) / (1 - start) }))
  return element('radialGradient', { id, gradientUnits: 'userSpaceOnUse', ...circle, ...focus }, stopElements(moved))
}

/** No length at all: SVG 2 (14.2) shows the last stop, and readers agree on that for a line. */
const isPoint = ({ from, to, fromRadius, toRadius }: Radial): boolean =>
  from[0] === to[0] && from[1] === to[1] && fromRadius === toRadius

const reversed = ({ from, to, fromRadius, toRadius, stops }: Radial): Radial => ({
  kind: 'radial',
  from: to,
  to: from,
  fromRadius: toRadius,
  toRadius: fromRadius,
  stops,
})

const reversedStops = (stops: readonly ScreenStop[]): readonly ScreenStop[] =>
  stops.map(stop => ({ ...stop, at: 1 - stop.at })).reverse()

const stopElements = (stops: readonly ScreenStop[]): string =>
  stops
    .map(({ at, color, alpha }) =>
      element('stop', {
        offset: factor(at),
        'stop-color': color,
        'stop-opacity': alpha === 1 ? undefined : factor(alpha),
      }),
    )
    .join('')
