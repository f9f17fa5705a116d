// Writes the pages that are made of the registries: rules, commands. Run by `npm run docs`; CI checks that they are current.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { severityOf } from '../src/cli/explain-rule.ts'
import { makeProgram } from '../src/cli/program.ts'
import type { Session } from '../src/cli/session.ts'
import { VERB_NAMES } from '../src/cli/verbs.ts'
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
    return [
      `## signakit ${name}`,
      '',
      '```',
      command?.configureHelp({ helpWidth: 110 }).helpInformation().trimEnd() ?? '',
      '```',
      '',
    ]
  })
  return [GENERATED, '', '# Les commandes', '', ...(await Promise.all(helps)).flat()].join('\n')
}

mkdirSync(docs, { recursive: true })
writeFileSync(`${docs}regles.fr.md`, rulesPage())
writeFileSync(`${docs}commandes.fr.md`, await commandsPage())
