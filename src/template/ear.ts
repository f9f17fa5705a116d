// Remembers what was made of a scope's answers while they stay the same: from one rung of a ladder to the next few do not,
// nor from one kit to another.
import type { Photo } from '../artwork/photo.ts'
import { ExpressionError, parseExpression } from './expression.ts'
import { sameSpan } from './same-datum.ts'
import type { Filled, Resources, Scope } from './scope.ts'
import { isOfSheet } from './slots.ts'

/** What moves under a sheet's elements: another kit or form of its name begins an epoch, a mistake is counted. */
export type Moment = {
  readonly epoch: number
  readonly mistakes: number
  /** Number of the attempt. */
  readonly attempts: number
  /** The attempt that changed a variable last, a slot, or what is left out, by name (`depends.ts`). */
  readonly changed: ReadonlyMap<string, number>
  /** The attempt that may have changed everything last: it began with another form of the name. */
  readonly anew: number
}

/** Asks again what was asked, and tells whether the answer is the same. */
export type Ask = () => boolean

/** What was asked while something was made. What only the sheet decides is not noted: it cannot change. */
type Answers = {
  /** Variables change at each attempt. */
  readonly variables: Ask[]
  /** Data change with the epoch. */
  readonly data: Ask[]
  /** So do fonts, drawings and photos, which no name tells. */
  readonly pictures: Ask[]
  /** False when it must be made each time: pixels were asked for, or a mistake was found. */
  lasting: boolean
}

export type Ear = {
  /** The scope to make things with. */
  readonly scope: Scope
  readonly moment: Moment
  /** Makes something, and notes what it asks. */
  hear<T>(make: () => T): { readonly value: T; readonly answers: Answers }
}

const sameFilled = (a: Filled | undefined, b: Filled | undefined): boolean =>
  a?.text === b?.text && sameSpan(a?.from, b?.from)

/** What may change the value of an expression; a mistake is counted when it is evaluated. */
function changedBy(expression: unknown): 'variables' | 'data' | undefined {
  if (typeof expression !== 'string') return undefined
  try {
    const { varies, slots } = parseExpression(expression)
    return varies ? 'variables' : slots.every(isOfSheet) ? undefined : 'data'
  } catch (error) {
    if (error instanceof ExpressionError) return undefined
    throw error
  }
}

export function openEar(scope: Scope, moment: Moment): Ear {
  let heard: Answers | undefined
  const resources: Resources = {
    font(key) {
      const font = scope.resources.font(key)
      heard?.pictures.push(() => scope.resources.font(key) === font)
      return font
    },
    logo(key) {
      const logo = scope.resources.logo(key)
      heard?.pictures.push(() => scope.resources.logo(key) === logo)
      return logo
    },
    pictogram(key) {
      const pictogram = scope.resources.pictogram(key)
      heard?.pictures.push(() => scope.resources.pictogram(key) === pictogram)
      return pictogram
    },
    // That there is one; which one is asked again when it is drawn, so that no photo outlives its kit.
    get photo(): Photo | undefined {
      const { photo } = scope.resources
      const some = photo !== undefined
      heard?.pictures.push(() => (scope.resources.photo !== undefined) === some)
      return photo
    },
  }
  const listening: Scope = {
    ...scope,
    resources,
    number(expression) {
      const value = scope.number(expression)
      const by = changedBy(expression)
      if (by) heard?.[by].push(() => scope.number(expression) === value)
      return value
    },
    flag(expression) {
      const value = scope.flag(expression)
      const by = changedBy(expression)
      if (by) heard?.[by].push(() => scope.flag(expression) === value)
      return value
    },
    fill(content) {
      const filled = scope.fill(content)
      if (content.includes('{')) heard?.data.push(() => sameFilled(scope.fill(content), filled))
      return filled
    },
    slot(path) {
      const datum = scope.slot(path)
      if (!isOfSheet(path)) heard?.data.push(() => scope.slot(path) === datum)
      return datum
    },
    request(image) {
      if (heard) heard.lasting = false
      return scope.request(image)
    },
  }
  return {
    scope: listening,
    moment,
    hear(make) {
      const answers: Answers = { variables: [], data: [], pictures: [], lasting: true }
      const { mistakes } = moment
      heard = answers
      const value = make()
      heard = undefined
      if (moment.mistakes !== mistakes) answers.lasting = false
      return { value, answers }
    },
  }
}

/** A memory of one thing: `ask` gives it again while its answers stay the same. */
export type Remembered<T> = { readonly value: T; readonly answers: Answers; epoch: number }

export function remember<T>(ear: Ear, make: () => T): Remembered<T> {
  const { epoch } = ear.moment
  return { ...ear.hear(make), epoch }
}

/** Whether all of some questions are answered as they were. */
export function stand(asks: readonly Ask[]): boolean {
  for (const ask of asks) if (!ask()) return false
  return true
}

export function holds<T>(known: Remembered<T>, { moment }: Ear): boolean {
  const { variables, data, pictures, lasting } = known.answers
  if (!lasting || !stand(variables)) return false
  if (known.epoch !== moment.epoch && !(stand(data) && stand(pictures))) return false
  known.epoch = moment.epoch
  return true
}

/** Things kept that hang on variables alone: the rungs of a ladder come again with each kit. */
const KEPT = 8

const ofVariables = ({ answers }: Remembered<unknown>): boolean =>
  answers.lasting && answers.data.length === 0 && answers.pictures.length === 0

/** Something made with the scope of an ear, and made again only when an answer differs. */
export type Answered<T> = {
  /** `told`: it is known that an answer differs. */
  ask(told?: boolean): T
  /** What of the last answer no name tells. */
  pictures(): readonly Ask[]
}

export function whileAnswered<T>(ear: Ear, make: (scope: Scope) => T): Answered<T> {
  let latest: Remembered<T> | undefined
  let others: readonly Remembered<T>[] = []
  return {
    ask(told = false) {
      if (latest && !told && holds(latest, ear)) return latest.value
      const known = others.find(other => holds(other, ear))
      if (latest && ofVariables(latest)) others = [latest, ...others.filter(other => other !== known)].slice(0, KEPT)
      latest = known ?? remember(ear, () => make(ear.scope))
      return latest.value
    },
    pictures: () => latest?.answers.pictures ?? [],
  }
}
