// For every check of a PDF for a press: files that break it, and nothing else, and files that come near without breaking it.
import { zlibSync } from 'fflate'
import { findPrinter } from '../../../src/design/printer.ts'
import { openWorld } from '../../../src/host/world.ts'
import type { Job } from '../../../src/preflight/press/job.ts'
import type { GwgCheckId, PressCheckId } from '../../../src/preflight/press-checks.ts'
import { OBJECT, PROFILE } from '../file/base-draft.ts'
import type { Draft } from '../file/draft.ts'

type Case = readonly [
  what: string,
  change: (draft: Draft) => Draft,
  job?: Partial<Job>,
  /** Rules that cannot but fire with it. */
  company?: readonly string[],
]

export type PressCases = { readonly bad: readonly Case[]; readonly good: readonly Case[] }

const { content, page } = OBJECT

const resource = (draft: Draft, kind: string, entry: string): Draft =>
  draft.dict(page, `/${kind} <<`, `/${kind} << ${entry}`)

/** Paints under the technical plates. */
const paint = (draft: Draft, operators: string): Draft =>
  draft.content(content, 'q /OC /LayerWhite', `q ${operators} Q q /OC /LayerWhite`)

/** The base's only text in another colour and size, on an overprinting state when asked. */
const type = (draft: Draft, color: string, size: number, overprint = false): Draft =>
  draft
    .content(content, 'q 0 0 0 1 k BT', `q ${overprint ? '/Over gs ' : ''}${color} BT`)
    .content(content, '/F 24 Tf', `/F ${size} Tf`)

const spot = (name: string, cyan: number): string =>
  `[/Separation /${name} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [${cyan} 0 0 0] /N 1 >>]`

const inSpot = (draft: Draft, key: string, name: string, cyan: number): Draft =>
  paint(resource(draft, 'ColorSpace', `/${key} ${spot(name, cyan)}`), `/${key} cs 1 scn 200 50 20 20 re f`)

/** A picture of so many pixels on so many points, in gray or in one bit. */
const picture = (draft: Draft, pixels: number, points: number, bits: 1 | 8): Draft =>
  paint(
    resource(draft, 'XObject', '/Big 30 0 R').add(
      OBJECT.spare,
      `<< /Type /XObject /Subtype /Image /Width ${pixels} /Height ${pixels} /BitsPerComponent ${bits} /ColorSpace /DeviceGray >>`,
      new Uint8Array(pixels * Math.ceil((pixels * bits) / 8)).fill(90),
    ),
    `${points} 0 0 ${points} 200 60 cm /Big Do`,
  )

const standard = findPrinter({ written: 'standard', folder: '.', project: '.' }, openWorld()).value
if (!standard) throw new Error('the standard printer is not there')

/** 3 mm of bleed, 5 mm of safe zone, text of 5 pt. */
const PRINTER = { printer: standard.spec }

/** The same printer with an ink limit of its own, in percent. */
const dryingAt = (maxInk: number): Partial<Job> => ({
  printer: { ...standard.spec, output: { ...standard.spec.output, maxInk } },
})

/** A picture all of the second colour of a palette, given in hexadecimal. */
const palette = (draft: Draft, ink: string): Draft =>
  paint(
    resource(draft, 'XObject', '/Big 30 0 R').add(
      OBJECT.spare,
      `<< /Type /XObject /Subtype /Image /Width 250 /Height 250 /BitsPerComponent 8 /ColorSpace [/Indexed /DeviceCMYK 1 <00000000${ink}>] >>`,
      new Uint8Array(250 * 250).fill(1),
    ),
    '72 0 0 72 200 60 cm /Big Do',
  )

/** Large, and 193 % of ink on the press of the base. */
const lab = (draft: Draft): Draft =>
  paint(
    resource(draft, 'ColorSpace', '/L [/Lab << /WhitePoint [0.9642 1 0.8249] >>]'),
    '/L cs 50 -20 30 sc 100 60 100 60 re f',
  )

/** A product with one hole, told from the top-left corner of the trim, in mm. */
const drilledAt = (x: number, y: number): Partial<Job> => ({ holes: () => [{ x, y, diameter: 5, keepOut: 15 }] })

const LABEL = { variant: 'label' } as const
const SHEET = { variant: 'sheet-cmyk' } as const
const SPOTS = { variant: 'sheet-spot' } as const
const DIGITAL = { variant: 'digital' } as const
const LARGE = { variant: 'large-format' } as const

