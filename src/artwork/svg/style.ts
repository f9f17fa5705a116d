// The style of an element: attributes, then rules, then the style attribute, over what it inherits (SVG 2, chapter 6).
import { byImportance, type Declarations, parseDeclarations, type Rule } from './css.ts'
import { fontShorthand } from './font-shorthand.ts'
import { parseLength } from './number.ts'
import { matches } from './selector.ts'
import { substitute } from './variables.ts'
import type { Element } from './xml.ts'

/** Properties that pass to children, with their initial values. */
const INHERITED: Readonly<Record<string, string>> = {
  'clip-rule': 'nonzero',
  color: '#000',
  'color-interpolation': 'sRGB',
  'color-interpolation-filters': 'linearRGB',
  fill: '#000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  direction: 'ltr',
  'dominant-baseline': 'auto',
  'font-family': '',
  'font-feature-settings': 'normal',
  'font-kerning': 'auto',
  'font-size': '16',
  'font-stretch': 'normal',
  'font-style': 'normal',
  'font-variant': 'normal',
  'font-weight': '400',
  'letter-spacing': 'normal',
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
  'text-anchor': 'start',
  'text-rendering': 'auto',
  'text-transform': 'none',
  visibility: 'visible',
  'white-space': '',
  'word-spacing': 'normal',
  'writing-mode': 'horizontal-tb',
}

/** Properties that concern one element, with their initial values. */
const OWN: Readonly<Record<string, string>> = {
  'alignment-baseline': 'baseline',
  animation: 'none',
  'animation-name': 'none',
  'baseline-shift': 'baseline',
  'backdrop-filter': 'none',
  background: 'none',
  'background-color': 'transparent',
  'background-image': 'none',
  '-webkit-backdrop-filter': 'none',
  clip: 'auto',
  'clip-path': 'none',
  d: '',
  display: 'inline',
  filter: 'none',
  'flood-color': '#000',
  'flood-opacity': '1',
  isolation: 'auto',
  marker: 'none',
  mask: 'none',
  'lighting-color': '#fff',
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
  'text-decoration': 'none',
  'text-decoration-line': 'none',
  transform: '',
  'transform-box': '',
  'transform-origin': '',
  translate: 'none',
  'vector-effect': 'none',
  zoom: '1',
}

/** Properties that are no attributes, or attributes that mean something else. */
const CSS_ONLY = [
  'animation',
  'animation-name',
  'background',
  'background-color',
  'background-image',
  'd',
  'offset-path',
  'rotate',
  'scale',
  'translate',
  'zoom',
]

/** Geometry that CSS may set in SVG 2; drawing programs write it as attributes. */
const GEOMETRY = ['cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height']

export type Style = {
  /** The value of a property, inherited or initial when not declared. */
  get(property: string): string
  /** The value of a custom property such as `--brand`. */
  variable(name: string): string | undefined
  /** Geometry declared in CSS on this element. */
  readonly geometry: Declarations
}

export const INITIAL: Style = {
  get: property => INHERITED[property] ?? OWN[property] ?? '',
  variable: () => undefined,
  geometry: new Map(),
}

const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
}

/** Sizes and weights that depend on the parent's become absolute, so that children inherit what is meant. */
function settleFont(declared: Map<string, string>, parent: Style): void {
  const size = declared.get('font-size')?.toLowerCase()
  const above = Number(parent.get('font-size'))
  if (size !== undefined && !['inherit', 'initial', 'unset'].includes(size)) {
    const relative = size === 'larger' ? above * 1.2 : size === 'smaller' ? above / 1.2 : undefined
    const absolute = size.endsWith('rem') ? parseLength(size, { percent: 16, em: 16 }) : undefined
    const value = relative ?? SIZES[size] ?? absolute ?? parseLength(size, { percent: above, em: above })
    declared.set('font-size', String(value ?? above))
  }
  const weight = declared.get('font-weight')?.toLowerCase()
  const heavy = Number(parent.get('font-weight')) >= 400
  if (weight === 'normal') declared.set('font-weight', '400')
  if (weight === 'bold') declared.set('font-weight', '700')
  if (weight === 'bolder') declared.set('font-weight', heavy ? '700' : '400')
  if (weight === 'lighter') declared.set('font-weight', heavy ? '400' : '100')
}

/** The declarations of style attributes, by element: `use` may draw one a thousand times. */
const styleAttributes = new WeakMap<Element, ReturnType<typeof byImportance>>()

function styleAttribute(element: Element): ReturnType<typeof byImportance> {
  const known = styleAttributes.get(element) ?? byImportance(parseDeclarations(element.attributes.get('style') ?? ''))
  styleAttributes.set(element, known)
  return known
}

export function styleOf(element: Element, parent: Style, ancestors: readonly Element[], rules: readonly Rule[]): Style {
  const declared = new Map<string, string>()
  const geometry = new Map<string, string>()
  const variables = new Map<string, string>()
  for (const [name, value] of element.attributes)
    if (isStyle(name) && !CSS_ONLY.includes(name)) declared.set(name, value.trim())
  const chosen = rules.filter(({ selector }) => matches(selector, element, ancestors))
  const own = styleAttribute(element)
  for (const { declarations } of chosen.filter(({ important }) => !important)) declare(declarations)
  declare(own.plain)
  for (const { declarations } of chosen.filter(({ important }) => important)) declare(declarations)
  declare(own.important)
  settleFont(declared, parent)
  const variable = (name: string): string | undefined => variables.get(name) ?? parent.variable(name)
  for (const [name, value] of [...declared, ...geometry])
    if (value.includes('var(')) (geometry.has(name) ? geometry : declared).set(name, substitute(value, variable))
  return {
    geometry,
    variable,
    get: property => {
      const value = declared.get(property)
      if (value === 'inherit') return parent.get(property)
      if (value === 'initial') return INITIAL.get(property)
      if (value !== undefined && value !== 'unset') return value
      return property in INHERITED ? parent.get(property) : INITIAL.get(property)
    },
  }

  function declare(declarations: Declarations): void {
    for (const [name, value] of declarations) {
      if (name.startsWith('--')) variables.set(name, value)
      else if (isStyle(name)) declared.set(name, value)
      else if (GEOMETRY.includes(name)) geometry.set(name, value)
      if (name === 'marker') for (const side of ['start', 'mid', 'end']) declared.set(`marker-${side}`, value)
      if (name === 'font') for (const [part, said] of fontShorthand(value)) declared.set(part, said)
    }
  }
}

const isStyle = (name: string): boolean => name in INHERITED || name in OWN

/** The rules of a document in the order they apply. */
export const inCascade = (rules: readonly Rule[]): Rule[] =>
  [...rules].sort((one, other) => one.specificity - other.specificity || one.order - other.order)
