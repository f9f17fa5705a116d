// Art that reaches the cut goes on through the bleed, really painted there.
import { text } from '../../model/diagnostic.ts'
import type { PressCheck } from './press-check.ts'
import { millimetres } from './say.ts'

/** Along an edge, less than this is a detail, in mm. */
const SHORTEST = 3

const NAMES = [
  text('en haut', 'at the top'),
  text('à droite', 'on the right'),
  text('en bas', 'at the bottom'),
  text('à gauche', 'on the left'),
] as const

export const bleedPainted = {
  severity: 'error',
  title: text('le fond perdu est vraiment peint', 'the bleed is really painted'),
  why: text(
    'Une image qui s’arrête à la coupe laisse un filet blanc dès que la lame se décale.',
    'Art that stops at the cut leaves a white sliver as soon as the blade shifts.',
  ),
  fix: text(
    'Étendez le fond et les images jusqu’au bord du fond perdu, et pas seulement la BleedBox.',
    'Extend backgrounds and pictures to the edge of the bleed, not the BleedBox alone.',
  ),
  source: 'ISO 15930-7:2010 6.11; profil de l’imprimeur, bleed',
  *find(press) {
    for (const { page, measured } of press.pages)
      for (const { side, length, wanted, boxes } of measured().bare) {
        if (length < SHORTEST) continue
        const [long, name, far] = [millimetres(length), NAMES[side], millimetres(wanted)]
        const message = text(
          `fond perdu nu ${name.fr} sur ${long.fr} : l’image touche la coupe et ne va pas à ${far.fr} au-delà`,
          `bare bleed ${name.en} over ${long.en}: art meets the cut and does not go ${far.en} beyond`,
        )
        // Each bare stretch apart: told once, shown where it is.
        yield* boxes.map(box => ({ page: page.number, object: page.object, box, message }))
      }
  },
} as const satisfies PressCheck