const font = (draft: Draft, name: string): Draft => {
  for (const object of [OBJECT.font, OBJECT.descendant]) draft.dict(object, 'SourceSans3-Bold', name)
  return draft.dict(OBJECT.descriptor, 'SourceSans3-Bold', name)
}

const secondPage = (draft: Draft, trim: string, operators: string): Draft =>
  draft
    .dict(OBJECT.pages, '/Kids [3 0 R] /Count 1', '/Kids [3 0 R 31 0 R] /Count 2')
    .add(
      31,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 623.62205 340.15748] ${trim} /Contents 32 0 R /Resources << >> >>`,
    )
    .add(32, '<< >>', operators)

const SAME_TRIM = '/TrimBox [28.34646 28.34646 595.27559 311.81102]'
const INK = '0 0 0 1 k 100 100 50 50 re f'

/** A line of the cut plate, drawn as the base draws it. */
const cut = (draft: Draft, operators: string): Draft => draft.content(content, 're S EMC', `re S ${operators} EMC`)

/** A disc about the middle of the page. */
const disc = (radius: number): string => {
  const [x, y, k] = [311.81, 170.08, radius * 0.5523]
  return `${x + radius} ${y} m ${x + radius} ${y + k} ${x + k} ${y + radius} ${x} ${y + radius} c ${x - k} ${y + radius} ${x - radius} ${y + k} ${x - radius} ${y} c ${x - radius} ${y - k} ${x - k} ${y - radius} ${x} ${y - radius} c ${x + k} ${y - radius} ${x + radius} ${y - k} ${x + radius} ${y} c h`
}

/** A round piece of 90 points of radius, its art as wide as is said. */
const roundCut = (draft: Draft, art: number, more = ''): Draft =>
  draft
    .content(content, '20 20 560 280 re f', `${disc(art)} f ${more}`)
    .content(content, '28.34646 28.34646 566.92913 283.46457 re S', `${disc(90)} S`)

export const pressCases: Readonly<Record<GwgCheckId | PressCheckId, PressCases>> = {
  'pdf-page-sizes': {
    bad: [['trim 1 mm shorter', draft => secondPage(draft, '/TrimBox [31 28.34646 595.27559 311.81102]', INK), SHEET]],
    good: [['two pages of one size', draft => secondPage(draft, SAME_TRIM, INK), SHEET]],
  },
  'pdf-page-empty': {
    bad: [
      ['no content', draft => secondPage(draft, SAME_TRIM, ''), LARGE],
      ['content outside the trim', draft => secondPage(draft, SAME_TRIM, '0 0 0 1 k 0 0 9 9 re f')],
    ],
    good: [['an empty page in digital print', draft => secondPage(draft, SAME_TRIM, ''), DIGITAL]],
  },
  'pdf-page-count': {
    bad: [['two labels', draft => secondPage(draft, SAME_TRIM, INK), LABEL]],
    good: [['two sheets', draft => secondPage(draft, SAME_TRIM, INK), SHEET]],
  },
  'pdf-white-text-overprint': {
    bad: [
      ['0/0/0/0', draft => type(draft, '0 0 0 0 k', 24, true)],
      [
        'spot at 0 %',
        draft => type(resource(draft, 'ColorSpace', `/New ${spot('Bleu', 0.9)}`), '/New cs 0 scn', 24, true),
        LARGE,
      ],
    ],
    good: [['knocks out', draft => type(draft, '0 0 0 0 k', 24)]],
  },
  'pdf-white-path-overprint': {
    bad: [
      ['filled', draft => paint(draft, '/Over gs 0 0 0 0 k 100 100 20 20 re f')],
      ['stroked', draft => paint(draft, '/Over gs 0 0 0 0 K 2 w 100 100 m 200 100 l S')],
    ],
    good: [['knocks out', draft => paint(draft, '0 0 0 0 k 100 100 20 20 re f')]],
  },
  'pdf-black-text-knockout': {
    bad: [
      ['11 pt', draft => type(draft, '0 0 0 1 k', 11), SHEET],
      [
        'OPM 0',
        draft => type(resource(draft, 'ExtGState', '/Zero << /op true /OPM 0 >>'), '/Zero gs 0 0 0 1 k', 11),
        SHEET,
      ],
    ],
    good: [
      ['12 pt', draft => type(draft, '0 0 0 1 k', 12), SHEET],
      ['overprints', draft => type(draft, '0 0 0 1 k', 11, true), SHEET],
      ['digital print', draft => type(draft, '0 0 0 1 k', 11), DIGITAL],
    ],
  },
  'pdf-black-line-knockout': {
    bad: [
      ['stroke of 1.9 pt', draft => paint(draft, '0 0 0 1 K 1.9 w 100 100 m 200 100 l S'), SHEET],
      ['filled line of 1 pt', draft => paint(draft, '0 0 0 1 k 100 100 80 1 re f'), SHEET],
    ],
    good: [
      ['2 pt', draft => paint(draft, '0 0 0 1 K 2 w 100 100 m 200 100 l S'), SHEET],
      ['overprints', draft => paint(draft, '/Over gs 0 0 0 1 K 1 w 100 100 m 200 100 l S'), SHEET],
      ['an area', draft => paint(draft, '0 0 0 1 k 100 100 80 30 re f'), SHEET],
    ],
  },
  'pdf-gray-text': {
    bad: [['11 pt', draft => type(draft, '0 g', 11), SHEET]],
    good: [
      ['12 pt', draft => type(draft, '0 g', 12), SHEET],
      ['white', draft => type(draft, '1 g', 11), SHEET],
    ],
  },
  'pdf-gray-line': {
    bad: [['1 pt', draft => paint(draft, '0.3 G 1 w 100 100 m 200 100 l S'), SHEET]],
    good: [['2 pt', draft => paint(draft, '0.3 G 2 w 100 100 m 200 100 l S'), SHEET]],
  },
  'pdf-gray-overprint': {
    bad: [['an area', draft => paint(draft, '/Over gs 0.3 g 100 100 40 40 re f'), SHEET]],
    good: [['knocks out', draft => paint(draft, '0.3 g 100 100 40 40 re f'), SHEET]],
  },
  'pdf-font-courier': {
    bad: [['CourierNew', draft => font(draft, 'CourierNewPSMT'), SHEET]],
    good: [['large format does not ask', draft => font(draft, 'CourierNewPSMT'), LARGE]],
  },
  'pdf-rich-black-text': {
    bad: [['290 %', draft => type(draft, '0.7 0.6 0.6 1 k', 24), SHEET]],
    good: [['280 %', draft => type(draft, '0.6 0.6 0.6 1 k', 24), SHEET]],
  },
  'pdf-white-text-small': {
    bad: [
      ['7.9 pt', draft => type(draft, '0 0 0 0 k', 7.9), SHEET],
      ['0.49 pt at 1:10 is 4.9 pt', draft => type(draft, '0 0 0 0 k', 0.49), { variant: 'large-format', scale: 10 }],
    ],
    good: [
      ['8 pt', draft => type(draft, '0 0 0 0 k', 8), SHEET],
      ['7.96 pt, shown as 8', draft => type(draft, '0 0 0 0 k', 7.96), SHEET],
      ['5 pt in large format', draft => type(draft, '0 0 0 0 k', 5), LARGE],
    ],
  },
  'pdf-multi-ink-text': {
    bad: [['two inks', draft => type(draft, '0 1 1 0 k', 7.9), SHEET]],
    good: [
      ['one ink', draft => type(draft, '0 1 0 0 k', 7.9), SHEET],
      ['8 pt', draft => type(draft, '0 1 1 0 k', 8), SHEET],
    ],
  },
  'pdf-white-line': {
    bad: [['0.2 pt', draft => paint(draft, '0 0 0 0 K 0.2 w 100 100 m 200 100 l S'), SHEET]],
    good: [['0.25 pt', draft => paint(draft, '0 0 0 0 K 0.25 w 100 100 m 200 100 l S'), SHEET]],
  },
  'pdf-multi-ink-line': {
    bad: [['0.9 pt on a label', draft => paint(draft, '0 1 1 0 K 0.9 w 100 100 m 200 100 l S'), LABEL]],
    good: [
      ['1.5 pt', draft => paint(draft, '0 1 1 0 K 1.5 w 100 100 m 200 100 l S'), LABEL],
      ['one ink', draft => paint(draft, '0 1 0 0 K 0.9 w 100 100 m 200 100 l S'), LABEL],
    ],
  },
  'pdf-spot-count': {
    bad: [['a brand ink', draft => inSpot(draft, 'New', 'PANTONE#20293#20C', 0.9), SHEET]],
    good: [
      ['large format', draft => inSpot(draft, 'New', 'PANTONE#20293#20C', 0.9), LARGE],
      ['a plate by its usual name', draft => inSpot(draft, 'New', 'Spot_White', 0.9), SHEET],
    ],
  },
  'pdf-spot-suffix': {
    bad: [
      ['C and U', draft => inSpot(inSpot(draft, 'A', 'PANTONE#20293#20C', 0.9), 'B', 'PANTONE#20293#20U', 0.8), LABEL],
      ['no space', draft => inSpot(inSpot(draft, 'A', 'Pantone#20293C', 0.9), 'B', 'PANTONE#20293#20CV', 0.8), LABEL],
    ],
    good: [
      [
        'two numbers',
        draft => inSpot(inSpot(draft, 'A', 'PANTONE#20293#20C', 0.9), 'B', 'PANTONE#20294#20C', 0.8),
        LABEL,
      ],
    ],
  },
  'pdf-spot-twins': {
    bad: [['one colour', draft => inSpot(inSpot(draft, 'A', 'Bleu', 0.9), 'B', 'Azur', 0.9), LABEL]],
    good: [['two colours', draft => inSpot(inSpot(draft, 'A', 'Bleu', 0.9), 'B', 'Azur', 0.8), LABEL]],
  },
  'pdf-color-early': {
    bad: [
      [
        'Lab',
        draft =>
          paint(
            resource(draft, 'ColorSpace', '/New [/Lab << /WhitePoint [0.96 1 0.82] >>]'),
            '/New cs 50 0 0 scn 100 100 40 40 re f',
          ),
        SHEET,
      ],
    ],
    good: [['a spot ink', draft => inSpot(draft, 'New', 'Bleu', 0.9), SPOTS]],
  },
  'pdf-color-intermediate': {
    bad: [
      [
        'a path in Lab',
        draft =>
          paint(
            resource(draft, 'ColorSpace', '/New [/Lab << /WhitePoint [0.96 1 0.82] >>]'),
            '/New cs 50 0 0 scn 100 100 40 40 re f',
          ),
        DIGITAL,
      ],
    ],
    good: [
      [
        'a picture in Lab',
        draft =>
          paint(
            resource(draft, 'ColorSpace', '/New [/Lab << /WhitePoint [0.96 1 0.82] >>]'),
            '20 0 0 20 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /New ID aaa EI',
          ),
        DIGITAL,
      ],
    ],
  },
  'pdf-color-late': {
    bad: [
      [
        'calibrated RGB on a path',
        draft =>
          paint(
            resource(draft, 'ColorSpace', '/New [/CalRGB << /WhitePoint [0.96 1 0.82] >>]'),
            '/New cs 1 0 0 scn 100 100 40 40 re f',
          ),
        LARGE,
      ],
    ],
    good: [
      [
        'Lab on a path',
        draft =>
          paint(
            resource(draft, 'ColorSpace', '/New [/Lab << /WhitePoint [0.96 1 0.82] >>]'),
            '/New cs 50 0 0 scn 100 100 40 40 re f',
          ),
        LARGE,
      ],
    ],
  },
  'pdf-image-ppi': {
    bad: [
      ['148 ppi on a sheet', draft => picture(draft, 148, 72, 8), SHEET],
      ['200 ppi: between error and warning', draft => picture(draft, 200, 72, 8), SHEET],
      ['90 ppi at 3 m', draft => picture(draft, 90, 72, 8), { variant: 'large-format', distance: 3 }],
      ['300 ppi at 1:10', draft => picture(draft, 300, 72, 8), { variant: 'large-format', scale: 10 }],
    ],
    good: [
      ['225 ppi', draft => picture(draft, 225, 72, 8), SHEET],
      ['101 ppi at 3 m', draft => picture(draft, 101, 72, 8), { variant: 'large-format', distance: 3 }],
      ['16 pixels are a flat colour', draft => picture(draft, 16, 72, 8), SHEET],
    ],
  },
  'pdf-bitmap-ppi': {
    bad: [['600 ppi', draft => picture(draft, 600, 72, 1), SHEET]],
    good: [['800 ppi', draft => picture(draft, 800, 72, 1), SHEET]],
  },
  'pdf-intent-cmyk': {
    bad: [
      [
        'RGB',
        draft =>
          draft.data(OBJECT.profile, () => {
            const bytes = Uint8Array.from(PROFILE)
            bytes.set(Buffer.from('RGB '), 16)
            return zlibSync(bytes, { level: 1 })
          }),
        SHEET,
        ['pdfx-device-color', 'pdfx-output-profile'],
      ],
    ],
    good: [['CMYK', draft => draft, SHEET]],
  },
  'pdf-norm': {
    bad: [
      [
        'nothing said',
        draft => draft.dict(OBJECT.info, '/GTS_PDFXVersion (PDF/X-4)', '').dict(OBJECT.catalog, '/Metadata 6 0 R', ''),
      ],
    ],
    good: [['said in XMP alone', draft => draft.dict(OBJECT.info, '/GTS_PDFXVersion (PDF/X-4)', '')]],
  },
  'pdf-small-text': {
    bad: [['4.9 pt', draft => type(draft, '0 0 0 1 k', 4.9, true), PRINTER]],
    good: [['5 pt', draft => type(draft, '0 0 0 1 k', 5, true), PRINTER]],
  },
  'pdf-hairline': {
    bad: [
      ['width 0', draft => paint(draft, '/Over gs 0 0 0 1 K 0 w 100 100 m 200 100 l S'), SHEET],
      [
        'scaled down',
        draft => paint(draft, '/Over gs 0.1 0 0 0.1 0 0 cm 0 0 0 1 K 1 w 1000 1000 m 2000 1000 l S'),
        SHEET,
      ],
    ],
    good: [
      ['0.25 pt', draft => paint(draft, '/Over gs 0 0 0 1 K 0.25 w 100 100 m 200 100 l S'), SHEET],
      ['scaled up', draft => paint(draft, '/Over gs 10 0 0 10 0 0 cm 0 0 0 1 K 0.1 w 10 10 m 20 10 l S'), SHEET],
    ],
  },
  'pdf-object-ink': {
    bad: [['340 %', draft => paint(draft, '0.8 0.8 0.8 1 k 100 100 40 40 re f'), SHEET]],
    good: [['320 %', draft => paint(draft, '0.8 0.7 0.7 1 k 100 100 40 40 re f'), SHEET]],
  },
  'pdf-page-ink': {
    bad: [
      [
        'two inks that overprint add up to 340 %',
        draft => paint(draft, '0.8 0.8 0 0 k 100 60 100 60 re f /Over gs 0 0 0.8 1 k 100 60 100 60 re f'),
        SHEET,
      ],
      ['a palette of one ink too heavy', draft => palette(draft, 'F2CCCCFF'), SHEET],
      ['a colour of Lab beyond a printer’s limit', draft => lab(draft), { ...LARGE, ...dryingAt(160) }],
    ],
    good: [
      ['a palette within the limit', draft => palette(draft, 'CCB3B3FF'), SHEET],
      ['a colour of Lab within a printer’s limit', draft => lab(draft), { ...LARGE, ...dryingAt(300) }],
      ['knocked out', draft => paint(draft, '0.8 0.8 0 0 k 100 60 100 60 re f 0 0 0.8 1 k 100 60 100 60 re f'), SHEET],
      [
        'smaller than the square',
        draft => paint(draft, '0.8 0.8 0 0 k 100 60 20 60 re f /Over gs 0 0 0.8 1 k 100 60 20 60 re f'),
        SHEET,
      ],
    ],
  },
  'pdf-bleed-painted': {
    bad: [
      [
        'stops at the cut at the bottom',
        draft => draft.content(content, '20 20 560 280 re f', '20 28.34646 560 271.6 re f'),
      ],
      ['stops 2 mm beyond', draft => draft.content(content, '20 20 560 280 re f', '20 22.6 560 277 re f')],
      ['stops at a round cut', draft => roundCut(draft, 90)],
      [
        'stops at the sides of a trim that the only cut line does not follow',
        draft => roundCut(draft, 90, '29 29 566 282 re f'),
      ],
    ],
    good: [
      ['stops short of the cut', draft => draft.content(content, '20 20 560 280 re f', '40 40 500 240 re f')],
      [
        'covered by another shape',
        draft => draft.content(content, '20 20 560 280 re f', '20 28.34646 560 271.6 re f 20 19 560 20 re f'),
      ],
      ['goes 3 mm beyond a round cut, and no farther', draft => roundCut(draft, 100)],
      [
        'a window cut in the piece has no bleed of its own',
        draft =>
          cut(
            draft.content(content, '20 20 560 280 re f', '20 19 90 310 re f 190 19 395 310 re f'),
            '110 100 m 190 100 l 190 200 l 110 200 l h S',
          ),
      ],
    ],
  },
  'pdf-font-type3': {
    bad: [
      [
        'a letter drawn as a square',
        draft =>
          paint(
            resource(draft, 'Font', '/T 30 0 R')
              .add(
                OBJECT.spare,
                '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 31 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << >> >>',
              )
              .add(31, '<< >>', '1000 0 0 0 750 750 d1 0 0 750 750 re f'),
            '0 0 0 1 k BT /T 24 Tf 300 200 Td (a) Tj ET',
          ),
      ],
    ],
    good: [['OpenType', draft => draft]],
  },
  'pdf-safe-zone': {
    bad: [
      ['3 mm from the left cut', draft => draft.content(content, '1 0 0 1 60 200 Tm', '1 0 0 1 36.9 200 Tm'), PRINTER],
    ],
    good: [
      ['6 mm', draft => draft.content(content, '1 0 0 1 60 200 Tm', '1 0 0 1 46 200 Tm'), PRINTER],
      ['nobody says how far', draft => draft.content(content, '1 0 0 1 60 200 Tm', '1 0 0 1 36.9 200 Tm')],
    ],
  },
  'pdf-keep-out': {
    bad: [
      ['a hole in the words', draft => draft.content(content, '50 50 5 5 re f', '64 200 9 9 re f')],
      // The words begin 60 pt from the left of the page and 140 from its top: 11.2 and 39.4 mm from the trim.
      [
        'a hole of the product under the words',
        draft => draft.content(content, '50 50 5 5 re f', ''),
        drilledAt(12, 39),
      ],
    ],
    good: [
      ['a hole of the product elsewhere', draft => draft.content(content, '50 50 5 5 re f', ''), drilledAt(100, 10)],
      ['holes drawn count before those of the product', draft => draft, drilledAt(12, 39)],
      ['beside', draft => draft.content(content, '50 50 5 5 re f', '64 170 9 9 re f')],
    ],
  },
  'pdf-plate-name': {
    bad: [
      ['another name of the trade', draft => draft.dict(OBJECT.cut, '/CutContour', '/Dieline'), PRINTER],
      ['other capitals', draft => draft.dict(OBJECT.cut, '/CutContour', '/cutcontour'), PRINTER],
      [
        'white where there is none',
        draft => draft,
        { printer: { ...standard.spec, white: { ...standard.spec.white, plate: 'none' } } },
      ],
    ],
    good: [
      ['the printer’s own name', draft => draft, PRINTER],
      ['nobody says which', draft => draft.dict(OBJECT.cut, '/CutContour', '/Dieline')],
      [
        'a shop that has published none',
        draft => draft.dict(OBJECT.cut, '/CutContour', '/Dieline'),
        { printer: { ...standard.spec, gaps: ['plates'] } },
      ],
    ],
  },
  'pdf-cut-open': {
    bad: [
      ['a gap of 5 mm', draft => cut(draft, '100 100 m 200 100 l 200 200 l 100 114 l S')],
      ['two subpaths, one open', draft => cut(draft, '100 100 m 200 100 l 200 200 l h 300 100 m 400 100 l S')],
    ],
    good: [
      ['closed by h', draft => cut(draft, '100 100 m 200 100 l 200 200 l h S')],
      ['closed by s', draft => cut(draft, '100 100 m 200 100 l 200 200 l s')],
      ['ends that meet', draft => cut(draft, '100 100 m 200 100 l 200 200 l 100 100 l S')],
    ],
  },
  'pdf-cut-duplicate': {
    bad: [
      ['twice', draft => cut(draft, '100 100 m 200 100 l 200 200 l h S 100 100 m 200 100 l 200 200 l h S')],
      [
        'the other way round',
        draft => cut(draft, '100 100 m 200 100 l 200 200 l h S 200 200 m 200 100 l 100 100 l h S'),
      ],
    ],
    good: [
      ['side by side', draft => cut(draft, '100 100 m 200 100 l 200 200 l h S 101 100 m 201 100 l 201 200 l h S')],
    ],
  },
}
