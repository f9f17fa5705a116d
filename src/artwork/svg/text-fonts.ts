// Which of the given fonts a text is set in. Nothing is made up: no other family, no false italic, no false bold.
import type { Font } from '../../model/assets.ts'
import { text } from '../../model/diagnostic.ts'
import type { Finding } from '../source.ts'
import { splitOutside } from './css.ts'
import { report, type Scene } from './scene.ts'
import type { Style } from './style.ts'

const HINT = text(
  'posez la police (TTF ou OTF) dans un dossier `polices` à côté du logo, ou vectorisez les textes (Illustrator : Texte › Vectoriser ; Inkscape : Chemin › Objet en chemin)',
  'put the font (TTF or OTF) in a folder `polices` beside the logo, or turn the text into outlines (Illustrator: Type › Create Outlines; Inkscape: Path › Object to Path)',
)

const missingFont = (name: string): Finding => ({
  rule: 'artwork-font',
  message: text(
    `son texte emploie la police « ${name.slice(0, 60)} », qui n’est pas fournie`,
    `its text uses the font “${name.slice(0, 60)}”, which is not given`,
  ),
  hint: HINT,
})

export const missingLetters = (letters: readonly string[], font: Font): Finding => ({
  rule: 'artwork-font',
  message: text(
    `la police « ${font.family} » n’a pas « ${letters.slice(0, 8).join(' ')} », que son texte emploie`,
    `the font “${font.family}” lacks “${letters.slice(0, 8).join(' ')}”, which its text uses`,
  ),
  hint: HINT,
})

/** The font of a style; nothing, once it is said, when it is not among those given. */
export function fontOf(style: Style, scene: Scene): Font | undefined {
  const families = splitOutside(style.get('font-family'), ',')
    .map(unquoted)
    .filter(name => name !== '')
  const italic = /italic|oblique/i.test(style.get('font-style'))
  const weight = Number(style.get('font-weight')) || 400
  for (const family of families) {
    const font = exactly(family, scene.fonts) ?? inFamily(family, italic, weight, scene.fonts)
    if (font) return font
  }
  const [first = 'sans nom'] = families
  report(scene, missingFont([first, ...(italic ? ['italique'] : []), ...(weight === 400 ? [] : [weight])].join(' ')))
  return undefined
}

const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim()

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Illustrator writes the PostScript name: it says weight and slant too. */
const exactly = (name: string, fonts: readonly Font[]): Font | undefined =>
  fonts.find(font => plain(font.postscriptName) === plain(name) && plain(font.family) !== plain(name))

const isItalic = (font: Font): boolean => /italic|oblique/i.test(font.postscriptName)

function inFamily(family: string, italic: boolean, weight: number, fonts: readonly Font[]): Font | undefined {
  const all = fonts.filter(font => plain(font.family) === plain(family) && isItalic(font) === italic)
  const nearest = [...all].sort((one, other) => distance(weight, one.weight) - distance(weight, other.weight))[0]
  // A browser would thicken the letters.
  return nearest && (weight < 600 || nearest.weight >= 600) ? nearest : undefined
}

/** The order in which CSS Fonts 4 (5.2) looks for a weight. */
function distance(wanted: number, own: number): number {
  if (wanted >= 400 && wanted <= 500) {
    if (own >= wanted && own <= 500) return own - wanted
    return own < wanted ? 1000 + wanted - own : 2000 + own - wanted
  }
  const lighter = wanted < 400
  const onSide = lighter ? own <= wanted : own >= wanted
  return (onSide ? 0 : 1000) + Math.abs(own - wanted)
}
