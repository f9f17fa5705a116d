// What can be wrong with a user's font or text, as `signakit explain` tells it.
import { text } from '../model/diagnostic.ts'
import type { Rules } from '../model/rule.ts'

export const textRules = {
  'font-unreadable': {
    severity: 'error',
    title: text('une police doit être un fichier TTF ou OTF lisible', 'a font must be a readable TTF or OTF file'),
    why: text(
      'Sans la police de la charte, les lettres seraient dessinées avec une autre, ou pas du tout.',
      'Without the brand’s font, letters would be drawn with another one, or not at all.',
    ),
    fix: text(
      'Donnez le fichier .ttf ou .otf d’origine, un fichier par graisse ; ni WOFF, ni WOFF2, ni TTC, ni police variable.',
      'Give the original .ttf or .otf file, one file per weight; no WOFF, WOFF2, TTC or variable font.',
    ),
    locked: true,
    source: 'ISO 15930-7 6.5',
  },
  'font-restricted': {
    severity: 'error',
    title: text('la licence d’une police doit permettre de l’incorporer', 'a font’s licence must allow embedding'),
    why: text(
      'Le fichier de la police interdit de l’incorporer dans un document, ce qu’exige PDF/X.',
      'The font’s file forbids embedding it in a document, which PDF/X requires.',
    ),
    fix: text(
      'Demandez au fondeur une licence d’incorporation, ou choisissez une police libre.',
      'Ask the foundry for an embedding licence, or choose a free font.',
    ),
    source: 'OpenType OS/2 fsType',
  },
} as const satisfies Rules
