// Reads an SVG logo or pictogram as marks in output inks: faithfully, or refused with what to change.
//
// Our own reader, not usvg: usvg 0.34 turns unknown colours black, loses `use` with a transform inside clip paths,
// doubles the opacity of nested `svg`, and aborts the process on some files. resvg stays the tests' judge.
import type { Font, Profile } from '../model/assets.ts'
import type { Outcome } from '../model/diagnostic.ts'
import type { Box } from '../model/geometry.ts'
import type { Ink } from '../model/ink.ts'
import type { Mark } from '../model/sheet.ts'
import { type Artwork, LONG_SIDE } from './artwork.ts'
import { artworkRules } from './rules.ts'
import { diagnose, type Found, found, type Source } from './source.ts'
import { ACTIVE, active } from './svg/active.ts'
import { areSane, clipToBox, marksBounds } from './svg/bounds.ts'
import { parseColor } from './svg/color.ts'
import { parseSheet } from './svg/css.ts'
import { drawChild } from './svg/draw.ts'
import { inPixels, withEffects } from './svg/effects.ts'
import type { Inset } from './svg/inset.ts'
import { drawChildren, type Node } from './svg/node.ts'
import { parseLength } from './svg/number.ts'
import { objectBox } from './svg/outlines.ts'
import type { Palette } from './svg/palette.ts'
import { type ReadInner, readPictures } from './svg/picture.ts'
import {
  background,
  badLength,
  disproportionate,
  emptyDrawing,
  noSize,
  speck,
  tooMuch,
  unsafe,
  unsupported,
} from './svg/refusals.ts'
import { report, type Scene, type Shared } from './svg/scene.ts'
import { INITIAL, inCascade, type Style, styleOf } from './svg/style.ts'
import { fitInto, readViewBox } from './svg/viewport.ts'
import { type Element, readXml } from './svg/xml.ts'

export type SvgOptions = Source & {
  /** The brand's inks by screen colour, `#rrggbb` in lower case: they win over any conversion. */
  readonly colors?: ReadonlyMap<string, Ink>
  /** The fonts that its texts may be set in. */
  readonly fonts?: readonly Font[]
}

export type SvgContext = {
  readonly colors: ReadonlyMap<string, Ink>
  readonly fonts: readonly Font[]
  readonly profile: Profile
}

export async function readSvg(bytes: Uint8Array, options: SvgOptions, profile: Profile): Promise<Outcome<Artwork>> {
  const context = { colors: options.colors ?? new Map(), fonts: options.fonts ?? [], profile }
  const { value, findings } = await svgArtwork(bytes, context)
  return { ...(value && { value }), diagnostics: diagnose(findings, options) }
}

/** The same without a name or a place, so that it may be shared. */
export async function svgArtwork(bytes: Uint8Array, context: SvgContext): Promise<Found<Artwork>> {
  const { value: root, findings } = readXml(bytes)
  if (!root) return { findings }
  const shared: Shared = {
    ...context,
    findings: new Map(),
    budget: { drawn: 0, segments: 0, matches: 0 },
    effects: new Map(),
    pixels: new Map(),
  }
  const scene = makeScene(root, shared, await readPictures(root, shared, readInner))
  const artwork = drawRoot(root, scene, 'ink')
  const all = [...shared.findings.values()]
  return artwork && !isRefused(shared) ? found(artwork, all) : { findings: all }
}

const isRefused = ({ findings }: Shared): boolean =>
  [...findings.values()].some(({ rule }) => artworkRules[rule].severity === 'error')

/** A drawing inside a drawing may hold pictures, not drawings: they would nest without end. */
const readInner: ReadInner = async (bytes, shared) => {
  const { value: root, findings } = readXml(bytes)
  for (const finding of findings) report(shared, finding)
  if (!root) return undefined
  const pictures = await readPictures(root, shared, async () => {
    report(shared, unsafe('il contient des dessins emboîtés', 'it holds drawings within drawings within it'))
    return undefined
  })
  const scene = makeScene(root, shared, pictures)
  return { kind: 'drawing', draw: palette => drawRoot(root, scene, palette) }
}

/** A second or so of matching; drawing programs write tens of rules. */
const MAX_MATCHES = 5_000_000

function makeScene(root: Element, shared: Shared, pictures: ReadonlyMap<Element, Inset>): Scene {
  const byId = new Map<string, Element>()
  const parents = new Map<Element, Element>()
  const sheets: string[] = []
  const scene: Scene = {
    ...shared,
    byId,
    parents,
    rules: [],
    pictures,
    filters: new WeakMap(),
    unsayable: 0,
    unit: 1,
    box: { x: 0, y: 0, width: LONG_SIDE, height: LONG_SIDE },
  }
  visit(root)
  if (sheets.some(hasFunctions)) report(scene, COMPUTED)
  const { rules, strange } = parseSheet(sheets.join('\n'))
  // Each element is held against each rule.
  if (rules.length * parents.size > MAX_MATCHES) {
    report(scene, unsafe('sa feuille de style est démesurée', 'its style sheet is out of all proportion'))
    return scene
  }
  for (const what of strange) {
    const outside = /^@import/i.test(what)
    report(
      scene,
      outside
        ? unsafe('sa feuille de style en appelle une autre (@import)', 'its style sheet calls for another (@import)')
        : unsupported(
            `règle de style non comprise : ${what.slice(0, 60)}`,
            `style rule not understood: ${what.slice(0, 60)}`,
          ),
    )
  }
  return { ...scene, rules: inCascade(rules) }

  function visit(element: Element): void {
    const id = element.attributes.get('id')
    // Browsers keep the first of two equal ids.
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
    if (element.name === 'style') sheets.push(element.text)
    if (ACTIVE.includes(element.name)) report(scene, active(element.name))
    for (const [name, value] of element.attributes) {
      if (/^on[a-z]+$/.test(name)) report(scene, active(name))
      if (!FREE.test(name) && hasFunctions(value)) report(scene, COMPUTED)
    }
    for (const child of element.children) {
      parents.set(child, element)
      visit(child)
    }
  }
}

