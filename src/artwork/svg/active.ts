// What would run, move or call for something by itself: none of it has a place in a print file.
import type { Finding } from '../source.ts'
import { unsafe } from './refusals.ts'

/** Elements of SVG that run or move. */
export const ACTIVE = [
  'script',
  'animate',
  'animateTransform',
  'animateMotion',
  'animateColor',
  'set',
  'handler',
  'iframe',
  'video',
  'audio',
]

export const active = (name: string): Finding =>
  unsafe(`il contient un script ou une animation (${name})`, `it holds a script or an animation (${name})`)

/** Elements of HTML that browsers obey wherever they stand in a drawing; the others draw nothing there. */
const HTML = ['script', 'style', 'link', 'base', 'iframe', 'object', 'embed', 'img', 'video', 'audio', 'canvas']

export const html = (name: string): Finding | undefined =>
  HTML.includes(name) ? unsafe(`il contient du HTML (<${name}>)`, `it holds HTML (<${name}>)`) : undefined

/** `<?xml-stylesheet … ?>`: without the sheet, every colour would be another. */
export const outsideSheet = unsafe(
  'il appelle une feuille de style extérieure (<?xml-stylesheet ?>)',
  'it calls for an outside style sheet (<?xml-stylesheet ?>)',
)
