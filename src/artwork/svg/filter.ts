// Filters (Filter Effects 1), written anew for the renderer: known primitives only, every number read, nothing outside.
import type { Box } from '../../model/geometry.ts'
import { BLACK, parseColor } from './color.ts'
import { cssFilter } from './filter-css.ts'
import { PRIMITIVES, type Primitive } from './filter-primitives.ts'
import { childNode, definitionNode, emOf, type Node } from './node.ts'
import { parseLength, parseNumbers, parseShare } from './number.ts'
import { objectBox } from './outlines.ts'
import { parseUrl, resolve } from './reference.ts'
import { disproportionate, unknownColor, unsafe, unsupportedEffect } from './refusals.ts'
import { report, rgbOf, type Scene } from './scene.ts'
import { type Filter, isWritable, print } from './written-filter.ts'
import type { Element } from './xml.ts'

/** The filter of an element, in its user space; nothing when it draws nothing or is refused. */
export function readFilter(node: Node, drawn: Box, scene: Scene): Filter | undefined {
  const written = node.style.get('filter')
  const url = parseUrl(written)
  if (!url) {
    const css = cssFilter(written, drawn, node)
    if (!css)
      report(scene, unsupportedEffect('il emploie un filtre incompris', 'it uses a filter that is not understood'))
    return css
  }
  if (url.rest !== '') {
    report(scene, unsupportedEffect('il emploie plusieurs filtres à la suite', 'it uses several filters in a row'))
    return undefined
  }
  const element = resolve(url.id, scene)
  if (!element) return undefined
  if (element.name !== 'filter') {
    report(scene, unsupportedEffect(`filter y désigne un <${element.name}>`, `filter names a <${element.name}> there`))
    return undefined
  }
  return filterOf(element, node, scene)
}

const MAX_PRIMITIVES = 60

function filterOf(element: Element, node: Node, scene: Scene): Filter | undefined {
  const box = objectBox(node, scene)
  const own = definitionNode(element, { ...node, above: [] }, scene)
  const region = boxOf(element, node, box, element.attributes.get('filterUnits') !== 'userSpaceOnUse', [
    '-10%',
    '-10%',
    '120%',
    '120%',
  ])
  if (!own || !region || !(region.width > 0) || !(region.height > 0)) return undefined
  // The renderer aborts the whole process on a region that no picture could hold.
  if (!Object.values(region).every(isWritable)) {
    report(scene, disproportionate)
    return undefined
  }
  const relative = element.attributes.get('primitiveUnits') === 'objectBoundingBox'
  if (relative && !box) return undefined
  const primitives = element.children.filter(
    ({ name }) => name !== 'desc' && name !== 'title' && !name.startsWith('animate'),
  )
  if (primitives.length > MAX_PRIMITIVES) {
    report(scene, unsafe('un filtre y compte plus de 60 étapes', 'a filter has over 60 steps'))
    return undefined
  }
  const results = new Map<string, string>()
  let markup = ''
  let cost = 1
  let areaCost = 0
  primitives.forEach((child, index) => {
    const primitive = PRIMITIVES[child.name]
    if (!primitive) {
      report(
        scene,
        unsupportedEffect(
          `il emploie un filtre <${child.name.slice(0, 40)}>`,
          `it uses a filter <${child.name.slice(0, 40)}>`,
        ),
      )
      return
    }
    const step = { child, primitive, parent: own, results, relative: relative ? box : undefined }
    markup += writePrimitive(step, subregion(child, node, box, relative), `r${index}`, scene)
    const result = child.attributes.get('result')
    if (result !== undefined) results.set(result, `r${index}`)
    cost += primitive.cost ?? 2
    areaCost += primitive.areaCost?.(child.attributes) ?? 0
  })
  return markup === '' ? undefined : { markup, region, cost, areaCost }
}

type Step = {
  readonly child: Element
  readonly primitive: Primitive
  readonly parent: Node
  readonly results: ReadonlyMap<string, string>
  /** The box that lengths are shares of. */
  readonly relative: Box | undefined
}

function writePrimitive(step: Step, region: string, result: string, scene: Scene): string {
  const { child, primitive, parent } = step
  const style = childNode(child, { ...parent, above: [] }, scene)?.style ?? parent.style
  const linear = style.get('color-interpolation-filters').toLowerCase() === 'srgb' ? 'sRGB' : 'linearRGB'
  const inner = child.children.map(one => writeInner(one, step, scene)).join('')
  const attributes = writeAttributes(child, primitive, step, scene)
  return `<${child.name}${region} color-interpolation-filters="${linear}" result="${result}"${attributes}>${inner}</${child.name}>`
}

