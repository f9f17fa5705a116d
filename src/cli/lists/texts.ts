// signakit list texts: the wording of each brand, and what a kit may change in it.
import { sentencesOf } from '../../design/wording.ts'
import { text } from '../../model/diagnostic.ts'
import type { List } from './list.ts'
import { brandsOf } from './packs.ts'

export const texts: List = {
  columns: [text('charte', 'brand'), text('texte', 'text'), text('ouvert', 'open'), text('phrase', 'sentence')],
  entries: question =>
    brandsOf(question).flatMap(({ spec: { id }, file }) =>
      Object.entries(file.texts).flatMap(([key, wording]) =>
        sentencesOf(wording).map(({ path, sentence }) => ({
          cells: [
            id,
            path === 'fr' ? key : `${key}.${path}`,
            question.say(wording.locked ? text('non', 'no') : text('oui', 'yes')),
            sentence,
          ],
          value: { brand: id, key, form: path, locked: wording.locked, sentence },
        })),
      ),
    ),
}
