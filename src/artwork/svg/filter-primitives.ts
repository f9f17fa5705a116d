// The filter primitives we pass on, with what each of their attributes may hold. What is not here is refused:
// pictures from elsewhere, and those whose result depends on the size of the screen's pixels (convolution, lighting).

import { BLEND_MODES } from '../../model/sheet.ts'

/** `input`: a result or the source; `pair` and `height`: lengths, shares of the box when units say so; a list: its words. */
export type Kind = 'input' | 'numbers' | 'pair' | 'height' | 'color' | 'share' | readonly string[]

type Attributes = Readonly<Record<string, Kind>>

export type Primitive = {
  readonly attributes: Attributes
  readonly children?: Readonly<Record<string, Attributes>>
  /** Operations for a pixel. */
  readonly cost?: number
  /** Operations for a pixel, by the square of the pixels in a unit: a window that grows with the picture. */
  readonly areaCost?: (attributes: ReadonlyMap<string, string>) => number
}

const TRANSFER: Attributes = {
  type: ['identity', 'table', 'discrete', 'linear', 'gamma'],
  tableValues: 'numbers',
  slope: 'numbers',
  intercept: 'numbers',
  amplitude: 'numbers',
  exponent: 'numbers',
  offset: 'numbers',
}

const CHANNELS = ['R', 'G', 'B', 'A']

const areaOf = (attributes: ReadonlyMap<string, string>): number => {
  const [x = 0, y = x] = (attributes.get('radius') ?? '').split(/[\s,]+/).map(Number)
  return Number.isFinite(x * y) ? 4 * Math.abs(x * y) : 0
}

export const PRIMITIVES: Readonly<Record<string, Primitive>> = {
  feBlend: { attributes: { in: 'input', in2: 'input', mode: BLEND_MODES } },
  feColorMatrix: {
    attributes: { in: 'input', type: ['matrix', 'saturate', 'hueRotate', 'luminanceToAlpha'], values: 'numbers' },
    cost: 5,
  },
  feComponentTransfer: {
    attributes: { in: 'input' },
    children: { feFuncR: TRANSFER, feFuncG: TRANSFER, feFuncB: TRANSFER, feFuncA: TRANSFER },
    cost: 5,
  },
  feComposite: {
    attributes: {
      in: 'input',
      in2: 'input',
      operator: ['over', 'in', 'out', 'atop', 'xor', 'arithmetic'],
      k1: 'numbers',
      k2: 'numbers',
      k3: 'numbers',
      k4: 'numbers',
    },
  },
  feDisplacementMap: {
    attributes: { in: 'input', in2: 'input', scale: 'pair', xChannelSelector: CHANNELS, yChannelSelector: CHANNELS },
  },
  feDropShadow: {
    attributes: {
      in: 'input',
      dx: 'pair',
      dy: 'height',
      stdDeviation: 'pair',
      'flood-color': 'color',
      'flood-opacity': 'share',
    },
    cost: 15,
  },
  feFlood: { attributes: { 'flood-color': 'color', 'flood-opacity': 'share' } },
  feGaussianBlur: { attributes: { in: 'input', stdDeviation: 'pair' }, cost: 15 },
  feMerge: { attributes: {}, children: { feMergeNode: { in: 'input' } }, cost: 5 },
  feMorphology: { attributes: { in: 'input', operator: ['erode', 'dilate'], radius: 'pair' }, areaCost: areaOf },
  feOffset: { attributes: { in: 'input', dx: 'pair', dy: 'height' } },
  feTile: { attributes: { in: 'input' } },
  feTurbulence: {
    attributes: {
      baseFrequency: 'numbers',
      numOctaves: 'numbers',
      seed: 'numbers',
      stitchTiles: ['stitch', 'noStitch'],
      type: ['fractalNoise', 'turbulence'],
    },
    cost: 200,
  },
}
