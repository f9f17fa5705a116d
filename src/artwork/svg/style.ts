// The style of an element: attributes, then rules, then the style attribute, over what it inherits (SVG 2, chapter 6).
import { type Declarations, matches, parseDeclarations, type Rule } from './css.ts'
import type { Element } from './xml.ts'

/** Properties that pass to children, with their initial values. */
const INHERITED: Readonly<Record<string, string>> = {
  'clip-rule': 'nonzero',
  color: '#000',
  'color-interpolation': 'sRGB',
  fill: '#000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  'font-size': '16',
  'marker-end': 'none',
  'marker-mid': 'none',
  'marker-start': 'none',
  'paint-order': 'normal',
  stroke: 'none',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-miterlimit': '4',
  'stroke-opacity': '1',
  'stroke-width': '1',
  visibility: 'visible',
}

/** Properties that concern one element, with their initial values. */
const OWN: Readonly<Record<string, string>> = {
  animation: 'none',
  'animation-name': 'none',
  'backdrop-filter': 'none',
  clip: 'auto',
  'clip-path': 'none',
  d: '',
  display: 'inline',
  filter: 'none',
  isolation: 'auto',
  marker: 'none',
  mask: 'none',
  'mask-image': 'none',
  'mask-type': 'luminance',
  'mix-blend-mode': 'normal',
  'offset-path': 'none',
  opacity: '1',
  overflow: '',
  rotate: 'none',
  scale: 'none',
  'stop-color': '#000',
  'stop-opacity': '1',
  transform: '',
  'transform-box': '',
  'transform-origin': '',
  translate: 'none',
  'vector-effect': 'none',
  zoom: '1',
}

/** Geometry that CSS may set in SVG 2; drawing programs write it as attributes. */
const GEOMETRY = ['cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height']

export type Style = {
  /** The value of a property, inherited or initial when not declared. */
  get(property: string): string
  /** Geometry declared in CSS on this element. */
  readonly geometry: Declarations
}

export const INITIAL: Style = { get: property => INHERITED[property] ?? OWN[property] ?? '', geometry: new Map() }

export function styleOf(element: Element, parent: Style, ancestors: readonly Element[], rules: readonly Rule[]): Style {
  const declared = new Map<string, string>()
  const geometry = new Map<string, string>()
  for (const [name, value] of element.attributes) if (isStyle(name) && name !== 'd') declared.set(name, value.trim())
  for (const rule of rules) if (matches(rule.selector, element, ancestors)) declare(rule.declarations)
  declare(parseDeclarations(element.attributes.get('style') ?? ''))
  return {
    geometry,
    get: property => {
      const value = declared.get(property)
      if (value === 'inherit') return parent.get(property)
      if (value === 'initial') return INITIAL.get(property)
      if (value !== undefined && value !== 'unset') return value
      return property in INHERITED ? parent.get(property) : INITIAL.get(property)
    },
  }

  function declare(declarations: Declarations): void {
    for (const [name, written] of declarations) {
      const value = written.replace(/\s*!\s*important$/i, '')
      if (isStyle(name)) declared.set(name, value)
      else if (GEOMETRY.includes(name)) geometry.set(name, value)
      if (name === 'marker') for (const side of ['start', 'mid', 'end']) declared.set(`marker-${side}`, value)
    }
  }
}

const isStyle = (name: string): boolean => name in INHERITED || name in OWN

/** The rules of a document in the order they apply. */
export const inCascade = (rules: readonly Rule[]): Rule[] =>
  [...rules].sort((one, other) => one.specificity - other.specificity || one.order - other.order)
