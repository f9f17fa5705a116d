// Policies meet: the stricter of printer, brand and kit wins (CONTRACT §2).
import type { Policy } from '../model/rule.ts'

/** From the most lenient to the strictest. */
const ORDER: readonly Policy[] = ['ignorer', 'avertir', 'refuser', 'ecarter']

/** The strictest of those given; undefined when none is. */
export function stricter(...policies: readonly (Policy | undefined)[]): Policy | undefined {
  return policies.reduce(
    (a, b) => (a === undefined || (b !== undefined && ORDER.indexOf(b) > ORDER.indexOf(a)) ? b : a),
    undefined,
  )
}
