// The registry of commands. Only the one that is asked for is loaded: start-up is import time.
import type { Command } from '@commander-js/extra-typings'
import { type Text, text } from '../model/diagnostic.ts'
import type { Session } from './session.ts'

/** Adds its arguments, options and action to a command that already has its name and summary. */
export type Declare = (command: Command, session: Session) => void

type Verb = {
  /** What follows the name in the usage line. */
  readonly usage: Text
  readonly summary: Text
  readonly load: () => Promise<Declare>
}

export const verbs = {
  new: {
    usage: text('[kit.yaml]', '[kit.yaml]'),
    summary: text(
      'crée un fichier de kit commenté, à partir de quelques questions ou d’options',
      'creates a commented kit file, from a few questions or from options',
    ),
    load: async () => (await import('./new.ts')).declareNew,
  },
  render: {
    usage: text('<kit.yaml|->…', '<kit.yaml|->…'),
    summary: text('fabrique les fichiers d’impression d’un ou plusieurs kits', 'makes the print files of kits'),
    load: async () => (await import('./render.ts')).declareRender,
  },
  batch: {
    usage: text('<tableur|dossier|motif>…', '<sheet|folder|pattern>…'),
    summary: text(
      'fabrique les kits d’un tableur ou d’un dossier, par milliers',
      'makes the kits of a sheet or a folder, by the thousand',
    ),
    load: async () => (await import('./batch.ts')).declareBatch,
  },
  merge: {
    usage: text('[dossier…]', '[folder…]'),
    summary: text(
      'réunit les rapports d’un lot fait en plusieurs parts',
      'merges the reports of a batch made in shards',
    ),
    load: async () => (await import('./merge.ts')).declareMerge,
  },
  worker: {
    usage: text('--queue redis://…', '--queue redis://…'),
    summary: text(
      'fabrique les kits des lots lancés avec --queue, sur autant de machines qu’on veut',
      'makes the kits of batches run with --queue, on any number of machines',
    ),
    load: async () => (await import('./worker.ts')).declareWorker,
  },
  check: {
    usage: text('<fichier|dossier>…', '<file|folder>…'),
    summary: text(
      'dit tout ce que render dirait, sans rien écrire ; contrôle aussi une charte, un modèle, un imprimeur, un PDF',
      'says all that render would say and writes nothing; also checks a brand, a template, a printer, a PDF',
    ),
    load: async () => (await import('./check.ts')).declareCheck,
  },
  fix: {
    usage: text('<feuille.xlsx|.csv>', '<sheet.xlsx|.csv>'),
    summary: text(
      'écrit une copie corrigée d’une feuille de structures, jamais l’original',
      'writes a corrected copy of a sheet of structures, never the original',
    ),
    load: async () => (await import('./fix.ts')).declareFix,
  },
  list: {
    usage: text('<liste>', '<list>'),
    summary: text(
      'montre ce qui existe : produits, chartes, modeles, imprimeurs, types, cafs, controles, polices, textes',
      'shows what exists: products, brands, templates, printers, types, cafs, checks, fonts, texts',
    ),
    load: async () => (await import('./list.ts')).declareList,
  },
  explain: {
    usage: text('<règle> | <pièce> <kit.yaml>', '<rule> | <piece> <kit.yaml>'),
    summary: text(
      'explique une règle et son remède, ou pourquoi une taille, une coupure, une position',
      'explains a rule and its remedy, or why a size, a break, a position',
    ),
    load: async () => (await import('./explain.ts')).declareExplain,
  },
  schema: {
    usage: text('<format>', '<format>'),
    summary: text(
      'donne le schéma JSON d’un format de fichier, pour les éditeurs',
      'gives the JSON Schema of a file format, for editors',
    ),
    load: async () => (await import('./schema.ts')).declareSchema,
  },
  dump: {
    usage: text('<étape> <kit.yaml>', '<stage> <kit.yaml>'),
    summary: text('montre la valeur d’une étape, en JSON', 'shows the value of a stage, as JSON'),
    load: async () => (await import('./dump.ts')).declareDump,
  },
} as const satisfies Readonly<Record<string, Verb>>

export type VerbName = keyof typeof verbs

export const isVerb = (name: string): name is VerbName => Object.hasOwn(verbs, name)

// Object.keys only knows strings; the keys are those of the literal above.
export const VERB_NAMES = Object.keys(verbs) as readonly VerbName[]
