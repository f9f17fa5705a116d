// Custom properties: `var(--brand, #f60)` becomes the value it stands for (CSS Variables 1).

/** Deeper chains are loops. */
const MAX_DEPTH = 10
/** Longer than any colour or length: a value that doubles at each step is a trap. */
const MAX_LENGTH = 1000

/** A value with its variables replaced; one that has no value at all stays as written, so that it is told. */
export function substitute(value: string, variable: (name: string) => string | undefined, depth = 0): string {
  if (depth > MAX_DEPTH || value.length > MAX_LENGTH) return value
  const start = value.indexOf('var(')
  if (start < 0) return value
  const end = closing(value, start + 4)
  if (end === undefined) return value
  const inner = value.slice(start + 4, end)
  const comma = inner.indexOf(',')
  const name = (comma < 0 ? inner : inner.slice(0, comma)).trim()
  const known = variable(name) ?? (comma < 0 ? undefined : inner.slice(comma + 1).trim())
  if (known === undefined) return value
  return substitute(`${value.slice(0, start)}${known}${value.slice(end + 1)}`, variable, depth + 1)
}

/** Where the bracket opened just before `from` closes. */
function closing(value: string, from: number): number | undefined {
  let depth = 1
  for (let at = from; at < value.length; at++) {
    if (value[at] === '(') depth++
    else if (value[at] === ')' && --depth === 0) return at
  }
  return undefined
}
