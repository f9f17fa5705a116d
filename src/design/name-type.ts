// Whether a structure's name already says its type: « Micro-crèche Les Lutins » needs no line « Micro-crèche ».

const words = (sentence: string): readonly string[] =>
  sentence
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')

/** A plural or a singular of the same word: « accueils de loisirs », « accueil de loisirs ». */
const alike = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || `${a}s` === b || a === `${b}s` || `${a}x` === b || a === `${b}x`)

function holds(name: readonly string[], label: readonly string[]): boolean {
  if (label.length === 0) return false
  return name.some((_, start) => label.every((word, index) => alike(name[start + index], word)))
}

/** True when the label or the abbreviation stands in the name, word for word, whatever the case and the accents. */
export const typeInName = (name: string, labels: readonly (string | undefined)[]): boolean =>
  labels.some(label => label !== undefined && holds(words(name), words(label)))
