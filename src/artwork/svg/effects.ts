// What applies to an element as a whole: clip, mask, opacity, blending, isolation (SVG 2, chapter 15; Compositing 1).
import type { BlendMode, GroupMark, Mark } from '../../model/sheet.ts'
import { clipMarks } from './clip.ts'
import { maskMarks } from './mask.ts'
import type { Node } from './node.ts'
import { parseShare } from './number.ts'
import { unsupported } from './refusals.ts'
import { report, type Scene } from './scene.ts'
import type { Style } from './style.ts'

const BLENDS: readonly BlendMode[] = [
  'normal',
  'multiply',
  'screen',
  'overlay',
  'darken',
  'lighten',
  'color-dodge',
  'color-burn',
  'hard-light',
  'soft-light',
  'difference',
  'exclusion',
  'hue',
  'saturation',
  'color',
  'luminosity',
]

/** Draws and wraps. The drawing is asked for only when it can be seen. */
export function withEffects(draw: () => readonly Mark[], node: Node, scene: Scene): readonly Mark[] {
  const { style } = node
  refuseEffects(style, scene)
  const silhouette = node.palette === 'silhouette'
  const opacity = silhouette ? 1 : (parseShare(style.get('opacity')) ?? 1)
  if (opacity === 0) return []
  const marks = draw()
  if (marks.length === 0) return []
  const blended = silhouette ? marks : blend(marks, style, scene)
  const masked = silhouette ? blended : maskMarks(blended, node, scene)
  return fade(clipMarks(masked, node, scene), opacity)
}

/** Opacity goes with the outermost group when there is one. */
const fade = (marks: readonly Mark[], opacity: number): readonly Mark[] =>
  opacity === 1 || marks.length === 0 ? marks : [{ kind: 'group', marks, opacity, isolated: true }]

function blend(marks: readonly Mark[], style: Style, scene: Scene): readonly Mark[] {
  const written = style.get('mix-blend-mode')
  const mode = BLENDS.find(known => known === written)
  if (!mode)
    report(
      scene,
      unsupported(`mode de fusion « ${written.slice(0, 40)} » inconnu`, `unknown blend mode “${written.slice(0, 40)}”`),
    )
  const isolated = style.get('isolation') === 'isolate'
  if ((mode ?? 'normal') === 'normal') return isolated ? [{ kind: 'group', marks, isolated: true }] : marks
  const group: GroupMark = { kind: 'group', marks, isolated: true, ...(mode && { blend: mode }) }
  return [group]
}

/** Properties that change the picture and that we do not draw; their initial values say nothing. */
const REFUSED: readonly (readonly [property: string, fr: string, en: string])[] = [
  ['filter', 'il emploie un filtre (ombre, flou…)', 'it uses a filter (shadow, blur…)'],
  ['backdrop-filter', 'il emploie un filtre d’arrière-plan', 'it uses a backdrop filter'],
  ['mask-image', 'il emploie mask-image', 'it uses mask-image'],
  ['offset-path', 'il emploie offset-path', 'it uses offset-path'],
  ['translate', 'il emploie la propriété CSS translate', 'it uses the CSS property translate'],
  ['rotate', 'il emploie la propriété CSS rotate', 'it uses the CSS property rotate'],
  ['scale', 'il emploie la propriété CSS scale', 'it uses the CSS property scale'],
  ['animation', 'il est animé', 'it is animated'],
  ['animation-name', 'il est animé', 'it is animated'],
]

function refuseEffects(style: Style, scene: Scene): void {
  for (const [property, fr, en] of REFUSED) if (style.get(property) !== 'none') report(scene, unsupported(fr, en))
  if (style.get('color-interpolation').toLowerCase() === 'linearrgb')
    report(
      scene,
      unsupported(
        'il mélange ses couleurs en lumière linéaire (linearRGB)',
        'it mixes colours in linear light (linearRGB)',
      ),
    )
}
