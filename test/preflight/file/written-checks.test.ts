// Our file against the piece it was made of: each rule fires when the file and what was wanted part.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkPdf } from '../../../src/preflight/check-pdf.ts'
import type { PageExpectation, PdfExpectation } from '../../../src/preflight/file/expectation.ts'
import { type WrittenRuleId, writtenChecks } from '../../../src/preflight/written-checks.ts'
import { baseDraft, OBJECT, PROFILE, TEXT, TITLE } from './base-draft.ts'
import type { Draft } from './draft.ts'
import { flatDraft } from './flat-draft.ts'

const PAGE: PageExpectation = {
  width: 200,
  height: 100,
  bleed: [3, 3, 3, 3],
  slug: [7, 7, 7, 7],
  inks: ['Cyan', 'Magenta', 'Yellow', 'Black', 'White', 'CutContour', 'Drill', 'All'],
  texts: [TEXT],
  outlined: false,
  holes: 1,
}

const WANTED: PdfExpectation = {
  standard: 'x4',
  title: TITLE,
  description: '',
  lang: 'fr',
  pages: [PAGE],
  plates: {
    white: 'White',
    cut: 'CutContour',
    'kiss-cut': 'KissCut',
    drill: 'Drill',
    varnish: 'Varnish',
    braille: 'Braille',
    engrave: 'Engrave',
  },
  profileSha256: createHash('sha256').update(PROFILE).digest('hex'),
}

const page = (change: Partial<PageExpectation>): PdfExpectation => ({ ...WANTED, pages: [{ ...PAGE, ...change }] })
const same = (draft: Draft): Draft => draft

type Case = readonly [what: string, wanted: PdfExpectation, change: (draft: Draft) => Draft]

/** `written-plates` judges files without layers: see `flatCases`. */
const cases: Readonly<Record<Exclude<WrittenRuleId, 'written-plates'>, readonly Case[]>> = {
  'written-pages': [
    ['one too few', { ...WANTED, pages: [PAGE, PAGE] }, same],
    ['one too many', { ...WANTED, pages: [] }, same],
  ],
  'written-boxes': [
    ['trim 0.02 mm wider', WANTED, draft => draft.dict(OBJECT.page, '595.27559', '595.33228')],
    ['unequal bleed upside down', page({ bleed: [2, 3, 4, 3], slug: [8, 7, 6, 7] }), same],
    ['portrait for landscape', page({ width: 100, height: 200 }), same],
  ],
  'written-inks': [
    ['plate too many', page({ inks: PAGE.inks.filter(ink => ink !== 'White') }), same],
    ['plate too few', page({ inks: [...PAGE.inks, 'Varnish'] }), same],
    ['process ink too many', page({ inks: PAGE.inks.filter(ink => ink !== 'Yellow') }), same],
  ],
  'written-text': [
    ['lost', page({ texts: [TEXT, 'Ville de Bordeaux'] }), same],
    ['said once, wanted twice', page({ texts: [TEXT, TEXT] }), same],
    ['accent', page({ texts: [TEXT.replace('è', 'e')] }), same],
    ['in excess', page({ texts: [TEXT.slice(0, 6)] }), same],
  ],
  'written-fonts': [
    [
      'outlined, yet a font',
      page({ outlined: true, texts: [] }),
      draft =>
        draft
          .content(OBJECT.content, 'BT', '/Span << /ActualText () >> BDC BT')
          .content(OBJECT.content, 'ET', 'ET EMC'),
    ],
    ['invisible', WANTED, draft => draft.content(OBJECT.content, '24 Tf', '24 Tf 3 Tr')],
  ],
  'written-title': [
    ['title', { ...WANTED, title: 'Autre' }, same],
    ['order of inks', { ...WANTED, description: 'Page 1, recto : CMJN puis blanc.' }, same],
    ['language', WANTED, draft => draft.dict(OBJECT.catalog, '(fr)', '(en)')],
    ['no language', WANTED, draft => draft.dict(OBJECT.catalog, '/Lang (fr)', '')],
  ],
  'written-profile': [['another', { ...WANTED, profileSha256: '0'.repeat(64) }, same]],
  'written-holes': [
    ['lost', page({ holes: 2 }), same],
    ['in excess', page({ holes: 0 }), same],
  ],
}

const flatCases: readonly (readonly [what: string, rule: string, change: (draft: Draft) => Draft])[] = [
  [
    'a plate without overprint',
    'written-plates',
    draft => draft.content(OBJECT.content, '/Over gs /White cs', '/White cs'),
  ],
  ['a line without overprint', 'written-plates', draft => draft.content(OBJECT.content, '/Over gs /Cut CS', '/Cut CS')],
  [
    'art after a plate',
    'written-plates',
    draft => draft.content(OBJECT.content, 'q /Reg CS', 'q 0 0 0 0.5 k 40 40 9 9 re f Q q /Reg CS'),
  ],
  ['a hole lost', 'written-holes', draft => draft.content(OBJECT.content, '50 50 5 5 re f', '50 50 5 5 re n')],
]

describe.each(['x1a', 'x3'] as const)('a file of %s', standard => {
  const wanted: PdfExpectation = { ...WANTED, standard }

  it('has no finding when it is what was wanted', () => {
    expect(checkPdf(flatDraft(standard).bytes(), wanted)).toEqual([])
  })

  for (const [what, rule, change] of flatCases)
    it(`${rule}: ${what}`, () => {
      const found = checkPdf(change(flatDraft(standard)).bytes(), wanted)
      expect(found.map(diagnostic => diagnostic.rule)).toContain(rule)
    })

  it('is judged by what was asked for, whatever it says', () => {
    const found = checkPdf(baseDraft().bytes(), wanted)
    expect(found.map(diagnostic => diagnostic.rule)).toContain('pdfx-identification')
  })
})

describe('a file that is what was wanted', () => {
  it('has no finding', () => {
    expect(checkPdf(baseDraft().bytes(), WANTED)).toEqual([])
  })

  it('may say its text in another order, in several runs, with other spaces', () => {
    const wanted = page({ texts: ['« L’Île »', 'Crèche '] })
    expect(checkPdf(baseDraft().bytes(), wanted)).toEqual([])
  })
})

describe('every written rule has a case that makes it fire, and only it', () => {
  it('no rule is left out', () => {
    expect([...Object.keys(cases), 'written-plates'].sort()).toEqual(Object.keys(writtenChecks).sort())
  })

  for (const [rule, list] of Object.entries(cases)) {
    for (const [what, wanted, change] of list) {
      it(`${rule}: ${what}`, () => {
        const found = checkPdf(change(baseDraft()).bytes(), wanted)
        expect([...new Set(found.map(diagnostic => diagnostic.rule))]).toEqual([rule])
      })
    }
  }
})
