// How much work one file may ask for. Hostile files run out of budget and are refused; they never hang or fill the memory.

export const LIMITS = {
  fileBytes: 512 * 1024 * 1024,
  /** Bytes coming out of the filters, all streams together. */
  decodedBytes: 128 * 1024 * 1024,
  /** Output over input of one filter; deflate cannot exceed 1032, real pages stay under 100, flat images come close. */
  ratio: 1100,
  /** Filters chained on one stream. */
  filters: 8,
  objects: 500_000,
  /** Tokens of objects and of content, all together. */
  tokens: 12_000_000,
  nesting: 64,
  pages: 10_000,
  /** Forms, patterns, masks and Type 3 glyphs inside one another. */
  forms: 28,
  painted: 1_000_000,
  /** Points of paths kept with what is painted; beyond, paths are read and no longer kept. */
  points: 4_000_000,
} as const

export type Limit = keyof typeof LIMITS

/** Counts down; once `exhausted` is set every loop of the reader winds down by itself. */
export class Budget {
  exhausted: Limit | undefined
  private readonly spent: Record<Limit, number> = {
    fileBytes: 0,
    decodedBytes: 0,
    ratio: 0,
    filters: 0,
    objects: 0,
    tokens: 0,
    nesting: 0,
    pages: 0,
    forms: 0,
    painted: 0,
    points: 0,
  }

  /** Takes from what is left; false when there is nothing left. */
  spend(limit: Limit, amount = 1): boolean {
    this.spent[limit] += amount
    if (this.spent[limit] > LIMITS[limit]) this.exhausted ??= limit
    return this.exhausted === undefined
  }

  /** `spend('tokens')`, for what is asked of every token. */
  spendToken(): boolean {
    this.spent.tokens++
    if (this.spent.tokens > LIMITS.tokens) this.exhausted ??= 'tokens'
    return this.exhausted === undefined
  }

  /** Refuses a depth or a ratio beyond its limit. */
  allow(limit: Limit, value: number): boolean {
    if (value > LIMITS[limit]) this.exhausted ??= limit
    return this.exhausted === undefined
  }

  /** Takes from what is left without ever refusing the file; false when there is not enough. */
  afford(limit: Limit, amount: number): boolean {
    if (this.spent[limit] + amount > LIMITS[limit]) return false
    this.spent[limit] += amount
    return true
  }

  left(limit: Limit): number {
    return Math.max(0, LIMITS[limit] - this.spent[limit])
  }
}