const hasFunctions = (value: string): boolean => /\b(?:calc|env|min|max|clamp)\(/.test(value)

/** Attributes whose text is anybody's. */
const FREE = /^(?:d|href|id|class|title|alt|aria-.*|data-.*)$/

const COMPUTED = unsupported('il calcule des valeurs par calc()', 'it computes values with calc()')

function drawRoot(root: Element, scene: Scene, palette: Palette): Artwork | undefined {
  const style = styleOf(root, INITIAL, [], scene.rules)
  const view = readViewBox(root.attributes.get('viewBox'), scene)
  const own = ownSize(root, view, scene)
  const probe: Node = {
    element: root,
    style,
    matrix: [1, 0, 0, 1, 0, 0],
    viewport: view ?? own ?? { width: 100, height: 100 },
    palette,
    above: [],
    draw: drawChild,
    bounds: objectBox,
  }
  const size = own ?? measured(probe, scene)
  if (!size || !isSane(size)) {
    report(scene, noSize)
    return undefined
  }
  const unit = LONG_SIDE / Math.max(size.width, size.height)
  const box = { x: 0, y: 0, width: size.width * unit, height: size.height * unit }
  scene.unit = unit
  scene.box = box
  const inner = fitInto(view ?? size, box, root.attributes.get('preserveAspectRatio')).matrix
  refuseGround(style, scene)
  if (style.get('transform') !== '') report(scene, unsupported('sa racine est transformée', 'its root is transformed'))
  const node = { ...probe, matrix: inner, viewport: view ?? size }
  const marks = clipToBox(drawContent(node, scene), box)
  if (!Number.isFinite(scene.budget.drawn)) report(scene, tooMuch)
  if (!isRefused(scene)) {
    if (marks.length === 0) report(scene, emptyDrawing)
    else if (palette === 'ink' && isSpeck(marksBounds(marks))) report(scene, speck)
  }
  if (!areSane(marks)) {
    report(scene, disproportionate)
    return undefined
  }
  const rasters = [...scene.pixels.values()].map(({ picture }) => picture.raster)
  return { width: box.width, height: box.height, marks, rasters, effects: scene.effects }
}

/** The marks of the root; as one picture, when its content blends in ways that inks do not know. */
function drawContent(node: Node, scene: Scene): readonly Mark[] {
  const draw = (own: Node): readonly Mark[] => drawChildren(own, scene)
  const marks = withEffects(draw, node, scene)
  if (scene.unsayable === 0 || node.palette !== 'ink') return marks
  return inPixels(draw, node, scene)
}

/** Sizes that say nothing by themselves. */
const RELATIVE = /%|^\s*(?:auto)?\s*$/

/** `width` and `height`, one of them completed by the view box; relative sizes say nothing by themselves. */
function ownSize(root: Element, view: Box | undefined, scene: Scene): Box | undefined {
  const read = (name: string): number | undefined => {
    const written = root.attributes.get(name)
    if (written === undefined || RELATIVE.test(written)) return undefined
    const length = parseLength(written, { percent: 0, em: 16 })
    if (length === undefined) report(scene, badLength(name, written))
    return length
  }
  const width = read('width')
  const height = read('height')
  if (width !== undefined && height !== undefined) return { x: 0, y: 0, width, height }
  if (!view) return undefined
  if (width !== undefined) return { x: 0, y: 0, width, height: (width * view.height) / view.width }
  if (height !== undefined) return { x: 0, y: 0, width: (height * view.width) / view.height, height }
  return { x: 0, y: 0, width: view.width, height: view.height }
}

/** Without any size, the drawing is as large as what it draws. */
const measured = (node: Node, scene: Scene): Box | undefined =>
  marksBounds(drawChildren({ ...node, palette: 'screen' }, scene))

/** Browsers paint the page behind a root; paper is white by itself. */
function refuseGround(style: Style, scene: Scene): void {
  for (const property of ['background', 'background-color', 'background-image']) {
    const written = style.get(property).trim()
    const color = parseColor(written)
    const unseen = color?.alpha === 0 || color?.rgb?.every(value => value === 255) || written === 'none'
    if (!unseen && written !== '') report(scene, background(written))
  }
}

/** A thousandth of the frame: a tenth of a millimetre on a logo of ten centimetres. */
const isSpeck = (box: Box | undefined): boolean => box !== undefined && box.width < 1 && box.height < 1

const isSane = ({ width, height }: Box): boolean =>
  width > 0 &&
  height > 0 &&
  Number.isFinite(width) &&
  Number.isFinite(height) &&
  width / height < 1000 &&
  height / width < 1000
