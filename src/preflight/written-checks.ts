// Every rule our own file is checked by against the piece it was made of, once.
import { writtenBoxes } from './file/written-boxes.ts'
import type { WrittenCheck } from './file/written-check.ts'
import { writtenFonts } from './file/written-fonts.ts'
import { writtenHoles } from './file/written-holes.ts'
import { writtenInks } from './file/written-inks.ts'
import { writtenPages } from './file/written-pages.ts'
import { writtenPlates } from './file/written-plates.ts'
import { writtenProfile } from './file/written-profile.ts'
import { writtenText } from './file/written-text.ts'
import { writtenTitle } from './file/written-title.ts'

export const writtenChecks = {
  'written-pages': writtenPages,
  'written-boxes': writtenBoxes,
  'written-inks': writtenInks,
  'written-plates': writtenPlates,
  'written-text': writtenText,
  'written-fonts': writtenFonts,
  'written-title': writtenTitle,
  'written-profile': writtenProfile,
  'written-holes': writtenHoles,
} as const satisfies Readonly<Record<string, WrittenCheck>>

export type WrittenRuleId = keyof typeof writtenChecks
