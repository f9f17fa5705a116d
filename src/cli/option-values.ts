// Reads the values of options; each parser returns the value or says what would have been right.

import { nearest } from '../input/nearest.ts'
import { type Text, text } from '../model/diagnostic.ts'
import { UsageError } from './usage-error.ts'

const list = (values: readonly string[]): string => values.join(', ')

export const didYouMean = (word: string, known: readonly string[]): Text | undefined => {
  const near = nearest(word, known)
  return near === undefined ? undefined : text(`vouliez-vous dire ${near} ?`, `did you mean ${near}?`)
}

export const badChoice = (flag: string, value: string, known: readonly string[]): UsageError =>
  new UsageError(
    text(
      `${flag} : « ${value} » n’existe pas ; choix : ${list(known)}`,
      `${flag}: no “${value}”; choices: ${list(known)}`,
    ),
    didYouMean(value, known),
  )

/** A parser of one word among several. */
export const oneOf =
  <T extends string>(flag: string, known: readonly T[]) =>
  (value: string): T => {
    const found = known.find(each => each === value)
    if (found === undefined) throw badChoice(flag, value, known)
    return found
  }

/** A parser of words joined by commas, which may also be given again and again. Without doubles, in the order of `known`. */
export const severalOf =
  <T extends string>(flag: string, known: readonly T[]) =>
  (value: string, before: readonly T[] | undefined): readonly T[] => {
    const words = value.split(',').map(word => word.trim())
    const read = words.map(oneOf(flag, known))
    return known.filter(each => read.includes(each) || before?.includes(each))
  }

/** A parser of a whole number within limits. */
export const wholeNumber =
  (flag: string, lowest: number, highest: number) =>
  (value: string): number => {
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= lowest && number <= highest) return number
    throw new UsageError(
      text(
        `${flag} : « ${value} » n’est pas un nombre entier de ${lowest} à ${highest}`,
        `${flag}: “${value}” is not a whole number from ${lowest} to ${highest}`,
      ),
    )
  }

/** A parser of a number within limits; a decimal comma is a decimal point. */
export const number =
  (flag: string, lowest: number, highest: number) =>
  (value: string): number => {
    const read = /^\d+([.,]\d+)?$/.test(value) ? Number(value.replace(',', '.')) : Number.NaN
    if (read >= lowest && read <= highest) return read
    throw new UsageError(
      text(
        `${flag} : « ${value} » n’est pas un nombre de ${String(lowest).replace('.', ',')} à ${highest}`,
        `${flag}: “${value}” is not a number from ${lowest} to ${highest}`,
      ),
    )
  }

export type PieceChoice = { readonly id: string; readonly quantity?: number }

/** `vitrophanie-a5` or `vitrophanie-a5=20`, gathered. */
export const readPiece = (value: string, before: readonly PieceChoice[] = []): readonly PieceChoice[] => {
  const [, id, quantity] = /^([^=]+)(?:=([1-9]\d{0,5}))?$/.exec(value) ?? []
  if (id === undefined) {
    throw new UsageError(
      text(
        `--piece : « ${value} » ne se lit pas ; attendu : vitrophanie-a5, ou vitrophanie-a5=20`,
        `--piece: cannot read “${value}”; expected vitrophanie-a5, or vitrophanie-a5=20`,
      ),
    )
  }
  return [...before, quantity === undefined ? { id } : { id, quantity: Number(quantity) }]
}

export type Setting = { readonly path: string; readonly value: string }

/** `structure.nom=Les Lilas`, gathered. */
export const readSetting = (value: string, before: readonly Setting[] = []): readonly Setting[] => {
  const at = value.indexOf('=')
  if (at > 0) return [...before, { path: value.slice(0, at), value: value.slice(at + 1) }]
  throw new UsageError(
    text(
      `--set : « ${value} » ne se lit pas ; attendu : chemin=valeur, comme structure.nom="Les Lilas"`,
      `--set: cannot read “${value}”; expected path=value, as structure.nom="Les Lilas"`,
    ),
  )
}
