// Which printer makes a piece, and whether the kit's list of printers names families that exist.
import { nearest } from '../input/nearest.ts'
import { type Diagnostic, type Span, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { Catalogue } from './catalogue.ts'
import { diagnostic } from './finding.ts'
import type { Reference } from './lookup.ts'
import type { Order } from './orders.ts'

const DEFAULT_PRINTER = 'standard'

/** The printer of a piece: `printer` of the command line, its own, its family's, the kit's, else the standard profile. */
export function printerReference(
  { order, spanOf }: Order,
  family: string,
  kit: Kit,
  printer: string | undefined,
): Reference {
  const { folder, root } = kit.source
  const place = { folder, root, project: root }
  if (printer !== undefined) return { written: printer, folder: '.', project: root }
  const given = (written: string, at: Span | undefined): Reference => ({ written, ...place, ...(at ? { at } : {}) })
  if (order.imprimeur !== undefined) return given(order.imprimeur, spanOf('imprimeur'))
  const { imprimeur } = kit
  if (typeof imprimeur === 'string') return given(imprimeur, kit.spans['kit.imprimeur'])
  const key = [family, 'autres'].find(name => imprimeur !== undefined && Object.hasOwn(imprimeur, name))
  return given(
    (key && imprimeur?.[key]) ?? DEFAULT_PRINTER,
    key === undefined ? undefined : kit.spans[`kit.imprimeur.${key}`],
  )
}

/** Keys of `imprimeur: { affiche: …, autres: … }` that are no family: their printer would be ignored in silence. */
export function checkPrinterFamilies({ imprimeur, spans }: Kit, { families }: Catalogue): readonly Diagnostic[] {
  if (imprimeur === undefined || typeof imprimeur === 'string') return []
  const known = [...families.keys(), 'autres']
  return Object.keys(imprimeur).flatMap(key => {
    if (known.includes(key)) return []
    const near = nearest(key, known)
    const hint = near
      ? text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`)
      : text(`clés possibles : ${known.join(', ')}`, `keys: ${known.join(', ')}`)
    const message = text(`famille de produits inconnue : « ${key} »`, `unknown family of products: “${key}”`)
    const path = `kit.imprimeur.${key}`
    return [diagnostic('printer-family', spans[`${path}#key`] ?? spans[path], message, { hint })]
  })
}
