// For the file rules that judge PDF/X-1a or X-3 otherwise than X-4, the ways to break them and nothing else.
import type { Standard } from '../../../src/model/standard.ts'
import type { FileRuleId } from '../../../src/preflight/file-checks.ts'
import { OBJECT } from './base-draft.ts'
import type { Draft } from './draft.ts'
import type { Mutation } from './mutations.ts'

const { catalog, content, info, intent, page, spare } = OBJECT

const state = (draft: Draft, entries: string): Draft =>
  draft
    .dict(page, '/ExtGState <<', `/ExtGState << /New << ${entries} >>`)
    .content(content, 'q 0 0 600', 'q /New gs 0 0 600')

const paintIn = (draft: Draft, space: string, components: string): Draft =>
  draft
    .dict(page, '/ColorSpace <<', `/ColorSpace << /New ${space}`)
    .content(content, 'q /Sh sh', `q /New cs ${components} scn 40 40 9 9 re f Q q /Sh sh`)

const LAB = '[/Lab << /WhitePoint [0.9642 1 0.8249] >>]'

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
    'pdfx-transparency': [
      ['page group', draft => draft.dict(page, '/Contents', '/Group << /S /Transparency /CS /DeviceCMYK >> /Contents')],
      ['form group', draft => draft.dict(OBJECT.group, '/BBox', '/Group << /S /Transparency >> /BBox')],
      ['fill opacity', draft => state(draft, '/ca 0.5')],
      ['stroke opacity', draft => state(draft, '/CA 0.99')],
      ['blend mode', draft => state(draft, '/BM /Multiply')],
      ['blend mode in a list', draft => state(draft, '/BM [/Normal /Screen]')],
      [
        'picture with a soft mask',
        draft =>
          draft
            .dict(OBJECT.image, '/Width', '/SMask 30 0 R /Width')
            .add(
              spare,
              '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /ASCIIHexDecode >>',
              '00FF00FF>',
            ),
      ],
    ],
    'pdfx-no-layers': [
      ['declared', draft => draft.dict(catalog, '/Pages', '/OCProperties << /OCGs [] /D << /Name (a) >> >> /Pages')],
    ],
    'pdfx-newer-pdf': [
      ['JPEG 2000', draft => draft.add(spare, '<< /Filter /JPXDecode >>', 'x')],
      ['JBIG2', draft => draft.add(spare, '<< /Filter /JBIG2Decode >>', 'x')],
      [
        '16 bits',
        draft =>
          draft
            .dict(OBJECT.image, '/BitsPerComponent 8', '/BitsPerComponent 16')
            .content(OBJECT.image, '>', '00FF00000000FF00FF000000000000FF>'),
      ],
    ],
    'pdfx-press-color': [['Lab', draft => paintIn(draft, LAB, '50 0 0')]],
    'pdfx-profile-embedded': [
      [
        'neither embedded nor registered',
        draft =>
          draft.dict(intent, '/RegistryName (http://www.color.org)', '').dict(intent, '/DestOutputProfile 8 0 R', ''),
      ],
    ],
  },
  x3: {
    'pdfx-version': [['header 1.6', draft => Object.assign(draft, { version: '1.6' })]],
    'pdfx-identification': [['unknown edition', draft => draft.dict(info, 'PDF/X-3:2002', 'PDF/X-3:2025')]],
    'pdfx-transparency': [
      [
        'soft mask',
        draft =>
          state(draft, '/SMask << /S /Luminosity /G 30 0 R >>').add(
            spare,
            '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >> >>',
            '1 g',
          ),
      ],
    ],
    'pdfx-no-layers': [['declared', draft => draft.dict(catalog, '/Pages', '/OCProperties << >> /Pages')]],
    'pdfx-newer-pdf': [['JPEG 2000', draft => draft.add(spare, '<< /Filter /JPXDecode >>', 'x')]],
  },
}
