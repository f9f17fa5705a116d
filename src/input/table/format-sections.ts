// The sections of a number format (ISO/IEC 29500-1 18.8.31): what each shows, and which one a number takes.

export type Piece = { readonly kind: 'literal' | 'digit' | 'sign'; readonly text: string }

export type Section = {
  readonly pieces: readonly Piece[]
  readonly condition?: { readonly operator: string; readonly value: number }
  readonly isElapsed: boolean
}

/** A literal in quotes or after `\`; the room of a character `_x`; what fills `*x`; brackets; the word General; anything. */
const PIECE = /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(General)|AM\/PM|A\/P|(.)/gisu

function sectionOf(code: string): Section {
  const pieces: Piece[] = []
  let condition: Section['condition']
  let isElapsed = false
  for (const [, quoted, escaped, bracket, general, char] of code.matchAll(PIECE)) {
    if (bracket !== undefined) {
      const [, operator, value] = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(bracket) ?? []
      if (operator !== undefined) condition = { operator, value: Number(value) }
      else if (/^(h+|m+|s+)$/i.test(bracket)) isElapsed = true
      // `[$€-40C]` shows the sign before the hyphen; the rest is a colour or a language.
      else if (bracket.startsWith('$')) pieces.push({ kind: 'literal', text: bracket.slice(1).split('-')[0] ?? '' })
    } else if (quoted !== undefined || escaped !== undefined) {
      pieces.push({ kind: 'literal', text: quoted ?? escaped ?? '' })
    } else if (general !== undefined) {
      pieces.push({ kind: 'sign', text: 'G' })
    } else if (char !== undefined) {
      pieces.push({
        kind: /[0#?]/.test(char) ? 'digit' : /[.,%/@a-z]/i.test(char) ? 'sign' : 'literal',
        text: char,
      })
    }
  }
  return { pieces, isElapsed, ...(condition ? { condition } : {}) }
}

/** Sections are parted by `;` outside of quotes. */
export const sectionsOf = (code: string): readonly Section[] =>
  (code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/gsu) ?? ['General']).slice(0, 4).map(sectionOf)

const HOLDS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '=': (a, b) => a === b,
}

/** The rank of the section that shows a number; -1 when none does. */
export function rankFor(sections: readonly Section[], value: number): number {
  if (sections.some(({ condition }) => condition)) {
    return sections.findIndex(({ condition }) => !condition || HOLDS[condition.operator]?.(value, condition.value))
  }
  const rank = value < 0 ? 1 : value === 0 ? 2 : 0
  return rank < sections.length ? rank : 0
}

/** The section of negative numbers shows their sign by itself, unless it is chosen by a condition. */
export const isOfNegatives = (sections: readonly Section[], rank: number): boolean =>
  rank === 1 && !sections.some(({ condition }) => condition)
