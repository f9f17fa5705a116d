// What a PDF/X says of itself, twice and alike: the Info dictionary and the XMP packet (ISO 15930-7 6.10).
import { createHash } from 'node:crypto'
import type { Standard } from '../../model/standard.ts'
import { cleanText } from './name.ts'
import { type Dictionary, Text } from './object.ts'
import { type Claim, claims, NAMESPACES } from './standard.ts'

export type Metadata = {
  readonly standard: Standard
  readonly title: string
  /** What the press operator must know: ink order and mirror of each page. */
  readonly description: string
  /** BCP 47. */
  readonly lang: string
  readonly date: Date
  /** The tool's version. */
  readonly version: string
  /** What stays the same when the piece is made again: kit and piece. */
  readonly identity: string
}

const toolOf = ({ version }: Metadata): string => `Signakit ${version}`

/** XMP and Info count whole seconds, both in UTC. */
const isoDate = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

const claimOf = ({ standard }: Metadata): Claim => claims[standard]

export const infoOf = (metadata: Metadata): Dictionary => ({
  Title: new Text(cleanText(metadata.title)),
  Subject: new Text(cleanText(metadata.description)),
  Creator: new Text(toolOf(metadata)),
  Producer: new Text(toolOf(metadata)),
  CreationDate: metadata.date,
  ModDate: metadata.date,
  Trapped: 'False',
  ...pdfxClaim(claimOf(metadata)),
})

const pdfxClaim = ({ version, conformance }: Claim): Readonly<Record<string, Text>> => ({
  GTS_PDFXVersion: new Text(version),
  ...(conformance === undefined ? {} : { GTS_PDFXConformance: new Text(conformance) }),
})

function xmpClaim({ xmp, version, conformance }: Claim): string {
  const property = (name: string, value: string): string => `<${xmp}:${name}>${value}</${xmp}:${name}>`
  const level = conformance === undefined ? [] : [property('GTS_PDFXConformance', conformance)]
  return [property('GTS_PDFXVersion', version), ...level].join('\n')
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeXml = (text: string): string => cleanText(text).replace(/[&<>"]/g, letter => ESCAPED[letter] ?? letter)

/** A UUID of version 8 (made by us, RFC 9562) from the first half of a digest. */
const uuid = (hex: string): string =>
  `uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`

/**
 * No room is left to edit the packet in place, and it says so (`end="r"`, XMP specification part 3, 1.1): two kilobytes a file.
 *
 * @param content a digest, in hexadecimal, of what the file holds
 */
export function xmpPacket(metadata: Metadata, content: string): string {
  const date = isoDate(metadata.date)
  const tool = escapeXml(toolOf(metadata))
  const claim = claimOf(metadata)
  const document = createHash('sha256').update(metadata.identity).digest('hex')
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:${claim.xmp}="${NAMESPACES[claim.xmp]}"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(metadata.description)}</rdf:li></rdf:Alt></dc:description>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>${escapeXml(metadata.lang)}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(metadata.title)}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>${tool}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
${xmpClaim(claim)}
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:CreatorTool>${tool}</xmp:CreatorTool>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmpMM:DocumentID>${uuid(document)}</xmpMM:DocumentID>
<xmpMM:InstanceID>${uuid(content)}</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}
