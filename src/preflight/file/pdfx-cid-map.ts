// How a composite TrueType font finds its glyphs.
import { text } from '../../model/diagnostic.ts'
import type { FileCheck } from './file-check.ts'
import { shownFonts } from './shown-fonts.ts'

export const pdfxCidMap = {
  severity: 'error',
  title: text('les polices composites disent où sont leurs dessins', 'composite fonts say where their outlines are'),
  why: text(
    'Sans cette table, chaque lecteur devine, et les lettres changent.',
    'Without this table each reader guesses, and letters change.',
  ),
  fix: text('Réexportez depuis un logiciel à jour.', 'Export from an up-to-date program.'),
  source: 'ISO 15930-7:2010 6.5; ISO 32000-1 9.7.4.2',
  *find(pdf) {
    for (const { font, page } of shownFonts(pdf))
      if (font.descendant === 'CIDFontType2' && (font.cidToGid === 'absent' || font.cidToGid === 'wrong'))
        yield {
          page,
          object: font.object,
          message: text(`police « ${font.name} » sans CIDToGIDMap`, `font “${font.name}” without CIDToGIDMap`),
        }
  },
} as const satisfies FileCheck
