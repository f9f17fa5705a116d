// The schema of a policy in a data file.
import { z } from 'zod'
import type { Policy } from '../model/rule.ts'

const POLICIES = ['refuser', 'ecarter', 'avertir', 'ignorer'] as const satisfies readonly Policy[]

export const policy = z.enum(POLICIES).describe('refuser (la pièce), ecarter (le kit), avertir ou ignorer')