/** Functions, light sources and merge nodes. */
function writeInner(element: Element, step: Step, scene: Scene): string {
  const known = step.primitive.children?.[element.name]
  return known ? `<${element.name}${writeAttributes(element, { attributes: known }, step, scene)}/>` : ''
}

function writeAttributes(element: Element, { attributes }: Primitive, step: Step, scene: Scene): string {
  return Object.entries(attributes)
    .map(([name, kind]) => {
      const value = writeValue(element, name, kind, step, scene)
      return value === undefined ? '' : ` ${name}="${value}"`
    })
    .join('')
}

const INPUTS = ['SourceGraphic', 'SourceAlpha']

function writeValue(
  element: Element,
  name: string,
  kind: Primitive['attributes'][string],
  { parent, results, relative }: Step,
  scene: Scene,
): string | undefined {
  const written = element.attributes.get(name)?.trim()
  if (kind === 'color' || kind === 'share') {
    const { style } = childNode(element, { ...parent, above: [] }, scene) ?? parent
    return kind === 'share'
      ? String(parseShare(style.get(name)) ?? 1)
      : writeColor(style.get(name), style.get('color'), scene)
  }
  if (written === undefined || written === '') return undefined
  if (kind === 'input') {
    const named = results.get(written)
    if (named !== undefined || INPUTS.includes(written)) return named ?? written
    if (/^(Background(Image|Alpha)|FillPaint|StrokePaint)$/.test(written))
      report(
        scene,
        unsupportedEffect('il emploie un filtre qui lit le fond', 'it uses a filter that reads the background'),
      )
    return undefined
  }
  if (Array.isArray(kind)) return kind.includes(written) ? written : undefined
  const numbers = parseNumbers(written)?.map(value => (Number.isFinite(value) ? value : 0))
  if (!numbers || numbers.length > 100) {
    report(scene, unsupportedEffect('un de ses filtres est incompris', 'one of its filters is not understood'))
    return undefined
  }
  if (kind === 'numbers' || !relative) return numbers.map(print).join(' ')
  const sizes = kind === 'height' ? [relative.height] : [relative.width, relative.height]
  return (numbers.length === 1 && sizes.length === 2 && kind === 'pair' ? [numbers[0] ?? 0, numbers[0] ?? 0] : numbers)
    .map((value, index) => print(value * (sizes[index % sizes.length] ?? 1)))
    .join(' ')
}

function writeColor(written: string, current: string, scene: Scene): string {
  const token = written.toLowerCase() === 'currentcolor' ? current : written
  const color = parseColor(token)
  if (!color) report(scene, unknownColor(token))
  const { alpha } = color ?? BLACK
  return `rgba(${rgbOf(color ?? BLACK, scene).join(',')},${print(alpha)})`
}

/** A box given by attributes, in user space. */
function boxOf(
  element: Element,
  node: Node,
  box: Box | undefined,
  relative: boolean,
  initial: readonly [string, string, string, string],
): Box | undefined {
  if (relative && !box) return undefined
  const { width, height } = node.viewport
  const read = (name: string, percent: number, otherwise: string): number =>
    parseLength(element.attributes.get(name) ?? otherwise, { percent: relative ? 1 : percent, em: emOf(node.style) }) ??
    0
  const own = {
    x: read('x', width, initial[0]),
    y: read('y', height, initial[1]),
    width: read('width', width, initial[2]),
    height: read('height', height, initial[3]),
  }
  if (!relative || !box) return own
  return {
    x: box.x + own.x * box.width,
    y: box.y + own.y * box.height,
    width: own.width * box.width,
    height: own.height * box.height,
  }
}

/** Only what is written: an absent side means the filter's own region. */
function subregion(element: Element, node: Node, box: Box | undefined, relative: boolean): string {
  const region = boxOf(element, node, box, relative, ['0', '0', '0', '0'])
  if (!region) return ''
  return (['x', 'y', 'width', 'height'] as const)
    .map(name => (element.attributes.has(name) ? ` ${name}="${print(region[name])}"` : ''))
    .join('')
}
