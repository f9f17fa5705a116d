// A small PDF/X-4 written by hand, without our writer: every mutation starts from it, and it must have no finding.
import { readFileSync } from 'node:fs'
import { zlibSync } from 'fflate'
import { parseFont } from '../../../src/text/font.ts'
import { subset as subsetOf } from '../../../src/text/subset.ts'
import { Draft } from './draft.ts'

/** Object numbers by name. */
export const OBJECT = {
  catalog: 1,
  pages: 2,
  page: 3,
  content: 4,
  info: 5,
  metadata: 6,
  intent: 7,
  profile: 8,
  font: 9,
  descendant: 10,
  descriptor: 11,
  fontFile: 12,
  toUnicode: 13,
  white: 14,
  cut: 15,
  whiteLayer: 16,
  cutLayer: 17,
  overprint: 18,
  group: 19,
  image: 20,
  registration: 21,
  shading: 22,
  mask: 23,
  maskForm: 24,
  drill: 25,
  drillLayer: 26,
  spare: 30,
} as const

export const TEXT = 'Crèche « L’Île »'
export const TITLE = 'Plaque d’essai'
export const PROFILE = readFileSync(new URL('../../../assets/profiles/ISOcoated_v2_300_bas.icc', import.meta.url))
const FONT = readFileSync(new URL('../../../assets/fonts/source-sans-3/700.ttf', import.meta.url))

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')
const utf16 = (text: string): string =>
  `<FEFF${Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at))).join('')}>`

/** 200 × 100 mm, 3 mm of bleed, 7 mm of slug, in points. */
const PT = 72 / 25.4
const box = (...sides: readonly number[]): string => `[${sides.map(side => (side * PT).toFixed(5)).join(' ')}]`

function fontObjects(draft: Draft): string {
  const font = parseFont('source-sans-3/700', FONT)
  const characters = [...new Set(TEXT)]
  const glyphs = characters.map(character => font.glyphOf(character.codePointAt(0) ?? 0))
  const width = (glyph: number): string => ((font.advanceOf(glyph) * 1000) / font.unitsPerEm).toFixed(3)
  const subset = subsetOf(font, glyphs)
  const codes = glyphs.map(glyph => hex(subset.codeOf(glyph)))
  const name = 'ABCDEF+SourceSans3-Bold'
  const map = characters.map((character, at) => `<${codes[at]}> <${hex(character.charCodeAt(0))}>`)
  draft
    .add(
      OBJECT.font,
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [10 0 R] /ToUnicode 13 0 R >>`,
    )
    .add(
      OBJECT.descendant,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 11 0 R /CIDToGIDMap /Identity /W [${glyphs.map(glyph => `${subset.codeOf(glyph)} [${width(glyph)}]`).join(' ')}] >>`,
    )
    .add(
      OBJECT.descriptor,
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 660 /StemV 100 /FontFile2 12 0 R >>`,
    )
    .add(OBJECT.fontFile, `<< /Length1 ${subset.bytes.length} /Filter /FlateDecode >>`, zlibSync(subset.bytes))
    .add(
      OBJECT.toUnicode,
      '<< >>',
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${map.length} beginbfchar ${map.join(' ')} endbfchar endcmap end end`,
    )
  return [...TEXT].map(character => codes[characters.indexOf(character)]).join('')
}

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${TITLE.replace('’', '&#x2019;')}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate><xmp:ModifyDate>2026-01-02T03:04:05Z</xmp:ModifyDate><xmp:MetadataDate>2026-01-02T03:04:05Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:0</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

const content = (text: string): string => `q 0 0 600 320 re W n
0.1 0.2 0.3 0 k 20 20 560 280 re f
q /Sh sh Q
q 72 0 0 72 100 100 cm /Im Do Q
q /Masked gs /Group Do Q
Q
q 0 0 0 1 k BT /F 24 Tf 1 0 0 1 60 200 Tm <${text}> Tj ET Q
q /OC /LayerWhite BDC /Over gs /White cs 1 scn 30 30 540 260 re f EMC Q
q /OC /LayerCut BDC /Over gs /Cut CS 1 SCN 0.25 w 28.34646 28.34646 566.92913 283.46457 re S EMC Q
q /OC /LayerDrill BDC /Over gs /Drill cs 1 scn 50 50 5 5 re f EMC Q
q /Reg CS 1 SCN 0.25 w 28.34646 2 m 28.34646 18 l S Q
`

