// Results as Markdown tables, with French numbers.
import { median, spread } from './statistics.mjs'

export const number = (value, digits = 0) => value.toFixed(digits).replace('.', ',').replace('-', '−')

const ratioDigits = value => (value < 10 ? 2 : 1)

export const range = ({ median: middle, min, max }, digits = 0) =>
  `${number(middle, digits)} [${number(min, digits)}…${number(max, digits)}]`

export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

/** Each pair's ratio: what `name` took over what `reference` took in the same round. */
export function ratios(results, name, reference, of) {
  return results[name].map((result, round) => of(result) / of(results[reference][round]))
}

/** The median of those ratios, and how far they spread. */
export const pairs = (results, name, reference, of) => spread(ratios(results, name, reference, of))

export const WALL = { title: 'durée', of: ({ wall }) => wall }
export const CPU = { title: 'processeur', of: ({ cpu }) => cpu }

/** What a claim is judged by: the ratio of the times, and beside it that of the processor. */
export const figureOf = (results, name, reference) => ({
  ...pairs(results, name, reference, WALL.of),
  cpu: pairs(results, name, reference, CPU.of).median,
})

export function ratioCell(results, name, reference, of) {
  const found = pairs(results, name, reference, of)
  return range(found, ratioDigits(found.median))
}

/** One row per command: time, and ours over it; `name`: how ours is called there. */
export function comparison(results, ours, titles, columns, name = 'Signakit') {
  const head = ['', ...columns.flatMap(({ title }) => [`${title}, ms`, `${name} ÷ lui, ${title}`])]
  const rows = Object.keys(results).map(one => [
    titles[one],
    ...columns.flatMap(({ of }) => [
      range(spread(results[one].map(of)), median(results[one].map(of)) < 30 ? 1 : 0),
      one === ours ? '1' : ratioCell(results, ours, one, of),
    ]),
  ])
  return table(head, rows)
}
