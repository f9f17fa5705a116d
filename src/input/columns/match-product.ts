// « Vitro », « Plaque PVC 300 × 200 », « Vitrophanie A5 (livrées) »: a title that names a product and is none that is read.
import { type Text, text } from '../../model/diagnostic.ts'
import { diagnose } from '../diagnose.ts'
import { at, type Candidate, left, type MatchScene } from './candidate.ts'
import type { Titled } from './column-options.ts'
import { isAlone, nearProduct } from './product-title.ts'
import { asks } from './row-count.ts'

const NOT_SURE = text('un produit, qui ne se lit pas avec certitude', 'a product that cannot be read for sure')

const isSized = (product: string): boolean => product.includes('-')

const withSize = (title: string, near: string): Text =>
  text(
    `un titre comme « ${near} », ou \`--map\` : \`${title}: ${near}\` ; sinon \`${title}: ignorer\``,
    `a title such as “${near}”, or \`--map\`: \`${title}: ${near}\`; if not \`${title}: ignorer\``,
  )

/** A size is never proposed: it would be copied. */
const withoutSize = (title: string, family: string): Text =>
  text(
    `ajoutez le format au titre, comme « ${family}-… » (signakit list products) ; ou \`--map\` : \`${title}: ignorer\``,
    `add the size to the title, as “${family}-…” (signakit list products); or \`--map\`: \`${title}: ignorer\``,
  )

/** Said when its cells are counts, or when it is the name of a family alone; its counts are then looked at, row by row. */
export function matchProduct(titled: Titled, scene: MatchScene): Candidate | undefined {
  const { title, index } = titled
  const near = nearProduct(title, scene.families)
  if (near === undefined || !(isAlone(title, scene.families) || scene.cellsOf(index).some(asks))) return undefined
  const message = text(
    `« ${title} » nomme un produit, mais pas assez clairement : la colonne n’est pas lue`,
    `“${title}” names a product, but not clearly enough: the column is not read`,
  )
  const hint = isSized(near) ? withSize(title, near) : withoutSize(title, near)
  const unread = left(titled, NOT_SURE, [diagnose('column-unknown', at(scene, titled), message, { hint })])
  return { ...unread, use: { kind: 'left', why: NOT_SURE, mayOrder: true } }
}
