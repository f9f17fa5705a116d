// The slots of the Cafs that support a structure: « de la Caf de la Gironde », « des Caf de l’Ain et du Rhône ».

import type { Caf } from '../input/reference.ts'
import type { Datum } from '../model/design.ts'
import type { Span } from '../model/diagnostic.ts'
import { flagDatum, listDatum, numberDatum, recordDatum, textDatum } from './datum.ts'
import { enumerate } from './enumerate.ts'

/** « de la Caf de la Gironde », « des Caf de la Gironde et de la Dordogne ». « Caf » never takes an s. */
export const ofCafs = (cafs: readonly Caf[]): string =>
  cafs.length > 1
    ? `des Caf ${enumerate(cafs.map(({ territoire }) => territoire))}`
    : `de la ${cafs.map(({ nom }) => nom).join('')}`

/** « Gironde », « Rhône », « Touraine »: the territory without its article. */
const bareName = ({ article, territoire }: Caf): string => territoire.slice(article.length).trim()

/** « Caf de la Gironde », « Caf de la Gironde et de la Dordogne ». */
const nameOf = (cafs: readonly Caf[]): string => `Caf ${enumerate(cafs.map(({ territoire }) => territoire))}`

/** `at` is where the kit names its Cafs. */
export function cafSlots(cafs: readonly Caf[], at: Span | undefined): Datum {
  const [first] = cafs
  return recordDatum(
    {
      code: textDatum(first?.code, at),
      codes: listDatum(
        cafs.map(({ code }) => textDatum(code, at)),
        at,
      ),
      nom: textDatum(cafs.length === 0 ? undefined : nameOf(cafs), at),
      article: textDatum(first?.article, at),
      territoire: textDatum(enumerate(cafs.map(bareName)), at),
      de: textDatum(cafs.length === 0 ? undefined : ofCafs(cafs), at),
      pluriel: flagDatum(cafs.length > 1, at),
      nombre: numberDatum(cafs.length, at),
    },
    at,
  )
}
