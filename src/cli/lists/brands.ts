// signakit list brands: the brand packs of the folder and ours.
import { text } from '../../model/diagnostic.ts'
import type { List } from './list.ts'
import { brandsOf } from './packs.ts'

const STATUS = { draft: text('provisoire', 'draft'), official: text('officielle', 'official') } as const

export const brands: List = {
  columns: [text('charte', 'brand'), text('nom', 'name'), text('version', 'version'), text('état', 'status')],
  entries: question =>
    brandsOf(question).map(({ spec: { id, title, version, status, folders } }) => ({
      cells: [id, title, version, question.say(STATUS[status])],
      value: { id, title, version, status, folder: folders[0] },
    })),
}
