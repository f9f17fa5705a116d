// Writes what the documentation says of the registries: rules, commands, products. Run by `npm run docs`; CI checks that it
// is current.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { severityOf } from '../src/cli/explain-rule.ts'
import type { Entry } from '../src/cli/lists/list.ts'
import { products } from '../src/cli/lists/products.ts'
import { makeProgram } from '../src/cli/program.ts'
import type { Session } from '../src/cli/session.ts'
import { VERB_NAMES } from '../src/cli/verbs.ts'
import { catalogueOf } from '../src/design/catalogue.ts'
import { idsIn } from '../src/design/lookup.ts'
import { findPrinter, PRINTERS, type Printer } from '../src/design/printer.ts'
import { openWorld } from '../src/host/world.ts'
import type { Rule } from '../src/model/rule.ts'
import { rulesByStage } from '../src/rules.ts'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))

const GENERATED = '<!-- Page produite par `npm run docs` : ne pas la modifier à la main. -->'

const french: Session = {
  lang: 'fr',
  color: false,
  columns: undefined,
  interactive: false,
  cwd: docs,
  say: text => text.fr,
  result: () => {},
  talk: () => {},
  exit: () => {},
}

const ruleSection = ([id, rule]: readonly [string, Rule]): readonly string[] => [
  `## ${id}`,
  '',
  `**${rule.title.fr}** (${severityOf(rule).fr}${rule.locked ? ', verrouillée' : ''})`,
  '',
  rule.why.fr,
  '',
  rule.fix.fr,
  ...(rule.source === undefined ? [] : ['', `Source : ${rule.source}`]),
  '',
]

const rulesPage = (): string => {
  const all = Object.values(rulesByStage).flatMap(stage => Object.entries<Rule>(stage))
  const sorted = all.sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    GENERATED,
    '',
    '# Les règles',
    '',
    'Chaque message de Signakit porte le nom d’une règle. `signakit explain <règle>` dit la même chose que cette page.',
    'Une règle verrouillée ne peut être abaissée par aucune conduite.',
    '',
    ...sorted.flatMap(ruleSection),
  ].join('\n')
}

async function commandsPage(): Promise<string> {
  const helps = VERB_NAMES.map(async name => {
    const program = await makeProgram(french, [name], '0')
    const command = program.commands.find(each => each.name() === name)
    return [`## signakit ${name}`, '', '```', command?.helpInformation().trimEnd() ?? '', '```', '']
  })
  return [GENERATED, '', '# Les commandes', '', ...(await Promise.all(helps)).flat()].join('\n')
}

const byFamily = (families: ReadonlyMap<string, { readonly title: string }>, entries: readonly Entry[]): string =>
  [...families]
    .map(([family, { title }]) => {
      const names = entries
        .filter(({ value }) => value.family === family)
        .map(({ cells: [id, , size] }) => `\`${id}\` (${size})`)
      return `| ${title} | ${names.join(', ')} |`
    })
    .join('\n')

/** The catalogue, one row a family. */
function productsTable(): string {
  const world = openWorld()
  const entries = products.entries({ world, say: french.say, folder: docs })
  return ['| Famille | Formats |', '|---|---|', byFamily(catalogueOf(world).families, entries)].join('\n')
}

/** Every shipped profile: what its shop publishes, with source and date, and what it does not. */
function printersPage(): string {
  const world = openWorld()
  const all = idsIn(world.own(PRINTERS), world, 'file').flatMap(
    written => findPrinter({ written, folder: docs, project: docs }, world).value ?? [],
  )
  return [
    GENERATED,
    '',
    '# Les profils d’imprimeurs livrés',
    '',
    'Chaque chiffre a sa source et sa date (celle du document, ou de sa lecture). (G) : chiffre de seconde main ou choix, à',
    'confirmer. « Non publiés » : ce que l’imprimeur ne dit pas ; le profil prend alors la valeur de `standard`, et chaque rendu le',
    'rappelle. Un profil n’engage pas l’imprimeur : sa fiche du jour a raison contre ce fichier.',
    '',
    ...all.flatMap(printerSection),
  ].join('\n')
}

function printerSection({ spec: { id, title, gaps }, figures }: Printer): readonly string[] {
  const own = figures.filter(({ profile, from }) => profile === id && from !== undefined)
  return [
    `## ${id}`,
    '',
    `${title}.`,
    '',
    '| Chiffre | Source | Date |',
    '|---|---|---|',
    ...own.map(({ figure, from = '', date = '' }) => `| \`${figure}\` | ${from} | ${date} |`),
    '',
    ...(gaps.length > 0 ? [`Non publiés : ${gaps.map(key => `\`${key}\``).join(', ')}.`, ''] : []),
  ]
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` in a page that people write. */
function fill(path: string, name: string, content: string): void {
  if (!existsSync(path)) return
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const page = readFileSync(path, 'utf8')
  const [from, to] = [page.indexOf(open), page.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${path} has no place for ${name}: ${open} … ${close}`)
  writeFileSync(path, `${page.slice(0, from + open.length)}\n${content}\n${page.slice(to)}`)
}

mkdirSync(docs, { recursive: true })
writeFileSync(`${docs}regles.fr.md`, rulesPage())
writeFileSync(`${docs}commandes.fr.md`, await commandsPage())
writeFileSync(`${docs}imprimeurs.fr.md`, printersPage())
fill(fileURLToPath(new URL('../README.md', import.meta.url)), 'produits', productsTable())
