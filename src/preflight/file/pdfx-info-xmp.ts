// Both sets of metadata tell the same.
import { text } from '../../model/diagnostic.ts'
import type { Info } from '../../pdf-reader/info.ts'
import { isoDate, pdfDate } from '../../pdf-reader/text-string.ts'
import type { Xmp } from '../../pdf-reader/xmp.ts'
import type { FileCheck } from './file-check.ts'
import { readableXmp } from './readable-xmp.ts'

export const pdfxInfoXmp = {
  severity: 'error',
  title: text('les deux jeux de métadonnées disent la même chose', 'both sets of metadata say the same'),
  why: text(
    'Selon le logiciel, l’un ou l’autre est lu : s’ils diffèrent, deux personnes voient deux documents.',
    'Programs read one or the other: if they differ, two people see two documents.',
  ),
  fix: text(
    'Réexportez le document : ne modifiez pas un jeu de métadonnées sans l’autre.',
    'Export the document again: do not change one set of metadata without the other.',
  ),
  source: 'ISO 15930-7:2010 6.10',
  *find(pdf) {
    const xmp = readableXmp(pdf)
    if (!xmp) return
    for (const [name, info, packet] of pairs(pdf.info, xmp)) {
      if (info !== undefined && packet !== undefined && info !== packet)
        yield { message: text(`${name} diffère entre Info et XMP`, `${name} differs between Info and XMP`) }
    }
  },
} as const satisfies FileCheck

type Pair = readonly [name: string, info: string | number | undefined, xmp: string | number | undefined]

function pairs(info: Info, xmp: Xmp): readonly Pair[] {
  const first = (property: string): string | undefined => xmp.values(property)[0]
  const date = (property: string): number | undefined => isoDate(first(property) ?? '')
  return [
    ['Title', info.title, first('dc:title')],
    ['Subject', info.subject, first('dc:description')],
    ['CreationDate', pdfDate(info.creationDate ?? ''), date('xmp:CreateDate')],
    ['ModDate', pdfDate(info.modDate ?? ''), date('xmp:ModifyDate')],
    ['Trapped', info.trapped, first('pdf:Trapped')],
  ]
}
