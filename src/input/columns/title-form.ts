// Titles of columns made comparable: no case, accent, space or sign; « Nom de l’établissement » is `nom_etablissement`.
import { withNotes } from './title-notes.ts'

/** Little words that people put in or leave out. `et` stays: « numéro et voie » is more than `numeroVoie`. */
const IDLE: ReadonlySet<string> = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'un', 'une'])

/** Letters and figures alone, little words left out: `nomVoie`, `NOM_VOIE` and « Nom de la voie » are `nomvoie`. */
export function foldTitle(title: string): string {
  const words = title
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/[°º]/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
  const telling = words.filter(word => !IDLE.has(word))
  return (telling.length > 0 ? telling : words).join('')
}

/** One line, no mark of the beginning of a file, no star of a required field. */
export const tidyTitle = (cell: string): string =>
  cell
    .replace(/[\uFEFF\u200B\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * What a title may be known as, the nearest to what is written first: « Capacité (places) » is also « Capacité ». « Nom
 * (ancien) » is no « Nom »: a note that says something of the values is a word of the title.
 */
export function formsOf(title: string): readonly string[] {
  const bare = withNotes(title)
  // `coordonnees.codePostal`, `properties.nom`: an export of a nested value.
  const last = /^[\p{L}\p{N}_.[\]/]+$/u.test(title) ? (title.split(/[./]/).at(-1) ?? '') : ''
  const forms = [title, bare, last].map(foldTitle)
  return [...new Set(forms.filter(form => form !== ''))]
}
