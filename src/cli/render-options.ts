// The options that render and check share, and what they mean to the pipeline.
import { type Command, Option } from '@commander-js/extra-typings'
import { FORMATS } from '../backend/backends.ts'
import { text } from '../model/diagnostic.ts'
import { STANDARDS } from '../model/standard.ts'
import { REPORTER_NAMES } from '../report/reporters.ts'
import { oneOf, readPiece, readSetting, severalOf, wholeNumber } from './option-values.ts'
import { readRule } from './rule-option.ts'
import type { Session } from './session.ts'

const SCREENS = ['proof', 'brand'] as const
const FACES = ['public', 'production'] as const
const FAIL_ON = ['error', 'warning'] as const

/** 20 dpi is a thumbnail; beyond 1200 no eye and no press gains anything. */
const DPI = { lowest: 20, highest: 1200, initial: 150 } as const

/** Adds the options; their values arrive typed in the action. */
export const withRenderOptions = <A extends unknown[]>(command: Command<A>, { say }: Session) =>
  command
    .addOption(
      new Option('--format <formats>', say(text('formats des fichiers : pdf, svg, png', 'file formats: pdf, svg, png')))
        .default(undefined, 'pdf,png')
        .argParser(severalOf('--format', FORMATS)),
    )
    .addOption(
      new Option(
        '--piece <id[=n]>',
        say(text('n’écrit que cette pièce, n exemplaires ; répétable', 'writes only this piece, n copies; repeatable')),
      ).argParser(readPiece),
    )
    .option('--brand <id|path>', say(text('charte graphique', 'brand pack')))
    .option('--printer <id|path>', say(text('profil d’imprimeur', 'printer profile')))
    .addOption(
      new Option(
        '--pdf <x4|x1a|x3>',
        say(text('norme des PDF ; par défaut, celle de l’imprimeur', 'standard of the PDFs; the printer’s by default')),
      ).argParser(oneOf('--pdf', STANDARDS)),
    )
    .addOption(
      new Option('--dpi <n>', say(text('résolution des PNG', 'resolution of the PNGs')))
        .default(DPI.initial)
        .argParser(wholeNumber('--dpi', DPI.lowest, DPI.highest)),
    )
    .addOption(
      new Option(
        '--face <public|production>',
        say(text('ce que montrent les PNG : le panneau posé, ou ce qui part en machine', 'what PNGs show')),
      )
        .default('public' as const)
        .argParser(oneOf('--face', FACES)),
    )
    .addOption(
      new Option(
        '--screen <proof|brand>',
        say(
          text(
            'couleurs des PNG : l’épreuve des encres, ou celles de la charte',
            'colours of PNGs: soft proof, or the brand’s own',
          ),
        ),
      )
        .default('proof' as const)
        .argParser(oneOf('--screen', SCREENS)),
    )
    .option('--outline-text', say(text('textes vectorisés dans les PDF', 'text as outlines in the PDFs')))
    .option(
      '--small-profile',
      say(text('petit profil FOGRA39 dans les PDF, pour le courriel', 'small FOGRA39 profile in the PDFs, for mail')),
    )
    .option(
      '--live-text',
      say(text('textes vivants dans les SVG (polices à installer)', 'live text in the SVGs (fonts to be installed)')),
    )
    .option('--marks', say(text('traits de coupe et repères', 'crop and register marks')))
    .addOption(
      new Option(
        '--set <path=value>',
        say(text('remplace une valeur du kit ; répétable', 'replaces a value of the kit; repeatable')),
      ).argParser(readSetting),
    )
    .addOption(
      new Option(
        '--rule <id=policy>',
        say(
          text(
            'refuser, ecarter, avertir ou ignorer une règle ; répétable',
            'refuser, ecarter, avertir or ignorer a rule; repeatable',
          ),
        ),
      ).argParser(readRule),
    )
    .option('--config <file>', say(text('fichier de projet signakit.yaml', 'project file signakit.yaml')))
    .addOption(
      new Option(
        '--reporter <name>',
        say(text(`forme des messages : ${REPORTER_NAMES.join(', ')}`, 'form of the messages')),
      )
        .default('human' as const)
        .argParser(oneOf('--reporter', REPORTER_NAMES)),
    )
    .option('--json', say(text('un document JSON sur la sortie standard', 'one JSON document on stdout')))
    .addOption(
      new Option(
        '--fail-on <error|warning>',
        say(text('gravité qui fait échouer le code de sortie', 'severity that fails the exit code')),
      )
        .default('error' as const)
        .argParser(oneOf('--fail-on', FAIL_ON)),
    )
    .option('--quiet', say(text('ne montre que les erreurs', 'shows errors only')))
    .option('--force', say(text('remplace aussi ce qui existe déjà', 'also replaces what already exists')))
