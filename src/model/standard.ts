// The PDF/X that a file can be written to: X-4, and the two older ones that some printers still ask for.

/**
 * `flat`: neither transparency nor layers. Of X-1a and X-3 the first editions are written, which rest on PDF 1.3: what
 * reads the editions of 2003 has to read these too (ISO 15930-4 and 15930-6), and they are the ones that shops name.
 */
export const standards = {
  x4: { title: 'PDF/X-4', flat: false },
  x1a: { title: 'PDF/X-1a:2001', flat: true },
  x3: { title: 'PDF/X-3:2002', flat: true },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly flat: boolean }>>

export type Standard = keyof typeof standards

// The keys of the literal above, which `Object.keys` only knows as strings.
export const STANDARDS = Object.keys(standards) as readonly Standard[]

/** Whether transparency has to be resolved before a file of this standard is written. */
export const isFlat = (standard: Standard): boolean => standards[standard].flat
