// Damaged accents, read back where they can be.
import { text } from '../../../model/diagnostic.ts'
import { ungarble } from '../../ungarble.ts'
import type { Step } from './step.ts'

export const garbled: Step = value => {
  const after = ungarble(value)
  return after === value ? undefined : { after, rule: 'garbled-text', why: text('accents abîmés', 'damaged accents') }
}
