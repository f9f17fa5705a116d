// zod's issues → sentences: what was expected, what was seen, and the nearest thing that would have been right.
import type { $ZodIssue } from 'zod/v4/core'
import { type Diagnostic, type Span, type Text, text } from '../model/diagnostic.ts'
import { diagnose } from './diagnose.ts'
import { nearest } from './nearest.ts'
import { heard } from './said.ts'
import { expected, seen } from './value-words.ts'
import { childPath, type PlacedValue } from './yaml.ts'

type Path = readonly PropertyKey[]

type Scene = {
  readonly value: PlacedValue
  readonly path: string
  /** The value's name in the file: `nom`, or `pieces[2]`. */
  readonly name: string
  /** The data there. */
  readonly data: unknown
  readonly at: Span
  readonly hintOf: KeyHint
  readonly written: Written
}

/** The text of a file at a place: keys are told as they were typed. */
export type Written = (at: Span) => string | undefined

export type KeyHint = (kind: 'missing' | 'unknown' | 'kind', path: string, data?: unknown) => Text | undefined

const pathOf = (path: Path): string => path.reduce<string>((before, key) => childPath(before, String(key)), '')

/** The last key, with the rank of what is in a list: `partenaires[2]`, counted from 1. */
function nameOf(path: Path): string {
  const key = path.findLastIndex(part => typeof part === 'string')
  const ranks = path.slice(key + 1).map(rank => `[${Number(rank) + 1}]`)
  return `${String(path[key] ?? '')}${ranks.join('')}`
}

const dataAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => {
    const holder: object = Object(inner)
    return Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined
  }, data)

/** The place of a path, else of the key of its nearest parent. */
export function nearestPlace({ spans }: PlacedValue, path: Path, file: string): Span {
  const own = spans[pathOf(path)]
  if (own) return own
  for (let length = path.length - 1; length > 0; length--) {
    const parent = pathOf(path.slice(0, length))
    const place = spans[`${parent}#key`] ?? spans[parent]
    if (place) return place
  }
  const root = spans['']
  if (root && 'cell' in root) return root
  return { ...(root ?? { file, line: 1, column: 1 }), length: 0 }
}

const didYouMean = (near: string): Text => text(`vouliez-vous dire \`${near}\` ?`, `did you mean \`${near}\`?`)

const choices = (known: readonly string[]): Text => text(`choix : ${known.join(', ')}`, `choices: ${known.join(', ')}`)

function missing({ name, at, value, path, hintOf }: Scene): Diagnostic {
  const empty = value.spans[`${path}#key`]
  const hint = hintOf('missing', path)
  const message = empty
    ? text(`\`${name}\` est vide`, `\`${name}\` is empty`)
    : text(`il manque \`${name}\``, `\`${name}\` is missing`)
  return diagnose('missing-key', empty ?? at, message, hint ? { hint } : {})
}

const wrong = ({ at }: Scene, message: Text, hint?: Text): Diagnostic =>
  diagnose('wrong-value', at, message, hint ? { hint } : {})

function wrongType(scene: Scene, kinds: readonly string[]): Diagnostic {
  const { name, data } = scene
  if (data === undefined) return missing(scene)
  const [wanted, found] = [expected(kinds), seen(data)]
  if (name === '') {
    return wrong(
      scene,
      text(`le fichier doit être ${wanted.fr}, pas ${found.fr}`, `the file must be ${wanted.en}, not ${found.en}`),
      scene.hintOf('kind', scene.path, data),
    )
  }
  return wrong(
    scene,
    text(`\`${name}\` attend ${wanted.fr}, pas ${found.fr}`, `\`${name}\` expects ${wanted.en}, not ${found.en}`),
    scene.hintOf('kind', scene.path, data),
  )
}

/** Unknown keys told one by one; a file of another kind may have thousands. */
const TOLD_KEYS = 50

function unknownKeys(scene: Scene, keys: readonly string[], known: readonly string[]): readonly Diagnostic[] {
  const told = keys.slice(0, TOLD_KEYS).map(key => unknownKey(scene, key, known))
  const others = keys.length - told.length
  if (others === 0) return told
  return [
    ...told,
    diagnose('unknown-key', scene.at, text(`et ${others} autres clés inconnues`, `and ${others} more unknown keys`)),
  ]
}

