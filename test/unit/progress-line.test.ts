// The line that says how far a batch is: its words agree with their number.
import { expect, it } from 'vitest'
import { ProgressLine } from '../../src/cli/progress.ts'

it.each([
  [1, '1 non fait'],
  [2, '2 non faits'],
  [2000, '2\u202f000 non faits'],
])('says of %d kits not made: %s', (failed, said) => {
  let drawn = ''
  const line = new ProgressLine(
    ({ fr }) => fr,
    words => {
      drawn += words
    },
    80,
  )
  line.update({ total: 3000, done: 2500, made: 500, failed, refused: 0 }, 10_000)
  expect(drawn).toMatch(new RegExp(`· ${said}( |$)`))
})
