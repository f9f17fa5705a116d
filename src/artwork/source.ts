// The file an artwork comes from, and the sentence that refuses it.
import type { Diagnostic, Span, Text } from '../model/diagnostic.ts'
import { text } from '../model/diagnostic.ts'
import type { ArtworkRule } from './rules.ts'
import { artworkRules } from './rules.ts'

export type Source = {
  /** The path as the user wrote it. */
  readonly name: string
  /** Where the user wrote it. */
  readonly at?: Span
}

/** What is wrong with a file, whoever asks for it: results are shared by content, names and places are not. */
export type Finding = { readonly rule: ArtworkRule; readonly message: Text; readonly hint?: Text }

/** A result that may be shared between all the places that name the same content. */
export type Found<T> = { readonly value?: T; readonly findings: readonly Finding[] }

export const found = <T>(value: T, findings: readonly Finding[] = []): Found<T> => ({ value, findings })

export const refused = (...findings: readonly Finding[]): { readonly findings: readonly Finding[] } => ({ findings })

/** Puts the file's name and place on what was found in it. */
export const diagnose = (findings: readonly Finding[], { name, at }: Source): Diagnostic[] =>
  findings.map(({ rule, message, hint }) => ({
    rule,
    severity: artworkRules[rule].severity,
    message: text(`${name} : ${message.fr}`, `${name}: ${message.en}`),
    ...(at && { at }),
    ...(hint && { hint }),
  }))
