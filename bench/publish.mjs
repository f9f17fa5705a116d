// Puts a table in docs/mesures.md, between the two comments that bear the measure's name.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function publish(root, name, section) {
  const file = join(root, 'docs/mesures.md')
  const page = readFileSync(file, 'utf8')
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/mesures.md has no place for « ${name} »`)
  writeFileSync(file, `${page.slice(0, from + start.length)}\n${section}\n${page.slice(to)}`)
}
