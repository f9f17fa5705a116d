// What a press operator must know of a face before printing: its inks in order, and who turns it over. In words, once.
import { type Text, text } from './diagnostic.ts'
import type { Piece, Sheet } from './sheet.ts'

type Printed = Pick<Sheet, 'inkOrder' | 'mirror'>

const INKS: Readonly<Record<string, Text>> = { CMYK: text('CMJN', 'CMYK'), White: text('blanc', 'white') }

/** `CMJN puis blanc`; « sans encre » for what is only cut. */
export function inksText({ inkOrder }: Pick<Sheet, 'inkOrder'>): Text {
  const names = inkOrder.map(ink => INKS[ink] ?? text(ink, ink))
  if (names.length === 0) return text('sans encre', 'no ink')
  return text(names.map(({ fr }) => fr).join(' puis '), names.map(({ en }) => en).join(' then '))
}

const MIRROR = {
  none: undefined,
  file: text('en miroir', 'mirrored'),
  printer: text('à mettre en miroir par l’imprimeur', 'to be mirrored by the printer'),
} as const satisfies Record<Sheet['mirror'], Text | undefined>

/** `CMJN puis blanc, en miroir`. */
export function faceText(face: Printed): Text {
  const [inks, mirror] = [inksText(face), MIRROR[face.mirror]]
  return mirror ? text(`${inks.fr}, ${mirror.fr}`, `${inks.en}, ${mirror.en}`) : inks
}

type Titled = Pick<Piece, 'title'> & { readonly faces: readonly (Printed & Pick<Sheet, 'face'>)[] }

/** A recto alone needs no name. */
const isPlain = ([only, ...others]: Titled['faces']): boolean => others.length === 0 && only?.face === 'recto'

/** The title of a print file, in French as the sign is: `Les Lilas – Vitrophanie A5 – CMJN puis blanc, en miroir`. */
export function printTitle({ title, faces }: Titled): string {
  const plain = isPlain(faces)
  const said = faces.map(face => `${plain ? '' : `${face.face} : `}${faceText(face).fr}`)
  return `${title} – ${said.join(' ; ')}`
}

const INSTRUCTIONS = {
  none: 'lecture directe, aucun miroir',
  file: 'en miroir, c’est voulu et déjà fait : ne pas appliquer de miroir au RIP',
  printer: 'à l’endroit : à mettre en miroir par l’imprimeur, au RIP',
} as const satisfies Record<Sheet['mirror'], string>

/** Pages of one film: without these words a cutter would follow its line twice. */
const ONE_FILM =
  'Les pages s’impriment l’une sur l’autre, dans cet ordre, du même côté du même film ; il se découpe une seule fois.'

/** One sentence a page for the press operator, in French: what a file says of itself in its description. */
export function printNotes({ faces }: Pick<Titled, 'faces'>): string {
  const pages = faces.map((face, index) => {
    const where = faces.length === 1 ? face.face : `page ${index + 1}, ${face.face}`
    const inks = face.inkOrder.length > 1 ? `encres dans l’ordre, ${inksText(face).fr}` : inksText(face).fr
    return `${isPlain(faces) ? 'impression' : where} : ${inks} ; ${INSTRUCTIONS[face.mirror]}.`
  })
  const sentences = pages.map(sentence => sentence.slice(0, 1).toUpperCase() + sentence.slice(1))
  return [...sentences, ...(faces.length > 1 ? [ONE_FILM] : [])].join(' ')
}