function unknownKey({ value, path, at, hintOf, written }: Scene, key: string, known: readonly string[]): Diagnostic {
  const near = nearest(key, known)
  const list =
    known.length > 0 ? text(`clés possibles : ${known.join(', ')}`, `possible keys: ${known.join(', ')}`) : undefined
  const hint = hintOf('unknown', childPath(path, key)) ?? (near === undefined ? list : didYouMean(near))
  const place = value.spans[`${childPath(path, key)}#key`] ?? at
  const typed = written(place) ?? key
  return diagnose(
    'unknown-key',
    place,
    text(`clé inconnue \`${typed}\``, `unknown key \`${typed}\``),
    hint ? { hint } : {},
  )
}

function wrongChoice(scene: Scene, values: readonly unknown[]): Diagnostic {
  const { name, data } = scene
  if (data === undefined) return missing(scene)
  const known = values.map(String)
  const near = typeof data === 'string' ? nearest(data, known) : undefined
  const found = seen(data)
  return wrong(
    scene,
    text(`\`${name}\` : ${found.fr} n’est pas un choix possible`, `\`${name}\`: ${found.en} is not a choice`),
    near === undefined
      ? choices(known)
      : text(`${didYouMean(near).fr} (${choices(known).fr})`, `${didYouMean(near).en} (${choices(known).en})`),
  )
}

type Bound = Extract<$ZodIssue, { code: 'too_small' | 'too_big' }>

function outOfBounds(scene: Scene, issue: Bound): Diagnostic {
  const { name, data, at } = scene
  const low = issue.code === 'too_small'
  const bound = low ? issue.minimum : issue.maximum
  const side = low ? text('au moins', 'at least') : text('au plus', 'at most')
  if (issue.origin === 'string') {
    if (data === '') return diagnose('missing-key', at, text(`\`${name}\` est vide`, `\`${name}\` is empty`))
    const { length } = String(data)
    const message = text(
      `\`${name}\` fait ${length} caractères, il en faut ${bound} ${side.fr}`,
      `\`${name}\` has ${length} characters, it takes ${bound} ${side.en}`,
    )
    if (low) return diagnose('wrong-value', at, message)
    const over = length - Number(bound)
    const [fr, en] = over === 1 ? ['caractère', 'character'] : ['caractères', 'characters']
    const hint = text(`raccourcissez de ${over}\u00a0${fr}`, `shorten it by ${over} ${en}`)
    return diagnose('value-too-long', at, message, { hint })
  }
  if (issue.origin === 'array' || issue.origin === 'set') {
    const { length } = Array.isArray(data) ? data : []
    return wrong(
      scene,
      text(
        `\`${name}\` compte ${length} éléments, il en faut ${bound} ${side.fr}`,
        `\`${name}\` has ${length} items, it takes ${bound} ${side.en}`,
      ),
      low
        ? scene.hintOf('kind', scene.path, data)
        : text(`retirez-en ${length - Number(bound)}`, `remove ${length - Number(bound)} of them`),
    )
  }
  const strictly = issue.inclusive === false
  const limit = low
    ? text(
        `doit être ${strictly ? 'plus grand que' : 'd’au moins'} ${bound}`,
        `must be ${strictly ? 'more than' : 'at least'} ${bound}`,
      )
    : text(
        `doit être ${strictly ? 'plus petit que' : 'd’au plus'} ${bound}`,
        `must be ${strictly ? 'less than' : 'at most'} ${bound}`,
      )
  return wrong(
    scene,
    text(`\`${name}\` ${limit.fr}, pas ${seen(data).fr}`, `\`${name}\` ${limit.en}, not ${seen(data).en}`),
    scene.hintOf('kind', scene.path, data),
  )
}

/** Whether a branch of a union is for data of another kind: a text where a list stands. */
const isMisfit = (branch: readonly $ZodIssue[]): boolean =>
  branch.some(issue => {
    if (issue.path.length > 0) return false
    if (issue.code === 'invalid_union') return issue.errors.length > 0 && issue.errors.every(isMisfit)
    return issue.code === 'invalid_type' || issue.code === 'invalid_value'
  })

