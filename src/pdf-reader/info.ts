// The information dictionary (ISO 32000-1 14.3.3).
import { asBytes, asName, type PdfDict } from './object.ts'
import type { Objects } from './objects.ts'
import { textString } from './text-string.ts'

export type Info = {
  readonly title?: string
  readonly subject?: string
  readonly creationDate?: string
  readonly modDate?: string
  readonly creator?: string
  readonly producer?: string
  /** Only when it is a name, as it must be. */
  readonly trapped?: string
  readonly hasTrapped: boolean
  readonly gtsPdfxVersion?: string
  readonly gtsPdfxConformance?: string
}

export function readInfo(trailer: PdfDict, objects: Objects): Info {
  const dict = objects.dict(trailer, 'Info')
  const entry = <K extends string>(key: K, source: string): { readonly [P in K]?: string } => {
    const bytes = asBytes(objects.get(dict, source))
    // The computed key is K by construction; TypeScript widens it to string.
    return (bytes ? { [key]: textString(bytes) } : {}) as { readonly [P in K]?: string }
  }
  const trapped = asName(objects.get(dict, 'Trapped'))
  return {
    ...entry('title', 'Title'),
    ...entry('subject', 'Subject'),
    ...entry('creationDate', 'CreationDate'),
    ...entry('modDate', 'ModDate'),
    ...entry('creator', 'Creator'),
    ...entry('producer', 'Producer'),
    ...entry('gtsPdfxVersion', 'GTS_PDFXVersion'),
    ...entry('gtsPdfxConformance', 'GTS_PDFXConformance'),
    ...(trapped !== undefined && { trapped }),
    hasTrapped: dict?.entries.has('Trapped') ?? false,
  }
}
