// What titles say between brackets: a note for whoever fills the sheet, or words that change what the column is.
import { plain } from '../nearest.ts'

const NOTE = /\s*[([{]([^)\]}]*)[)\]}]\s*/g

/** Units, and the word that a count is. */
const UNITS =
  /^(mm|m²|km|€|eur|euros?|%|h|heures?|mois|ans?|places?|nb|nbre|nombre|n°|no|qte|quantites?|ex\.?|exemplaires?|unites?|pcs)$/

const FILLED_IN = [
  // A footnote, a star.
  /^[\d*¹²³.\s-]*$/,
  /^(champ-)?(obligatoires?|facultati(f|ve)s?|optionnel(le)?s?|requis(es?)?)$/,
  /^(o\/n|oui(\/|-ou-)non|oui|x|0\/1|cocher|a-cocher)$/,
  // JJ/MM/AAAA, hh:mm.
  /^(jj?|mm|aa|aaaa|hh|mn|ss|dd|yyyy)([/.:h-](jj?|mm|aa|aaaa|hh|mn|ss|dd|yyyy))*$/,
  /^(sur-)?\d+-(chiffres|caracteres|signes|lettres)(-max(imum)?)?$/,
  /^(texte(-libre)?|nombre-entier|(liste|menu)-deroulante?|choix-multiples?|en-(toutes-)?lettres|a-(remplir|completer|preciser|renseigner))$/,
  /^si-(besoin|applicable|disponible|connue?|necessaire|different(e)?)$/,
  /^(ex|exemples?|par-exemple|format|voir|cf)\b/,
]

/** The structure itself, which is what a sheet is about. */
const ITSELF =
  /^((de-|du-|d-)?(la-|l-|le-)?(structure|etablissement|equipement|lieu(-d-accueil)?|creche|eaje|service))$/

const isIdle = (note: string): boolean => {
  const words = plain(note)
  return UNITS.test(words) || ITSELF.test(words) || FILLED_IN.some(form => form.test(words))
}

const tidy = (title: string): string => title.replace(/\s+/g, ' ').trim()

/** The title without the notes that say nothing of its values; the words of the others stay, without their brackets. */
export const withNotes = (title: string): string =>
  tidy(title.replace(NOTE, (_, note: string) => (isIdle(note) ? ' ' : ` ${note} `)))

/** The title without any note, and those that say something of its values. */
export function partedNotes(title: string): { readonly bare: string; readonly telling: readonly string[] } {
  const notes = [...title.matchAll(NOTE)].map(([, note = '']) => note.trim())
  return { bare: tidy(title.replace(NOTE, ' ')), telling: notes.filter(note => !isIdle(note)) }
}

/** Somebody else's value, or one of another time: reading it as the structure's would print what is not so. */
const OF_ANOTHER =
  /(^|[-/])(anciens?|anciennes?|ex|precedente?s?|gestionnaires?|siege|porteur|association|mairie|facturation|livraisons?|livrees?|directeur|directrice|direction|responsable|presidente?|contact|referente?|vacances|ete|hiver|astreinte|urgences?|privee?s?|perso|personnel(le)?|medecin|parents|futur(e)?|provisoires?|archive(e)?s?)($|[-/])/

export const isOfAnother = (note: string): boolean => OF_ANOTHER.test(plain(note))
