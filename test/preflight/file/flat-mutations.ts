// For the file rules that judge PDF/X-1a or X-3 otherwise than X-4, the ways to break them and nothing else.
import type { Standard } from '../../../src/model/sheet.ts'
import type { FileRuleId } from '../../../src/preflight/file-checks.ts'
import { OBJECT } from './base-draft.ts'
import type { Mutation } from './mutations.ts'

const { catalog, info } = OBJECT

export const flatMutations: Readonly<
  Record<Exclude<Standard, 'x4'>, Readonly<Partial<Record<FileRuleId, readonly Mutation[]>>>>
> = {
  x1a: {
    'pdfx-version': [
      ['header 1.5', draft => Object.assign(draft, { version: '1.5' })],
      ['catalog 1.6', draft => draft.dict(catalog, '/Pages', '/Version /1.6 /Pages')],
    ],
    'pdfx-identification': [
      ['no conformance', draft => draft.dict(info, '/GTS_PDFXConformance (PDF/X-1a:2001)', '')],
      ['another level', draft => draft.dict(info, 'PDF/X-1a:2001', 'PDF/X-1:2001')],
      ['unknown edition', draft => draft.dict(info, '(PDF/X-1:2001)', '(PDF/X-1a:2025)')],
    ],
  },
  x3: {
    'pdfx-version': [['header 1.6', draft => Object.assign(draft, { version: '1.6' })]],
    'pdfx-identification': [['unknown edition', draft => draft.dict(info, 'PDF/X-3:2002', 'PDF/X-3:2025')]],
  },
}
