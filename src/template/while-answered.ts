// Remembers what was made of a scope's answers while they stay the same: from one rung of a ladder to the next, few do not.
import type { Scope } from './scope.ts'

/** Asks again what was asked, and tells whether the answer is the same. */
type Ask = () => boolean

const namesVariable = (expression: unknown): boolean => typeof expression === 'string' && expression.includes('$')

/**
 * A scope that notes what it is asked until `done`. Between attempts only variables change: what names none is not noted.
 * Nor are mistakes, which end the attempts.
 */
function listen(scope: Scope): { readonly listening: Scope; done(): readonly Ask[] } {
  const asked: Ask[] = []
  let open = true
  const listening: Scope = {
    ...scope,
    number(expression) {
      const value = scope.number(expression)
      if (open && namesVariable(expression)) asked.push(() => scope.number(expression) === value)
      return value
    },
    flag(expression) {
      const value = scope.flag(expression)
      if (open && namesVariable(expression)) asked.push(() => scope.flag(expression) === value)
      return value
    },
  }
  const done = (): readonly Ask[] => {
    open = false
    return asked
  }
  return { listening, done }
}

/** Makes something with a scope, and again only when an answer would differ. */
export function whileAnswered<T>(scope: Scope, make: (scope: Scope) => T): () => T {
  let known: { readonly value: T; readonly asked: readonly Ask[] } | undefined
  return () => {
    if (known?.asked.every(ask => ask())) return known.value
    const { listening, done } = listen(scope)
    const value = make(listening)
    known = { value, asked: done() }
    return value
  }
}
