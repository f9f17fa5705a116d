// The schema of a policy in a design file: the trade's English words, or the French ones of kits.
import { z } from 'zod'
import { POLICY_WORD_NAMES, POLICY_WORDS } from '../model/rule.ts'

export const policy = z
  .enum(POLICY_WORD_NAMES)
  .transform(word => POLICY_WORDS[word])
  .describe('fail ou refuser (la pièce), skip ou ecarter (le kit), warn ou avertir, ignore ou ignorer')
