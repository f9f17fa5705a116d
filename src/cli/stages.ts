// The stages whose value can be looked at, in the order a kit goes through them.

export const STAGES = ['kit', 'design', 'sheet', 'plates'] as const

export type Stage = (typeof STAGES)[number]
