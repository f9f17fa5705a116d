// ICC-based CMYK, which a RIP may convert again.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { iccUses } from './icc-uses.ts'

export const pdfIccCmyk = {
  severity: 'error',
  title: text(
    'le CMJN est celui de la presse, sans second profil',
    'CMYK is the press’s own, without a second profile',
  ),
  why: text(
    'Un CMJN à profil peut être reconverti : le noir pur du texte devient quatre encres mal repérées.',
    'CMYK with a profile may be converted again: pure black text turns into four inks out of register.',
  ),
  fix: text('Écrivez ces couleurs en DeviceCMYK.', 'Write these colours as DeviceCMYK.'),
  source: 'ISO 15930-7:2010 6.4 (house rule); GWG 2022 R0027',
  *find(pdf) {
    for (const { page, space } of iccUses(pdf))
      if (space.channels === 4)
        yield {
          page,
          object: space.object,
          message: text('CMJN avec profil ICC (ICCBased)', 'CMYK with an ICC profile (ICCBased)'),
        }
  },
} as const satisfies FileCheck
