// Every check of a PDF for a press, once: what GWG 2022 asks by variant, then the printer and the trade.

import { blackLineKnockout } from './press/black-line-knockout.ts'
import { blackTextKnockout } from './press/black-text-knockout.ts'
import { bleedPainted } from './press/bleed-painted.ts'
import { colorEarly, colorIntermediate, colorLate } from './press/color-binding.ts'
import { cutDuplicate } from './press/cut-duplicate.ts'
import { cutOpen } from './press/cut-open.ts'
import { declaredNorm } from './press/declared-norm.ts'
import { fontCourier } from './press/font-courier.ts'
import { fontType3 } from './press/font-type3.ts'
import { grayLine } from './press/gray-line.ts'
import { grayOverprint } from './press/gray-overprint.ts'
import { grayText } from './press/gray-text.ts'
import { hairline } from './press/hairline.ts'
import { bitmapPpi, imagePpi } from './press/image-ppi.ts'
import { intentCmyk } from './press/intent-cmyk.ts'
import { keepOut } from './press/keep-out.ts'
import { multiInkLine } from './press/multi-ink-line.ts'
import { multiInkText } from './press/multi-ink-text.ts'
import { objectInk } from './press/object-ink.ts'
import { pageCount } from './press/page-count.ts'
import { pageEmpty } from './press/page-empty.ts'
import { pageInk } from './press/page-ink.ts'
import { pageSizes } from './press/page-sizes.ts'
import { plateName } from './press/plate-name.ts'
import type { GwgCheck, PressCheck } from './press/press-check.ts'
import { richBlackText } from './press/rich-black-text.ts'
import { safeZone } from './press/safe-zone.ts'
import { smallText } from './press/small-text.ts'
import { smallWhiteText } from './press/small-white-text.ts'
import { spotCount } from './press/spot-count.ts'
import { spotSuffix } from './press/spot-suffix.ts'
import { spotTwins } from './press/spot-twins.ts'
import { whiteLine } from './press/white-line.ts'
import { whitePathOverprint } from './press/white-path-overprint.ts'
import { whiteTextOverprint } from './press/white-text-overprint.ts'

/** In the order of GWG 2022. */
export const gwgChecks = {
  'pdf-page-sizes': pageSizes,
  'pdf-page-empty': pageEmpty,
  'pdf-page-count': pageCount,
  'pdf-white-text-overprint': whiteTextOverprint,
  'pdf-white-path-overprint': whitePathOverprint,
  'pdf-black-text-knockout': blackTextKnockout,
  'pdf-black-line-knockout': blackLineKnockout,
  'pdf-gray-text': grayText,
  'pdf-gray-line': grayLine,
  'pdf-gray-overprint': grayOverprint,
  'pdf-font-courier': fontCourier,
  'pdf-rich-black-text': richBlackText,
  'pdf-white-text-small': smallWhiteText,
  'pdf-multi-ink-text': multiInkText,
  'pdf-white-line': whiteLine,
  'pdf-multi-ink-line': multiInkLine,
  'pdf-spot-count': spotCount,
  'pdf-spot-suffix': spotSuffix,
  'pdf-spot-twins': spotTwins,
  'pdf-color-early': colorEarly,
  'pdf-color-intermediate': colorIntermediate,
  'pdf-color-late': colorLate,
  'pdf-image-ppi': imagePpi,
  'pdf-bitmap-ppi': bitmapPpi,
  'pdf-intent-cmyk': intentCmyk,
} as const satisfies Readonly<Record<string, GwgCheck>>

/** What the printer's profile and the machines ask, whatever the variant. */
export const pressChecks = {
  'pdf-norm': declaredNorm,
  'pdf-small-text': smallText,
  'pdf-hairline': hairline,
  'pdf-object-ink': objectInk,
  'pdf-page-ink': pageInk,
  'pdf-bleed-painted': bleedPainted,
  'pdf-font-type3': fontType3,
  'pdf-safe-zone': safeZone,
  'pdf-keep-out': keepOut,
  'pdf-plate-name': plateName,
  'pdf-cut-open': cutOpen,
  'pdf-cut-duplicate': cutDuplicate,
} as const satisfies Readonly<Record<string, PressCheck>>

export type GwgCheckId = keyof typeof gwgChecks
export type PressCheckId = keyof typeof pressChecks
