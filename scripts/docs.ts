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
import { fileChecks } from '../src/preflight/file-checks.ts'
import { GWG_2022, type Level, VARIANT_NAMES, VARIANTS, type Variant } from '../src/preflight/press/gwg-2022.ts'
import type { GwgCheck } from '../src/preflight/press/press-check.ts'
import { gwgChecks, pressChecks } from '../src/preflight/press-checks.ts'
import { rulesByStage } from '../src/rules.ts'
import { sheetsPage } from '../test/sheets/dirty-cells.ts'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))

const GENERATED = '<!-- Page produite par `npm run docs` : ne pas la modifier à la main. -->'

const french: Session = {
  lang: 'fr',
  color: false,
  columns: undefined,
  interactive: false,
  cwd: docs,
  typed: [],
  say: text => text.fr,
  result: () => {},
  talk: () => {},
  draw: () => {},
  again: () => Promise.resolve(),
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

/** Figures as French people read them. */
const figures = (values: readonly number[]): string => values.map(value => String(value).replace('.', ',')).join(' / ')

const WORDS = { error: 'erreur', warning: 'avertissement', note: 'remarque' } as const

/** What one variant asks of one rule, as a cell. */
function levelCell(level: Level | undefined): string {
  if (!level) return '–'
  return level.values.length === 0 ? WORDS[level.severity] : `${WORDS[level.severity]} ${figures(level.values)}`
}

/** Our names of a GWG rule: its own check, or the file rules whose source it is. */
function namesOfGwg(gwg: string): readonly string[] {
  const own = Object.entries<GwgCheck>(gwgChecks).filter(([, check]) => check.gwg === gwg)
  const others = Object.entries<Rule>({ ...fileChecks, ...pressChecks }).filter(([, { source = '' }]) =>
    new RegExp(`\\b${gwg}\\b`).test(source),
  )
  return [...own, ...others].map(([id]) => `[\`${id}\`](regles.fr.md#${id})`)
}

/** The thresholds of GWG 2022, and what is checked beside them. */
function checkPage(): string {
  const head = ['GWG', 'Règle', ...VARIANT_NAMES.map(name => `${VARIANTS[name]} (\`${name}\`)`)]
  const rows = (
    Object.entries(GWG_2022) as readonly (readonly [string, Readonly<Record<Variant, Level | undefined>>])[]
  )
    .map(([gwg, row]) => [gwg, namesOfGwg(gwg).join(', '), ...VARIANT_NAMES.map(name => levelCell(row[name]))])
    .map(cells => `| ${cells.join(' | ')} |`)
  const others = Object.entries<Rule>(pressChecks).map(
    ([id, rule]) =>
      `| [\`${id}\`](regles.fr.md#${id}) | ${rule.title.fr} | ${severityOf(rule).fr} | ${rule.source ?? ''} |`,
  )
  return [
    GENERATED,
    '',
    '# Ce que le contrôle d’un PDF regarde',
    '',
    'Les seuils de GWG 2022, par variante. Corps et largeurs de filet sont en points, encrages en part (3,2 vaut 320\u00a0%) puis côté du',
    'carré en millimètres, résolutions en points par pouce (erreur, avertissement)\u00a0; en grand format, elles se divisent par la',
    'distance de lecture.',
    '',
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...rows,
    '',
    '## En plus, quelle que soit la variante',
    '',
    '| Règle | Ce qu’elle dit | Gravité | Source |',
    '|---|---|---|---|',
    ...others,
    '',
  ].join('\n')
}

mkdirSync(docs, { recursive: true })
writeFileSync(`${docs}controle-pdf.fr.md`, checkPage())
writeFileSync(`${docs}regles.fr.md`, rulesPage())
writeFileSync(`${docs}commandes.fr.md`, await commandsPage())
writeFileSync(`${docs}imprimeurs.fr.md`, printersPage())
writeFileSync(`${docs}tableurs.fr.md`, await sheetsPage())
fill(fileURLToPath(new URL('../README.md', import.meta.url)), 'produits', productsTable())
