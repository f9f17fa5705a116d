// For every file rule, the ways to break it and nothing else, starting from the base draft.
import { zlibSync } from 'fflate'
import type { FileRuleId } from '../../../src/preflight/file-checks.ts'
import { OBJECT, PROFILE } from './base-draft.ts'
import type { Draft } from './draft.ts'

export type Mutation = readonly [what: string, change: (draft: Draft) => Draft | Uint8Array]

const { catalog, page, content, info, metadata, intent, profile, font, descendant, spare } = OBJECT

const resource = (draft: Draft, kind: string, entry: string): Draft =>
  draft.dict(page, `/${kind} <<`, `/${kind} << ${entry}`)

const spot = (name: string, alternate = '0.1 0 0 0'): string =>
  `[/Separation /${name} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [${alternate}] /N 1 >>]`

/** Adds a graphics state and uses it before anything is painted. */
const state = (draft: Draft, entries: string): Draft =>
  resource(draft, 'ExtGState', `/New << ${entries} >>`).content(content, 'q 0 0 600', 'q /New gs 0 0 600')

/** Paints a small square with a new colour space. */
const paintIn = (draft: Draft, space: string, components: string): Draft =>
  resource(draft, 'ColorSpace', `/New ${space}`).content(
    content,
    'q /Sh sh',
    `q /New cs ${components} scn 40 40 9 9 re f Q q /Sh sh`,
  )

const icc = (draft: Draft, change: (bytes: Uint8Array) => void): Draft => {
  const bytes = Uint8Array.from(PROFILE)
  change(bytes)
  return draft.data(profile, () => zlibSync(bytes, { level: 1 }))
}

const write = (bytes: Uint8Array, at: number, text: string): void => bytes.set(Buffer.from(text, 'latin1'), at)

const profileOf = (draft: Draft, change: (bytes: Uint8Array) => void): Draft => {
  const bytes = Uint8Array.from(PROFILE)
  change(bytes)
  return draft.add(spare, '<< /N 3 /Filter /FlateDecode >>', zlibSync(bytes, { level: 1 }))
}

const flateImage = (draft: Draft, size: number): Draft =>
  draft
    .dict(OBJECT.image, '/ASCIIHexDecode', '/FlateDecode')
    .data(OBJECT.image, () => zlibSync(new Uint8Array(size).fill(9)))

const annotation = (draft: Draft, entries: string): Draft =>
  draft.dict(page, '/Contents', '/Annots [30 0 R] /Contents').add(spare, `<< /Type /Annot ${entries} >>`)

const OUTSIDE = '/Rect [0 0 5 5]'

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const latin1 = (words: string): Uint8Array => Uint8Array.from(Buffer.from(words, 'latin1'))

const surgery = (draft: Draft, from: string, to: string): Uint8Array => {
  const whole = text(draft.bytes())
  if (!whole.includes(from)) throw new Error(`“${from}” is not in the file`)
  return latin1(whole.replace(from, to))
}

