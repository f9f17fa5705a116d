// The types of structure that a few typed words may mean: without case, accents or hyphens, in any order.
import { plain } from '../input/nearest.ts'
import { matchType, type Reference, type StructureType } from '../input/reference.ts'

const wordsOf = (written: string): readonly string[] =>
  plain(written)
    .split('-')
    .filter(word => word !== '')

const isNamed = ({ cle, libelle, abrege = '', aussi, anciens }: StructureType, words: readonly string[]): boolean => {
  const names = wordsOf([cle, libelle, abrege, ...aussi, ...anciens].join(' '))
  return words.every(word => names.some(name => name.startsWith(word)))
}

/** The one that bears this very name, else those that hold every word; all of them when nothing is typed. */
export function searchTypes(reference: Reference, written: string): readonly StructureType[] {
  const exact = matchType(reference, written)
  return exact ? [exact.type] : reference.types.filter(type => isNamed(type, wordsOf(written)))
}
