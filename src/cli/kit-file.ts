// The text of a new kit file: what was answered, and as comments what could be added. In French, as people's data is.
import { typed } from './typed.ts'

export type Answers = {
  readonly nom?: string
  readonly type?: string
  readonly caf?: string
  readonly gestionnaire?: string
  readonly voie?: string
  readonly 'code-postal'?: string
  readonly commune?: string
  readonly telephone?: string
  readonly courriel?: string
  readonly 'site-web'?: string
  readonly charte?: string
  readonly pieces?: readonly string[]
}

/** What stands for an answer that was not given and that a kit cannot do without. */
export const SAMPLE = { nom: 'Les Petits Explorateurs', type: 'micro-creche', caf: '33' } as const

/** The sample values that a file made of these answers holds, by key: people must replace them. */
export const samplesIn = (answers: Answers): readonly (keyof typeof SAMPLE)[] =>
  (['nom', 'type', 'caf'] as const).filter(key => answers[key] === undefined)

/** A JSON string is a YAML double-quoted scalar: no value is ever cut by a colon, a comma or a hash. */
const quote = (value: string): string => JSON.stringify(value)

/** Column where the remarks start. */
const REMARKS = 44

const remark = (line: string, words: string): string => (words === '' ? line : `${line.padEnd(REMARKS - 1)} # ${words}`)

/**
 * `key: "value"`, or the same as a comment with an example when there is no value. The sign touches the key, so that the
 * line is aligned as soon as the sign is gone; its group above is there already, empty, which is as if it were not.
 */
const entry = (indent: string, key: string, value: string | undefined, example: string, words = ''): string =>
  remark(value === undefined ? `${indent}#${key}: ${example}` : `${indent}${key}: ${quote(value)}`, words)

const required = (key: keyof typeof SAMPLE, answers: Answers, words: string): string => {
  const value = answers[key]
  return value === undefined
    ? remark(`  ${key}: ${quote(SAMPLE[key])}`, `exemple : à remplacer ; ${words}`)
    : remark(`  ${key}: ${quote(value)}`, words)
}

const address = ({ voie, 'code-postal': postcode, commune }: Answers): readonly string[] => [
  '  adresse:',
  entry('    ', 'voie', voie, '"12, rue des Lilas"'),
  entry('    ', 'code-postal', postcode, '"33000"'),
  entry('    ', 'commune', commune, 'Bordeaux'),
]

function pieces(chosen: readonly string[] = []): readonly string[] {
  const words = 'tous les produits : signakit list produits'
  if (chosen.length > 0) return [remark('  pieces:', words), ...chosen.map(piece => `    - ${piece}`)]
  return [
    remark('  pieces:', `sans liste, celles que la charte prévoit pour ce type ; ${words}`),
    '    #- vitrophanie-a5',
    '    #- { produit: plaque-300x200, id: plaque-entree, quantite: 2 }',
    '    #- affiche-a3',
  ]
}

/** `file` is the name that people will type to render it. */
export const kitFile = (answers: Answers, file: string): string =>
  [
    `# Kit de signalétique. Pour fabriquer les fichiers d’impression : signakit render ${typed(file).replace(/\s+/g, ' ')}`,
    '# Une ligne qui commence par # est ignorée : retirez le # pour vous en servir.',
    '',
    'structure:',
    required('nom', answers, 'tel qu’il doit se lire'),
    entry('  ', 'nom-court', undefined, 'Petits Explorateurs', 'servira si le nom entier ne tient pas'),
    entry('  ', 'lieu', undefined, 'Site des Lilas', 'imprimé sous le nom'),
    required('type', answers, 'tous les types : signakit list types'),
    required('caf', answers, 'numéro de département ; signakit list cafs'),
    entry('  ', 'gestionnaire', answers.gestionnaire, 'Ville de Bordeaux'),
    ...address(answers),
    entry('  ', 'capacite', undefined, '12'),
    entry('  ', 'telephone', answers.telephone, '"05 56 00 00 00"'),
    entry('  ', 'courriel', answers.courriel, 'contact@exemple.fr'),
    entry('  ', 'site-web', answers['site-web'], 'https://exemple.fr', 'le QR code y mène'),
    entry('  ', 'horaires', undefined, '["du lundi au vendredi, de 7 h 30 à 18 h 30"]'),
    '  partenaires:',
    '    #- { nom: Ville de Bordeaux, role: financeur, logo: logos/bordeaux.svg }',
    '',
    'kit:',
    entry('  ', 'charte', answers.charte, 'caf-maquette', 'signakit list chartes'),
    ...pieces(answers.pieces),
    '',
  ].join('\n')
