// What applies to an element as a whole: filter, clip, mask, opacity, blending, isolation (SVG 2, chapter 15; Compositing 1).
import { IDENTITY, pathBounds, rectPath, transformPath } from '../../model/geometry.ts'
import { BLEND_MODES, type BlendMode, type GroupMark, type Mark } from '../../model/sheet.ts'
import { marksBounds } from './bounds.ts'
import { clipMarks } from './clip.ts'
import { readFilter } from './filter.ts'
import { maskMarks } from './mask.ts'
import type { Node } from './node.ts'
import { parseShare } from './number.ts'
import { drawAsPixels } from './pixels.ts'
import { unsupported, unsupportedEffect } from './refusals.ts'
import { report, type Scene } from './scene.ts'
import type { Style } from './style.ts'

/** Modes whose result on inks is not what screens show: they subtract or compare red, green and blue. */
const SCREEN_ONLY: readonly BlendMode[] = [
  'color-dodge',
  'color-burn',
  'difference',
  'exclusion',
  'hue',
  'saturation',
  'color',
  'luminosity',
]

type Draw = (node: Node) => readonly Mark[]

/** Draws and wraps. The drawing is asked for only when it can be seen. */
export function withEffects(draw: Draw, node: Node, scene: Scene): readonly Mark[] {
  const { style, palette } = node
  refuseEffects(style, scene)
  if (palette === 'silhouette') return clipMarks(draw(node), node, scene)
  const opacity = parseShare(style.get('opacity')) ?? 1
  if (opacity === 0) return []
  const { unsayable } = scene
  const vectors = seen(draw, node, scene)
  if (scene.unsayable === unsayable || palette !== 'ink' || !isolates(style))
    return composed(vectors, opacity, node, scene)
  // What its content could not say in vectors concerns this group alone.
  scene.unsayable = unsayable
  return composed(inPixels(draw, node, scene), opacity, node, scene)
}

/** The whole element as one picture, without its opacity and its blending with what lies below. */
export const inPixels = (draw: Draw, node: Node, scene: Scene): readonly Mark[] =>
  drawAsPixels(seen(draw, { ...node, palette: 'screen' }, scene), undefined, scene)

/** A group that its content's blending cannot leave. */
const isolates = (style: Style): boolean =>
  (parseShare(style.get('opacity')) ?? 1) < 1 ||
  style.get('isolation') === 'isolate' ||
  style.get('mix-blend-mode') !== 'normal' ||
  ['mask', 'clip-path', 'filter'].some(property => style.get(property) !== 'none')

/** Drawn, filtered, masked and clipped. */
function seen(draw: Draw, node: Node, scene: Scene): readonly Mark[] {
  const marks = node.style.get('filter') === 'none' ? draw(node) : filtered(draw, node, scene)
  return clipMarks(maskMarks(marks, node, scene), node, scene)
}

/** Opacity and blending go together on the outermost group: inside another it would have nothing to blend with. */
function composed(marks: readonly Mark[], opacity: number, node: Node, scene: Scene): readonly Mark[] {
  if (marks.length === 0) return marks
  const blend = blendOf(node.style, scene)
  const isolated = node.style.get('isolation') === 'isolate'
  if (opacity === 1 && blend === 'normal' && !isolated) return marks
  if (SCREEN_ONLY.includes(blend) && node.palette !== 'screen') scene.unsayable++
  const group: GroupMark = {
    kind: 'group',
    marks,
    isolated: true,
    ...(opacity < 1 && { opacity }),
    ...(blend !== 'normal' && { blend }),
  }
  return [group]
}

function blendOf(style: Style, scene: Scene): BlendMode {
  const written = style.get('mix-blend-mode')
  const mode = BLEND_MODES.find(known => known === written)
  if (!mode)
    report(
      scene,
      unsupported(`mode de fusion « ${written.slice(0, 40)} » inconnu`, `unknown blend mode “${written.slice(0, 40)}”`),
    )
  return mode ?? 'normal'
}

/** Drawn in its own user space, where the filter's lengths are; then as pixels, or as a part of what becomes pixels. */
function filtered(draw: Draw, node: Node, scene: Scene): readonly Mark[] {
  if (node.palette === 'luminance') {
    scene.unsayable++
    return []
  }
  const own = { ...node, matrix: IDENTITY }
  const content = draw({ ...own, palette: 'screen' })
  const filter = readFilter(own, marksBounds(content) ?? { x: 0, y: 0, width: 0, height: 0 }, scene)
  if (!filter) return []
  const inner: GroupMark = { kind: 'group', marks: content }
  scene.filters.set(inner, filter)
  const group: GroupMark = { kind: 'group', marks: [inner], transform: node.matrix }
  if (node.palette === 'screen') return [group]
  const shown = pathBounds(transformPath(rectPath(filter.region), node.matrix))
  return shown ? drawAsPixels([group], shown, scene) : []
}

/** Properties that change the picture and that we do not draw; their initial values say nothing. */
const REFUSED: readonly (readonly [property: string, fr: string, en: string])[] = [
  ['mask-image', 'il emploie mask-image', 'it uses mask-image'],
  ['offset-path', 'il emploie offset-path', 'it uses offset-path'],
  ['translate', 'il emploie la propriété CSS translate', 'it uses the CSS property translate'],
  ['rotate', 'il emploie la propriété CSS rotate', 'it uses the CSS property rotate'],
  ['scale', 'il emploie la propriété CSS scale', 'it uses the CSS property scale'],
  ['animation', 'il est animé', 'it is animated'],
  ['animation-name', 'il est animé', 'it is animated'],
]

function refuseEffects(style: Style, scene: Scene): void {
  if (style.get('backdrop-filter') !== 'none')
    report(scene, unsupportedEffect('il emploie un filtre d’arrière-plan', 'it uses a backdrop filter'))
  for (const [property, fr, en] of REFUSED) if (style.get(property) !== 'none') report(scene, unsupported(fr, en))
}