const separation = (name: string, alternate: string): string =>
  `[/Separation /${name} /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [${alternate}] /N 1 >>]`

const layer = (name: string, step: string): string => `<< /Type /OCG /Name (${name}) /GTS_Metadata << ${step} >> >>`

function build(): Draft {
  const draft = new Draft()
  const text = fontObjects(draft)
  draft.trailer = '/Root 1 0 R /Info 5 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]'
  return draft
    .add(
      OBJECT.catalog,
      '<< /Type /Catalog /Pages 2 0 R /Lang (fr) /Metadata 6 0 R /OutputIntents [7 0 R] /OCProperties << /OCGs [16 0 R 17 0 R 26 0 R] /D << /Name (Calques) /BaseState /ON /ON [16 0 R 17 0 R 26 0 R] /OFF [] /Order [16 0 R 17 0 R 26 0 R] >> >> >>',
    )
    .add(OBJECT.pages, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>')
    .add(
      OBJECT.page,
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box(0, 0, 220, 120)} /BleedBox ${box(7, 7, 213, 113)} /TrimBox ${box(10, 10, 210, 110)} /Group << /S /Transparency /CS /DeviceCMYK /I true /K false >> /Contents 4 0 R /Resources << /Font << /F 9 0 R >> /ColorSpace << /White 14 0 R /Cut 15 0 R /Reg 21 0 R /Drill 25 0 R >> /Properties << /LayerWhite 16 0 R /LayerCut 17 0 R /LayerDrill 26 0 R >> /ExtGState << /Over 18 0 R /Masked 23 0 R >> /XObject << /Group 19 0 R /Im 20 0 R >> /Shading << /Sh 22 0 R >> >> >>`,
    )
    .add(OBJECT.content, '<< >>', content(text))
    .add(
      OBJECT.info,
      `<< /Title ${utf16(TITLE)} /Creator (essai) /Producer (essai) /CreationDate (D:20260102030405Z) /ModDate (D:20260102030405Z) /Trapped /False /GTS_PDFXVersion (PDF/X-4) >>`,
    )
    .add(OBJECT.metadata, '<< /Type /Metadata /Subtype /XML >>', xmp)
    .add(
      OBJECT.intent,
      '<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org) /Info (ISO Coated v2 300 %) /DestOutputProfile 8 0 R >>',
    )
    .add(OBJECT.profile, '<< /N 4 /Filter /FlateDecode >>', zlibSync(PROFILE))
    .add(OBJECT.white, separation('White', '0.1 0 0 0'))
    .add(OBJECT.cut, separation('CutContour', '0 1 0 0'))
    .add(OBJECT.drill, separation('Drill', '1 0 0 0'))
    .add(OBJECT.registration, separation('All', '1 1 1 1'))
    .add(OBJECT.whiteLayer, layer('Blanc', '/GTS_ProcStepsGroup /White'))
    .add(OBJECT.cutLayer, layer('Decoupe', '/GTS_ProcStepsGroup /Structural /GTS_ProcStepsType /Cutting'))
    .add(OBJECT.drillLayer, layer('Percage', '/GTS_ProcStepsGroup /Structural /GTS_ProcStepsType /Drilling'))
    .add(OBJECT.overprint, '<< /Type /ExtGState /OP true /op true /OPM 1 >>')
    .add(
      OBJECT.group,
      '<< /Type /XObject /Subtype /Form /BBox [0 0 600 320] /Resources << >> /Group << /S /Transparency /CS /DeviceCMYK /I true >> >>',
      '0.5 g 200 100 50 50 re f',
    )
    .add(
      OBJECT.image,
      '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /ASCIIHexDecode >>',
      '00FF00000000FF00FF000000000000FF>',
    )
    .add(
      OBJECT.shading,
      '<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 100 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1 >> >>',
    )
    .add(OBJECT.mask, '<< /Type /ExtGState /SMask << /S /Luminosity /G 24 0 R >> /BM /Multiply /ca 0.5 >>')
    .add(
      OBJECT.maskForm,
      '<< /Type /XObject /Subtype /Form /BBox [0 0 600 320] /Resources << >> /Group << /S /Transparency /CS /DeviceGray >> >>',
      '0.5 g 0 0 600 320 re f',
    )
}

let built: Draft | undefined

/** A copy to mutate. */
export const baseDraft = (): Draft => {
  built ??= build()
  return built.clone()
}
