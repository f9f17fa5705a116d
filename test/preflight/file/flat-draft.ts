// A small PDF/X-1a and PDF/X-3 made from the PDF/X-4: no layer, no transparency, declared in Info. It must have no finding.
import type { Standard } from '../../../src/model/standard.ts'
import { baseDraft, OBJECT } from './base-draft.ts'
import type { Draft } from './draft.ts'

const CLAIM: Readonly<Record<Exclude<Standard, 'x4'>, string>> = {
  x1a: '/GTS_PDFXVersion (PDF/X-1:2001) /GTS_PDFXConformance (PDF/X-1a:2001)',
  x3: '/GTS_PDFXVersion (PDF/X-3:2002)',
}

/** A copy to mutate, in the edition that rests on PDF 1.3. */
export function flatDraft(standard: Exclude<Standard, 'x4'>): Draft {
  const draft = baseDraft()
  draft.version = '1.3'
  for (const layer of ['White', 'Cut', 'Drill'])
    draft.content(OBJECT.content, `/OC /Layer${layer} BDC `, '').content(OBJECT.content, ' EMC', '')
  return draft
    .dict(
      OBJECT.catalog,
      ' /Metadata 6 0 R /OutputIntents [7 0 R] /OCProperties << /OCGs [16 0 R 17 0 R 26 0 R] /D << /Name (Calques) /BaseState /ON /ON [16 0 R 17 0 R 26 0 R] /OFF [] /Order [16 0 R 17 0 R 26 0 R] >> >>',
      ' /OutputIntents [7 0 R]',
    )
    .dict(OBJECT.page, '/Group << /S /Transparency /CS /DeviceCMYK /I true /K false >> ', '')
    .dict(OBJECT.page, ' /Properties << /LayerWhite 16 0 R /LayerCut 17 0 R /LayerDrill 26 0 R >>', '')
    .dict(OBJECT.page, ' /Masked 23 0 R', '')
    .dict(OBJECT.info, '/GTS_PDFXVersion (PDF/X-4)', CLAIM[standard])
    .dict(OBJECT.group, ' /Group << /S /Transparency /CS /DeviceCMYK /I true >>', '')
    .content(OBJECT.content, '/Masked gs ', '')
    .drop(OBJECT.metadata)
    .drop(OBJECT.whiteLayer)
    .drop(OBJECT.cutLayer)
    .drop(OBJECT.drillLayer)
    .drop(OBJECT.mask)
    .drop(OBJECT.maskForm)
}
