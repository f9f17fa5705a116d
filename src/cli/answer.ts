// What a question of the terminal gives: an answer, or nothing more when the person leaves.
import { isCancel } from '@clack/prompts'

/** Thrown by a question that was left with Ctrl-C or Escape; caught by `askKit`. */
export class Left extends Error {}

export async function answer<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const given = await question
  if (isCancel(given)) throw new Left()
  // The one symbol an answer may be is the one just looked for.
  return given as Exclude<T, symbol>
}

export const blank = (value: string | undefined): string | undefined => (value?.trim() ? value.trim() : undefined)
