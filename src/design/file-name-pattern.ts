// The pattern of a printer's file names: what it may hold, so that every name is legal everywhere and unique in a run.
import { z } from 'zod'
import { NAME_SLOTS } from '../model/file-name.ts'

const SLOT = /\{([^{}]*)\}/g

const slotsOf = (pattern: string): readonly string[] => [...pattern.matchAll(SLOT)].map(match => match[1] ?? '')

const isKnown = (name: string): boolean => NAME_SLOTS.some(slot => slot === name)

/** Letters, figures, hyphen, dot and underscore: what file systems, hot folders and RIPs all take. */
const isPlain = (pattern: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(pattern.replace(SLOT, 'x')) && !pattern.includes('..')

export const fileNamePattern = z
  .string()
  .min(1)
  .max(120)
  .refine(pattern => slotsOf(pattern).every(isKnown), {
    error: `emplacements connus : ${NAME_SLOTS.map(slot => `{${slot}}`).join(', ')}`,
  })
  .refine(pattern => ['kit', 'piece'].every(slot => slotsOf(pattern).includes(slot)), {
    error: 'il faut {kit} et {piece} : sans eux, deux fichiers auraient le même nom',
  })
  .refine(isPlain, { error: 'des lettres sans accent, des chiffres, - _ et . seulement' })
  .describe('modèle des noms de fichiers, sans extension, comme {kit}_{piece}_{largeur}x{hauteur}mm_q{quantite}')