/** The issues of the branch that the data has the right kind for; the fewer, the nearer. */
function unionIssues(issue: Extract<$ZodIssue, { code: 'invalid_union' }>): readonly $ZodIssue[] | undefined {
  const [best] = issue.errors.filter(branch => !isMisfit(branch)).toSorted((a, b) => a.length - b.length)
  return best
}

/** The kinds that a union's branches expect, through unions inside unions. */
const kindsOf = (issues: readonly (readonly $ZodIssue[])[]): readonly string[] =>
  issues.flat().flatMap(issue => {
    if (issue.path.length > 0) return []
    if (issue.code === 'invalid_union') return kindsOf(issue.errors)
    return issue.code === 'invalid_type' ? [issue.expected] : []
  })

function sayUnion(
  issue: Extract<$ZodIssue, { code: 'invalid_union' }>,
  scene: Scene,
  path: Path,
  tell: Tell,
): readonly Diagnostic[] {
  if ('options' in issue && Array.isArray(issue.options)) return [wrongChoice(scene, issue.options)]
  if (scene.data === undefined) return [missing(scene)]
  const best = unionIssues(issue)
  if (best) return best.flatMap(inner => tell(inner, [...path, ...inner.path]))
  const values = issue.errors.flat().flatMap(inner => (inner.code === 'invalid_value' ? inner.values : []))
  const kinds = kindsOf(issue.errors)
  return [values.length > 0 ? wrongChoice(scene, values) : wrongType(scene, kinds)]
}

type Tell = (issue: $ZodIssue, path: Path) => readonly Diagnostic[]

function sayIssue(issue: $ZodIssue, scene: Scene, path: Path, tell: Tell): readonly Diagnostic[] {
  const { name, data } = scene
  const own = heard(issue.message)
  if (own) {
    const message = text(`\`${name}\` ${own.fr}`, `\`${name}\` ${own.en}`)
    return [wrong(scene, message, scene.hintOf('kind', scene.path, data))]
  }
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(scene, [issue.expected])]
    case 'unrecognized_keys':
      return unknownKeys(scene, issue.keys, issue.message === '' ? [] : issue.message.split(' '))
    case 'invalid_value':
      return [wrongChoice(scene, issue.values)]
    case 'too_small':
    case 'too_big':
      return [outOfBounds(scene, issue)]
    case 'invalid_union':
      return sayUnion(issue, scene, path, tell)
    case 'invalid_key': {
      const at = scene.value.spans[`${scene.path}#key`] ?? scene.at
      return [
        wrong(
          { ...scene, at },
          text(`\`${name}\` n’est pas une clé possible ici`, `\`${name}\` is not a possible key here`),
        ),
      ]
    }
    case 'not_multiple_of':
      return [
        wrong(
          scene,
          text(
            `\`${name}\` doit être un multiple de ${issue.divisor}`,
            `\`${name}\` must be a multiple of ${issue.divisor}`,
          ),
        ),
      ]
    case 'invalid_format':
    case 'invalid_element':
    case 'custom':
      if (data === undefined) return [missing(scene)]
      return [
        wrong(
          scene,
          text(
            `\`${name}\` n’a pas la forme attendue : ${seen(data).fr}`,
            `\`${name}\` does not have the expected form: ${seen(data).en}`,
          ),
        ),
      ]
  }
}

/** Every issue as a finding, at the place of its value, of its key, or of the nearest parent. */
export function diagnosticsOf(
  issues: readonly $ZodIssue[],
  value: PlacedValue,
  file: string,
  hintOf: KeyHint = () => undefined,
  written: Written = () => undefined,
): readonly Diagnostic[] {
  const tell: Tell = (issue, path) => {
    const scene = {
      value,
      path: pathOf(path),
      name: nameOf(path),
      data: dataAt(value.data, path),
      at: nearestPlace(value, path, file),
      hintOf,
      written,
    }
    return sayIssue(issue, scene, path, tell)
  }
  return issues.flatMap(issue => tell(issue, issue.path))
}
