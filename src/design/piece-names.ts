// The ids of a kit's pieces, known before anything else of them, so that every finding can name its piece.

import { foldId } from '../input/fold-id.ts'
import { nearest } from '../input/nearest.ts'
import { type Diagnostic, text } from '../model/diagnostic.ts'
import type { Kit } from '../model/kit.ts'
import type { World } from '../model/world.ts'
import { catalogueOf } from './catalogue.ts'
import { diagnostic } from './finding.ts'
import { findFormat } from './format.ts'
import { defaultId, numberIds, type Order } from './orders.ts'
import { orientationOf } from './product.ts'

/** `known`: whether there is such a product. */
export type Named = { readonly item: Order; readonly id: string; readonly known: boolean }

export function nameOrders(orders: readonly Order[], world: World): readonly Named[] {
  const catalogue = catalogueOf(world)
  const names = orders.map(({ order }) => {
    const format = findFormat(order.produit, catalogue, undefined).value
    const fallback = format
      ? defaultId(format.id, format.natural, orientationOf(format, order.orientation))
      : foldId(order.produit)
    return { fallback, known: format !== undefined, ...(order.id === undefined ? {} : { chosen: order.id }) }
  })
  const ids = numberIds(names)
  return orders.map((item, index) => ({ item, id: ids[index] ?? '', known: names[index]?.known === true }))
}

/** Second and third pieces of one chosen id. */
function duplicates(named: readonly Named[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return named.flatMap(({ id, item }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = text(`deux pièces portent l’identifiant « ${id} »`, `two pieces have the id “${id}”`)
    return [diagnostic('duplicate-piece', item.spanOf('id') ?? item.at, message, { piece: id })]
  })
}

/** Pieces named on the command line that the kit does not have; several kits may be asked for at once: it says which lacks it. */
export function unknownPieces(
  asked: readonly { readonly id: string }[] | undefined,
  named: readonly Named[],
  kit: Kit,
): readonly Diagnostic[] {
  const ids = named.map(({ id }) => id)
  return (asked ?? []).flatMap(({ id }) => {
    if (ids.includes(foldId(id))) return []
    const near = nearest(foldId(id), ids)
    const hint = near
      ? text(`vouliez-vous dire \`${near}\`\u202f?`, `did you mean \`${near}\`?`)
      : text(`pièces du kit\u00a0: ${ids.join(', ')}`, `pieces of the kit: ${ids.join(', ')}`)
    const message = text(
      `pièce absente du kit «\u00a0${kit.id}\u00a0»\u00a0: ${id}`,
      `piece not in the kit “${kit.id}”: ${id}`,
    )
    const at = kit.spans['kit.pieces'] ?? kit.spans['structure.nom']
    return [diagnostic('unknown-piece', at, message, { hint })]
  })
}

/** An id ends a file's name: it must be safe on every disk and in every mail. */
const LEGAL = /^[a-z0-9]+(-[a-z0-9]+)*$/
const MAX_LENGTH = 60

function illegalIds(named: readonly Named[]): readonly Diagnostic[] {
  return named.flatMap(({ id, item }) => {
    if (item.order.id === undefined || (LEGAL.test(id) && id.length <= MAX_LENGTH)) return []
    const proposal = foldId(id)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, MAX_LENGTH)
      .replace(/-$/, '')
    const message = text(
      `un identifiant de pièce ne contient que des minuscules, des chiffres et des tirets : « ${id} »`,
      `the id of a piece holds only small letters, figures and hyphens: “${id}”`,
    )
    const hint = proposal === '' ? {} : { hint: text(`écrivez \`${proposal}\``, `write \`${proposal}\``) }
    return [diagnostic('piece-id', item.spanOf('id'), message, { piece: id, ...hint })]
  })
}

/** What is wrong with the ids that were chosen; each finding names the piece it refuses. */
export const nameProblems = (named: readonly Named[]): readonly Diagnostic[] => [
  ...illegalIds(named),
  ...duplicates(named),
]