/** Of the rules that judge X-4; the others’ are in flat-mutations. */
export const mutations: Readonly<Partial<Record<FileRuleId, readonly Mutation[]>>> = {
  'pdfx-version': [
    ['header 1.7', draft => Object.assign(draft, { version: '1.7' })],
    ['header 2.0', draft => Object.assign(draft, { version: '2.0' })],
    ['catalog 1.7', draft => draft.dict(catalog, '/Pages', '/Version /1.7 /Pages')],
  ],
  'pdfx-file-id': [
    ['absent', draft => draft.inTrailer('/ID', '/Id')],
    ['one only', draft => draft.inTrailer(' <00112233445566778899AABBCCDDEEFF>]', ']')],
    ['short', draft => draft.inTrailer('<00112233445566778899AABBCCDDEEFF>]', '<0011>]')],
  ],
  'pdfx-filter': [
    [
      'LZW',
      draft =>
        draft.add(
          spare,
          '<< /Filter /LZWDecode >>',
          Uint8Array.of(0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01),
        ),
    ],
    ['Crypt', draft => draft.add(spare, '<< /Filter [/Crypt] >>', 'x')],
    ['external', draft => draft.add(spare, '<< /F (other.bin) >>', '')],
    [
      'inline',
      draft => draft.content(content, 'q /Sh sh', 'BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID \x80\x0b\x60 EI q /Sh sh'),
    ],
  ],
  'pdfx-info': [
    ['no title', draft => draft.dict(info, '/Title <FEFF', '/Titre <FEFF')],
    ['no modification date', draft => draft.dict(info, '/ModDate', '/Mod')],
    ['illegal date', draft => draft.dict(info, '/ModDate (D:20260102030405Z)', '/ModDate (2026-01-02)')],
    [
      'no such month',
      draft => draft.dict(info, '/CreationDate (D:20260102030405Z)', '/CreationDate (D:20261302030405Z)'),
    ],
  ],
  'pdfx-trapped': [
    ['absent', draft => draft.dict(info, '/Trapped /False', '')],
    ['string', draft => draft.dict(info, '/Trapped /False', '/Trapped (False)')],
    [
      'unknown',
      draft =>
        draft.dict(info, '/Trapped /False', '/Trapped /Unknown').content(metadata, 'Trapped>False', 'Trapped>Unknown'),
    ],
  ],
  'pdfx-xmp': [
    ['absent', draft => draft.dict(catalog, '/Metadata 6 0 R', '')],
    ['malformed', draft => draft.content(metadata, '</rdf:Description>', '')],
    ['ampersand', draft => draft.content(metadata, 'essai', 'a & b')],
    ['not UTF-8', draft => draft.content(metadata, 'essai', '\xe9')],
    [
      'compressed',
      draft => draft.dict(metadata, '/XML', '/XML /Filter /FlateDecode').data(metadata, bytes => zlibSync(bytes)),
    ],
    ['no subtype', draft => draft.dict(metadata, '/Subtype /XML', '')],
    ['entities', draft => draft.content(metadata, '<x:xmpmeta', '<!DOCTYPE x [<!ENTITY a "a">]><x:xmpmeta')],
  ],
  'pdfx-identification': [
    ['absent', draft => draft.content(metadata, '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>', '')],
    [
      'twice',
      draft => draft.content(metadata, '<pdfxid', '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdfxid'),
    ],
    ['X-6', draft => draft.content(metadata, 'PDF/X-4', 'PDF/X-6')],
    [
      'other namespace',
      draft => draft.content(metadata, 'http://www.npes.org/pdfx/ns/id/', 'http://www.npes.org/pdfx/ns/'),
    ],
  ],
  'pdfx-xmp-properties': [
    [
      'no metadata date',
      draft => draft.content(metadata, '<xmp:MetadataDate>2026-01-02T03:04:05Z</xmp:MetadataDate>', ''),
    ],
    ['no rendition class', draft => draft.content(metadata, '>default<', '><')],
    ['no version', draft => draft.content(metadata, '<xmpMM:VersionID>1</xmpMM:VersionID>', '')],
    [
      'illegal date',
      draft => draft.content(metadata, '<xmp:ModifyDate>2026-01-02T03:04:05Z', '<xmp:ModifyDate>2 janvier'),
    ],
  ],
  'pdfx-info-xmp': [
    ['title', draft => draft.content(metadata, 'essai', 'autre')],
    [
      'order of inks',
      draft =>
        draft
          .dict(info, '/Creator (essai)', '/Subject (CMJN puis blanc) /Creator (essai)')
          .content(
            metadata,
            '<dc:title>',
            '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">blanc puis CMJN</rdf:li></rdf:Alt></dc:description><dc:title>',
          ),
    ],
    ['date', draft => draft.dict(info, '/ModDate (D:20260102030405Z)', '/ModDate (D:20260102030406Z)')],
    ['zone', draft => draft.dict(info, '/ModDate (D:20260102030405Z)', "/ModDate (D:20260102030405+02'00')")],
    ['trapped', draft => draft.content(metadata, 'Trapped>False', 'Trapped>True')],
  ],
  'pdfx-output-intent': [
    ['none', draft => draft.dict(catalog, '/OutputIntents [7 0 R]', '')],
    ['two', draft => draft.dict(catalog, '[7 0 R]', '[7 0 R 7 0 R]')],
    ['PDF/A only', draft => draft.dict(intent, '/GTS_PDFX', '/GTS_PDFA1')],
  ],
  'pdfx-output-condition': [
    ['empty', draft => draft.dict(intent, '(FOGRA39)', '()')],
    ['custom without a word', draft => draft.dict(intent, '(http://www.color.org) /Info (ISO Coated v2 300 %)', '()')],
  ],
  'pdfx-profile-embedded': [['absent', draft => draft.dict(intent, '/DestOutputProfile 8 0 R', '')]],
  'pdfx-output-profile': [
    ['monitor', draft => icc(draft, bytes => write(bytes, 12, 'mntr'))],
    ['version 5', draft => icc(draft, bytes => bytes.set([5], 8))],
    ['channels', draft => draft.dict(profile, '/N 4', '/N 3')],
    ['not a profile', draft => icc(draft, bytes => write(bytes, 36, 'xxxx'))],
    ['no B2A', draft => icc(draft, bytes => write(bytes, text(bytes.subarray(0, 400)).indexOf('B2A0'), 'xxxx'))],
    ['cut short', draft => draft.data(profile, () => zlibSync(PROFILE.subarray(0, 400_000), { level: 1 }))],
    [
      'two profiles',
      draft =>
        profileOf(draft, bytes => bytes.set([1], 100))
          .dict(spare, '/N 3', '/N 4')
          .dict(catalog, '[7 0 R]', '[7 0 R << /Type /OutputIntent /S /GTS_PDFA1 /DestOutputProfile 30 0 R >>]'),
    ],
  ],
  'pdfx-trim-box': [
    ['absent', draft => draft.dict(page, '/TrimBox', '/Trim')],
    ['with an art box', draft => draft.dict(page, '/TrimBox', '/ArtBox [100 100 200 200] /TrimBox')],
    ['unreadable', draft => draft.dict(page, '/TrimBox [', '/ArtBox [100 100 200] /TrimBox [')],
  ],
  'pdfx-box-nesting': [
    ['trim out of bleed', draft => draft.dict(page, '/BleedBox [19.84252', '/BleedBox [40')],
    ['bleed out of media', draft => draft.dict(page, '/BleedBox [19.84252', '/BleedBox [-1')],
    ['trim out by a hair', draft => draft.dict(page, '595.27559', '603.85')],
  ],
  'pdfx-preseparated': [
    [
      'plate',
      draft => draft.dict(page, '/Contents', '/SeparationInfo << /Pages [3 0 R] /DeviceColorant /Cyan >> /Contents'),
    ],
  ],
  'pdfx-view-area': [
    ['trim', draft => draft.dict(catalog, '/Pages', '/ViewerPreferences << /PrintClip /TrimBox >> /Pages')],
    ['crop', draft => draft.dict(catalog, '/Pages', '/ViewerPreferences << /ViewArea /CropBox >> /Pages')],
  ],
  'pdfx-actions': [
    ['open', draft => draft.dict(catalog, '/Pages', '/OpenAction [3 0 R /Fit] /Pages')],
    ['additional', draft => draft.dict(page, '/Contents', '/AA << >> /Contents')],
    ['script', draft => draft.dict(catalog, '/Pages', '/Names << /JavaScript << /Names [] >> >> /Pages')],
    ['action', draft => draft.add(spare, '<< /Type /Action /S /URI /URI (http://example.org) >>')],
    ['link', draft => annotation(draft, `/Subtype /Link ${OUTSIDE} /A << /S /URI >>`)],
  ],
  'pdfx-form-fields': [
    [
      'field',
      draft => draft.dict(catalog, '/Pages', '/AcroForm << /Fields [30 0 R] >> /Pages').add(spare, '<< /FT /Tx >>'),
    ],
    ['XFA', draft => draft.dict(catalog, '/Pages', '/AcroForm << /XFA (x) /Fields [] >> /Pages')],
  ],
  'pdfx-attachments': [
    ['names', draft => draft.dict(catalog, '/Pages', '/Names << /EmbeddedFiles << /Names [] >> >> /Pages')],
    ['file', draft => draft.add(spare, '<< /Type /EmbeddedFile >>', 'x')],
    ['annotation', draft => annotation(draft, `/Subtype /FileAttachment ${OUTSIDE}`)],
  ],
  'pdfx-annotations': [
    ['note', draft => annotation(draft, '/Subtype /Text /Rect [100 100 120 120]')],
    ['without a place', draft => annotation(draft, '/Subtype /Text')],
  ],
  'pdfx-multimedia': [
    ['film', draft => annotation(draft, `/Subtype /Movie ${OUTSIDE}`)],
    ['3D', draft => annotation(draft, `/Subtype /3D ${OUTSIDE}`)],
  ],
  'pdfx-device-color': [
    ['rg', draft => draft.content(content, '0.1 0.2 0.3 0 k', '1 0 0 rg')],
    ['RG', draft => draft.content(content, '/Reg CS 1 SCN', '1 0 0 RG')],
    ['picture', draft => draft.dict(OBJECT.image, '/DeviceCMYK', '/DeviceRGB')],
    ['inline picture', draft => draft.content(content, 'q /Sh sh', 'BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI q /Sh sh')],
    ['gradient', draft => draft.dict(OBJECT.shading, '/DeviceCMYK', '/DeviceRGB')],
    ['group', draft => draft.dict(OBJECT.group, '/CS /DeviceCMYK', '/CS /DeviceRGB')],
    ['page group', draft => draft.dict(page, '/CS /DeviceCMYK', '/CS /DeviceRGB')],
    ['mask group', draft => draft.dict(OBJECT.maskForm, '/CS /DeviceGray', '/CS /DeviceRGB')],
    ['inside a form', draft => draft.content(OBJECT.group, '0.5 g', '1 0 0 rg')],
    ['inside a mask', draft => draft.content(OBJECT.maskForm, '0.5 g', '1 0 0 rg')],
    ['alternate', draft => draft.dict(OBJECT.white, '/DeviceCMYK', '/DeviceRGB')],
    ['indexed', draft => paintIn(draft, '[/Indexed /DeviceRGB 1 <000000FFFFFF>]', '1')],
    ['array form', draft => paintIn(draft, '[/DeviceRGB]', '1 0 0')],
    [
      'tile',
      draft =>
        resource(draft, 'Shading', '')
          .dict(page, '/Font <<', '/Pattern << /Tile 30 0 R >> /Font <<')
          .add(
            spare,
            '<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >> >>',
            '1 0 0 rg 0 0 5 5 re f',
          )
          .content(content, 'q /Sh sh', 'q /Pattern cs /Tile scn 40 40 9 9 re f Q q /Sh sh'),
    ],
  ],
  'pdfx-icc-color': [
    [
      'channels',
      draft =>
        paintIn(
          profileOf(draft, () => {}),
          '[/ICCBased 30 0 R]',
          '0 0 0',
        ),
    ],
    [
      'class',
      draft =>
        paintIn(
          profileOf(draft, bytes => {
            write(bytes, 16, 'RGB ')
            write(bytes, 12, 'link')
          }),
          '[/ICCBased 30 0 R]',
          '0 0 0',
        ),
    ],
    [
      'version',
      draft =>
        paintIn(
          profileOf(draft, bytes => {
            write(bytes, 16, 'RGB ')
            bytes.set([5], 8)
          }),
          '[/ICCBased 30 0 R]',
          '0 0 0',
        ),
    ],
    ['not a profile', draft => paintIn(draft.add(spare, '<< /N 3 >>', 'profile'), '[/ICCBased 30 0 R]', '0 0 0')],
  ],
  'pdf-icc-cmyk': [
    ['fill', draft => paintIn(draft, '[/ICCBased 8 0 R]', '0 0 0 1')],
    ['picture', draft => draft.dict(OBJECT.image, '/DeviceCMYK', '[/ICCBased 8 0 R]')],
  ],
  'pdfx-spot-consistent': [
    ['alternate', draft => paintIn(draft, spot('White', '0.2 0 0 0'), '1')],
    ['exponent', draft => paintIn(draft, spot('CutContour', '0 1 0 0').replace('/N 1', '/N 2'), '1')],
  ],
  'pdf-spot-names': [
    ['case', draft => paintIn(draft, spot('white'), '1')],
    ['separator', draft => paintIn(draft, spot('Cut_Contour'), '1')],
    ['escaped case', draft => paintIn(draft, spot('#77hite'), '1')],
    ['empty', draft => paintIn(draft, spot(''), '1')],
  ],
  'pdfx-nchannel': [
    [
      'not described',
      draft =>
        paintIn(
          draft,
          '[/DeviceN [/Cyan /Or] /DeviceCMYK << /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1 0 1] >> << /Subtype /NChannel >>]',
          '0 1',
        ),
    ],
  ],
  'pdf-registration-color': [
    ['inside', draft => draft.content(content, '28.34646 2 m 28.34646 18 l', '28.34646 2 m 28.34646 40 l')],
    ['fill', draft => draft.content(content, '0.1 0.2 0.3 0 k', '/Reg cs 1 scn')],
  ],
  'pdfx-rendering-intent': [
    ['ri', draft => draft.content(content, 'q 0 0 600', 'q /Photo ri 0 0 600')],
    ['state', draft => state(draft, '/RI /Best')],
    ['picture', draft => draft.dict(OBJECT.image, '/Width', '/Intent /Vivid /Width')],
  ],
  'pdfx-alternate-content': [
    ['alternates', draft => draft.dict(OBJECT.image, '/Width', '/Alternates [] /Width')],
    ['OPI', draft => draft.dict(OBJECT.group, '/BBox', '/OPI << >> /BBox')],
    ['reference', draft => draft.dict(OBJECT.group, '/BBox', '/Ref << /F (a.pdf) /Page 0 >> /BBox')],
  ],
  'pdfx-transfer-curve': [
    ['TR', draft => state(draft, '/TR /Identity')],
    ['TR2', draft => state(draft, '/TR2 << /FunctionType 2 /Domain [0 1] /N 2 >>')],
  ],
  'pdfx-halftone': [
    ['type', draft => state(draft, '/HT << /Type /Halftone /HalftoneType 6 >>')],
    ['name', draft => state(draft, '/HT << /Type /Halftone /HalftoneType 1 /HalftoneName (x) >>')],
    ['phase', draft => state(draft, '/HTP [0 0]')],
  ],
  'pdfx-postscript': [
    ['object', draft => draft.dict(OBJECT.image, '/Subtype /Image', '/Subtype /PS')],
    ['form', draft => draft.dict(OBJECT.group, '/BBox', '/Subtype2 /PS /BBox')],
  ],
  'pdfx-compatibility': [['BX', draft => draft.content(content, 'q /Sh sh', 'BX EX q /Sh sh')]],
  'pdfx-blend-mode': [
    ['unknown', draft => draft.dict(OBJECT.mask, '/Multiply', '/LinearBurn')],
    ['in a list', draft => draft.dict(OBJECT.mask, '/Multiply', '[/Multiply /Dissolve]')],
  ],
  'pdf-group-space': [
    ['no page group', draft => draft.dict(page, '/Group <<', '/Groupe <<')],
    ['gray', draft => draft.dict(page, '/CS /DeviceCMYK', '/CS /DeviceGray')],
    ['none', draft => draft.dict(page, '/CS /DeviceCMYK', '')],
    ['form', draft => draft.dict(OBJECT.group, '/CS /DeviceCMYK', '/CS /DeviceGray')],
  ],
  'pdf-resources': [
    ['picture', draft => draft.content(content, '/Im Do', '/Image Do')],
    ['font', draft => draft.content(content, '/F 24 Tf', '/F 24 Tf /G 24 Tf /F 24 Tf')],
    ['state', draft => draft.content(content, '/Masked gs', '/Masque gs')],
    ['space', draft => draft.content(content, 'q /Sh sh', 'q /Nothing cs Q q /Sh sh')],
    ['layer', draft => draft.content(content, 'q /Sh sh', '/OC /Nothing BDC EMC q /Sh sh')],
    ['no font at all', draft => draft.content(content, 'q /Sh sh', 'BT <0001> Tj ET q /Sh sh')],
  ],
  'pdf-operators': [
    ['Q in excess', draft => draft.content(content, 'q /Sh sh', 'Q q /Sh sh')],
    ['Q missing', draft => draft.content(content, 'q /Sh sh', 'q q /Sh sh')],
    ['EMC missing', draft => draft.content(content, 'q /Sh sh', '/A BMC q /Sh sh')],
    ['ET missing', draft => draft.content(content, 'Tj ET', 'Tj')],
    ['unknown', draft => draft.content(content, 'q /Sh sh', 'foo q /Sh sh')],
    ['operands', draft => draft.content(content, '0.1 0.2 0.3 0 k', '0.1 0.2 0.3 0 k 1 2 m n 0.3 0 k')],
    [
      'recursion',
      draft =>
        draft
          .dict(OBJECT.group, '/Resources << >>', '/Resources << /XObject << /Me 19 0 R >> >>')
          .content(OBJECT.group, 're f', 're f /Me Do'),
    ],
  ],
  'pdf-number': [
    ['exponent', draft => draft.content(content, '20 20 560 280 re f', '20 20 560 280 re f 1e-7')],
    ['two signs', draft => draft.content(content, '20 20 560 280 re f', '20 20 560 280 re f --5')],
    ['too large', draft => draft.content(content, '20 20 560 280 re f', '20 20 560 99999999999 re f')],
    ['in a dictionary', draft => draft.dict(OBJECT.shading, '/N 1', '/N 1.0E0')],
    ['in a coordinate', draft => draft.dict(OBJECT.overprint, '/OPM 1', '/OPM 1 /LW 1.0000000000000001e-7')],
  ],
  'pdf-damaged': [
    ['garbage before', draft => surgery(draft, '%PDF', 'xxxx\n%PDF')],
    ['startxref', draft => surgery(draft, 'startxref\n', 'startxref\n1')],
    ['wrong offset', draft => surgery(draft, '3 0 obj', ' 3 0 obj')],
    ['stream length', draft => surgery(draft, 'q 0 0 600 320 re', 'q  0 0 600 320 re')],
    ['endobj', draft => surgery(draft, '/OPM 1 >>\nendobj', '/OPM 1 >>\nendogj')],
    [
      'checksum',
      draft =>
        draft.data(OBJECT.fontFile, bytes =>
          Uint8Array.from(bytes, (value, at) => (at === bytes.length - 1 ? value ^ 1 : value)),
        ),
    ],
    ['page tree', draft => draft.dict(OBJECT.pages, '[3 0 R]', '[3 0 R 3 0 R]')],
  ],
  'pdf-image-data': [
    ['short', draft => flateImage(draft, 15)],
    ['long', draft => flateImage(draft, 17)],
    [
      'checksum',
      draft =>
        flateImage(draft, 16).data(OBJECT.image, bytes =>
          bytes.map((value, at) => (at === bytes.length - 1 ? value ^ 1 : value)),
        ),
    ],
    [
      'cut JPEG',
      draft =>
        draft
          .dict(OBJECT.image, '/ASCIIHexDecode', '/DCTDecode')
          .data(OBJECT.image, () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)),
    ],
    [
      'mask',
      draft =>
        flateImage(draft, 16)
          .dict(OBJECT.image, '/Width', '/SMask 30 0 R /Width')
          .add(
            spare,
            '<< /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode >>',
            zlibSync(new Uint8Array(3)),
          ),
    ],
  ],
  'pdfx-font-embedded': [['absent', draft => draft.dict(OBJECT.descriptor, '/FontFile2', '/Fichier')]],
  'pdfx-cid-map': [
    ['absent', draft => draft.dict(descendant, '/CIDToGIDMap /Identity', '')],
    ['wrong', draft => draft.dict(descendant, '/CIDToGIDMap /Identity', '/CIDToGIDMap /Autre')],
  ],
  'pdf-font-subset': [['whole', draft => draft.dict(font, '/ABCDEF+', '/')]],
  'pdf-font-unicode': [
    ['absent', draft => draft.dict(font, '/ToUnicode 13 0 R', '')],
    ['one letter', draft => draft.content(OBJECT.toUnicode, ' <0043>', ' 0')],
  ],
  'pdf-notdef': [
    [
      'shown',
      draft =>
        draft
          .content(content, '> Tj', '0000> Tj')
          .content(OBJECT.toUnicode, 'endbfchar', '<0000> <0020> endbfchar')
          .dict(descendant, '/W [', '/W [0 [653] '),
    ],
  ],
  'pdf-font-widths': [
    ['shifted', draft => draft.dict(descendant, ']] >>', ']] /DW 1 >>').dict(descendant, '/W [', '/W [] /X [')],
  ],
  'pdf-font-glyph': [
    [
      'lost',
      draft => draft.data(OBJECT.toUnicode, bytes => latin1(text(bytes).replace(/<0020>( <.{4}> <00AB>)/, '<0041>$1'))),
    ],
  ],
  'pdfx-layers': [
    ['no name', draft => draft.dict(catalog, '/Name (Calques)', '')],
    ['AS', draft => draft.dict(catalog, '/BaseState', '/AS [] /BaseState')],
    ['order', draft => draft.dict(catalog, '/Order [16 0 R', '/Order [')],
    ['order twice', draft => draft.dict(catalog, '/Order [16 0 R', '/Order [16 0 R [16 0 R]')],
    ['base state', draft => draft.dict(catalog, '/BaseState /ON', '/BaseState /Unchanged')],
    ['layer without a name', draft => draft.dict(OBJECT.whiteLayer, '(Blanc)', '()')],
  ],
  'pdf-layer-hidden': [
    ['off', draft => draft.dict(catalog, '/OFF []', '/OFF [17 0 R]')],
    ['usage', draft => draft.dict(OBJECT.cutLayer, '/Name', '/Usage << /Print << /PrintState /OFF >> >> /Name')],
    ['configurations', draft => draft.dict(catalog, '/D <<', '/Configs [<< /Name (Autre) >>] /D <<')],
  ],
  'pdf-processing-step': [
    ['unknown type', draft => draft.dict(OBJECT.cutLayer, '/Cutting', '/Cut')],
    ['no type', draft => draft.dict(OBJECT.cutLayer, '/GTS_ProcStepsType /Cutting', '')],
    ['type in excess', draft => draft.dict(OBJECT.whiteLayer, '/White', '/White /GTS_ProcStepsType /White')],
    ['unknown group', draft => draft.dict(OBJECT.whiteLayer, '/White', '/Blanc')],
    ['string', draft => draft.dict(OBJECT.whiteLayer, '/GTS_ProcStepsGroup /White', '/GTS_ProcStepsGroup (White)')],
  ],
  'pdf-plate-ink': [
    ['process', draft => draft.content(content, '/Cut CS 1 SCN', '0 1 0 0 K')],
    ['black plate', draft => paintIn(draft, spot('Black', '0 0 0 1'), '1').content(content, '/Cut CS', '/New CS')],
    [
      'picture',
      draft => draft.content(content, '30 30 540 260 re f EMC', '30 30 540 260 re f 9 0 0 9 50 50 cm /Im Do EMC'),
    ],
  ],
  'pdf-plate-overprint': [
    ['none', draft => draft.content(content, '/OC /LayerCut BDC /Over gs', '/OC /LayerCut BDC')],
    ['stroke', draft => draft.dict(OBJECT.overprint, '/OP true', '/OP false')],
    ['fill', draft => draft.dict(OBJECT.overprint, '/op true', '/op false')],
    ['mode', draft => draft.dict(OBJECT.overprint, '/OPM 1', '/OPM 0')],
  ],
  'pdf-plate-order': [
    ['art above', draft => draft.content(content, 'q /Reg CS', '0 0 0 1 k 60 60 5 5 re f q /Reg CS')],
    ['picture above', draft => draft.content(content, 'q /Reg CS', 'q 9 0 0 9 60 60 cm /Im Do Q q /Reg CS')],
  ],
  'pdf-plate-group': [
    [
      'group',
      draft =>
        draft
          .content(content, '/Over gs /Drill cs 1 scn 50 50 5 5 re f', '/Plate Do')
          .dict(page, '/XObject <<', '/XObject << /Plate 30 0 R')
          .add(
            spare,
            '<< /Type /XObject /Subtype /Form /BBox [0 0 600 320] /Resources << /ColorSpace << /Drill 25 0 R >> /ExtGState << /Over 18 0 R >> >> /Group << /S /Transparency /CS /DeviceCMYK >> >>',
            '/Over gs /Drill cs 1 scn 50 50 5 5 re f',
          ),
    ],
    ['opacity', draft => draft.dict(OBJECT.overprint, '/OPM 1', '/OPM 1 /ca 0.5')],
    ['blend', draft => draft.dict(OBJECT.overprint, '/OPM 1', '/OPM 1 /BM /Darken')],
    ['mask', draft => draft.dict(OBJECT.overprint, '/OPM 1', '/OPM 1 /SMask << /S /Luminosity /G 24 0 R >>')],
  ],
  'pdf-plate-tint': [
    ['half', draft => draft.content(content, '/White cs 1 scn', '/White cs 0.5 scn')],
    ['nearly', draft => draft.content(content, '/Cut CS 1 SCN', '/Cut CS 0.99 SCN')],
  ],
  'pdf-crop-box': [['trim', draft => draft.dict(page, '/TrimBox', '/CropBox [10 10 600 320] /TrimBox')]],
  'pdf-media-origin': [
    ['shifted', draft => draft.dict(page, '/MediaBox [0.00000 0.00000', '/MediaBox [5 5')],
    ['negative', draft => draft.dict(page, '/MediaBox [0.00000', '/MediaBox [-5')],
  ],
  'pdf-rotate': [
    ['turned', draft => draft.dict(page, '/TrimBox', '/Rotate 90 /TrimBox')],
    ['inherited', draft => draft.dict(OBJECT.pages, '/Count', '/Rotate 180 /Count')],
  ],
  'pdf-user-unit': [
    ['one', draft => draft.dict(page, '/TrimBox', '/UserUnit 1 /TrimBox')],
    ['ten', draft => draft.dict(page, '/TrimBox', '/UserUnit 10 /TrimBox')],
  ],
}
