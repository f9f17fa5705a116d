// Names of files: ours, and those of a printer's own pattern.
import { expect, it } from 'vitest'
import { fileName } from '../../src/delivery/file-name.ts'
import { piece } from '../fixtures/small-design.ts'

const design = piece({})
const order = { kit: '33-0142', id: 'essai', product: 'essai-240x160', quantity: 4, scale: 1 }

const name = (pattern: string | undefined, face?: string): string =>
  fileName({
    piece: order,
    design: { ...design, printer: { ...design.printer, ...(pattern === undefined ? {} : { fileName: pattern }) } },
    extension: 'pdf',
    ...(face === undefined ? {} : { face }),
  })

it.each([
  [undefined, undefined, '33-0142_essai.pdf'],
  [undefined, 'verso', '33-0142_essai-verso.pdf'],
  ['{kit}_{piece}_{largeur}x{hauteur}mm_q{quantite}', undefined, '33-0142_essai_240x160mm_q4.pdf'],
  ['{imprimeur}-{kit}.{piece}.{face}', 'verso', 'essai-33-0142.essai.verso.pdf'],
  ['{kit}_{piece}_{produit}', 'recto', '33-0142_essai_essai-240x160-recto.pdf'],
])('%s, face %s: %s', (pattern, face, expected) => {
  expect(name(pattern, face)).toBe(expected)
})
