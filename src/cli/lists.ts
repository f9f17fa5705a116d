// The registry of lists; each is loaded when it is asked for.
import type { List } from './lists/list.ts'

export const lists = {
  products: async () => (await import('./lists/products.ts')).products,
  brands: async () => (await import('./lists/brands.ts')).brands,
  templates: async () => (await import('./lists/templates.ts')).templates,
  printers: async () => (await import('./lists/printers.ts')).printers,
  types: async () => (await import('./lists/structure-types.ts')).structureTypes,
  cafs: async () => (await import('./lists/cafs.ts')).cafs,
  checks: async () => (await import('./lists/checks.ts')).checks,
  fonts: async () => (await import('./lists/fonts.ts')).fonts,
  texts: async () => (await import('./lists/texts.ts')).texts,
} as const satisfies Readonly<Record<string, () => Promise<List>>>

export type ListName = keyof typeof lists

// Object.keys only knows strings; the keys are those of the literal above.
export const LIST_NAMES = Object.keys(lists) as readonly ListName[]
