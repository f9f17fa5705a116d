// The registry of lists; each is loaded when it is asked for.
import type { List } from './lists/list.ts'

export const lists = {
  checks: async () => (await import('./lists/checks.ts')).checks,
} as const satisfies Readonly<Record<string, () => Promise<List>>>

export type ListName = keyof typeof lists

// Object.keys only knows strings; the keys are those of the literal above.
export const LIST_NAMES = Object.keys(lists) as readonly ListName[]
