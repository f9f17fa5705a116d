// What separates the columns of a CSV: the sign that cuts its first lines the most regularly, quotes respected.

export type Separator = {
  readonly sign: string
  /** The line `sep=;` of Excel, with its end; empty when there is none. */
  readonly declared: string
  /** Cells that a row has, as far as the first rows show. */
  readonly width: number
  /** Another sign that cuts as well. */
  readonly rival?: string
}

/** Read in this order when nothing else tells them apart. */
const SIGNS = [';', '\t', ','] as const

/** Signs of other tools, which only a `sep=` line can choose. */
const FOREIGN = ['|', '¦', '^'] as const

const MAX_RECORDS = 50

/** Cells of each record that holds something; a quote only opens where a cell starts (RFC 4180 2.5). */
export function cellCounts(sample: string, sign: string, isWhole: boolean): readonly number[] {
  const counts: number[] = []
  let [cells, isQuoted, isStart, isBlank] = [1, false, true, true]
  const endRecord = (): void => {
    if (!isBlank) counts.push(cells)
    ;[cells, isStart, isBlank] = [1, true, true]
  }
  for (let at = 0; at < sample.length && counts.length < MAX_RECORDS; at++) {
    const char = sample[at]
    if (isQuoted) {
      if (char !== '"') continue
      if (sample[at + 1] === '"') at++
      else isQuoted = false
    } else if (char === '\n' || char === '\r') endRecord()
    else if (char === sign) {
      cells++
      isStart = true
      isBlank = false
    } else if (char === '"' && isStart) {
      isQuoted = true
      isStart = false
      isBlank = false
    } else if (char !== ' ') {
      isStart = false
      isBlank = false
    }
  }
  if (isWhole && counts.length < MAX_RECORDS) endRecord()
  return counts
}

/** The most frequent count above one, and how many records have it. */
function usual(counts: readonly number[]): { readonly count: number; readonly records: number } {
  const tally = new Map<number, number>()
  for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1)
  const [count = 1, records = 0] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { count, records }
}

/** A header may be wider than the rows, whose last empty cells some tools leave out. */
const widthOf = (counts: readonly number[], count: number): number => counts.find(cells => cells >= count) ?? count

const DECLARED = /^"?sep=([^\r\n"])"?[;,\t]*(?:\r\n|\r|\n|$)/i

/** `sample` is the start of the text; `isWhole` when it is all of it. Undefined when a sign of other tools is meant. */
export function findSeparator(sample: string, isWhole: boolean): Separator | undefined {
  const [declared = '', said] = DECLARED.exec(sample) ?? []
  const body = sample.slice(declared.length)
  const scores = (said === undefined ? SIGNS : [said]).map(sign => {
    const counts = cellCounts(body, sign, isWhole)
    return { sign, counts, ...usual(counts) }
  })
  const [best, second] = scores.toSorted((a, b) => b.records - a.records || b.count - a.count)
  if (!best) return undefined
  const { sign, counts, count, records } = best
  if (
    said === undefined &&
    records === 0 &&
    FOREIGN.some(other => usual(cellCounts(body, other, isWhole)).records > 1)
  ) {
    return undefined
  }
  const isRivalled = second !== undefined && records > 0 && second.records === records
  return { sign, declared, width: widthOf(counts, count), ...(isRivalled ? { rival: second.sign } : {}) }
}

const NAMES: Readonly<Partial<Record<string, { readonly fr: string; readonly en: string }>>> = {
  '\t': { fr: 'la tabulation', en: 'the tab' },
}

export const signName = (sign: string): { readonly fr: string; readonly en: string } =>
  NAMES[sign] ?? { fr: `« ${sign} »`, en: `“${sign}”` }
