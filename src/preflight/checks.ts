// Every check of a Sheet, once: `list checks`, explanations, policies and documentation are made of this.
import { bleedMissing } from './checks/bleed-missing.ts'
import { cutNodes } from './checks/cut-nodes.ts'
import { cutRadius } from './checks/cut-radius.ts'
import { cutShape } from './checks/cut-shape.ts'
import { engravingThin } from './checks/engraving-thin.ts'
import { gradientInks } from './checks/gradient-inks.ts'
import { holeKeepOut } from './checks/hole-keep-out.ts'
import { imageResolution } from './checks/image-resolution.ts'
import { inkLimit } from './checks/ink-limit.ts'
import { oneColourInk } from './checks/one-colour-ink.ts'
import { reversedLine } from './checks/reversed-line.ts'
import { reversedText } from './checks/reversed-text.ts'
import { richBlackLine } from './checks/rich-black-line.ts'
import { richBlackText } from './checks/rich-black-text.ts'
import { safeZone } from './checks/safe-zone.ts'
import { smallText } from './checks/small-text.ts'
import { textContrast } from './checks/text-contrast.ts'
import { thinLine } from './checks/thin-line.ts'
import { visibleZone } from './checks/visible-zone.ts'
import type { SheetCheck } from './sheet-check.ts'

export const checks = {
  'safe-zone': safeZone,
  'hole-keep-out': holeKeepOut,
  'visible-zone': visibleZone,
  'one-colour-ink': oneColourInk,
  'engraving-thin': engravingThin,
  'bleed-missing': bleedMissing,
  'cut-shape': cutShape,
  'cut-radius': cutRadius,
  'cut-nodes': cutNodes,
  'thin-line': thinLine,
  'small-text': smallText,
  'reversed-line': reversedLine,
  'reversed-text': reversedText,
  'ink-limit': inkLimit,
  'rich-black-text': richBlackText,
  'rich-black-line': richBlackLine,
  'gradient-inks': gradientInks,
  'image-resolution': imageResolution,
  'text-contrast': textContrast,
} as const satisfies Readonly<Record<string, SheetCheck>>
