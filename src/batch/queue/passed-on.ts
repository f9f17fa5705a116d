// Why a worker leaves a kit to others: told in the kit's progress, which anyone may write, and in the talk of both machines.
import { z } from 'zod'
import { failureText } from '../../host/atomic.ts'
import { type Text, text } from '../../model/diagnostic.ts'

export type PassedOn = {
  readonly host: string
  readonly why: 'unseen' | 'other' | 'unwritable'
  /** As the run names it. */
  readonly path: string
  /** What the disk said. */
  readonly code?: string | undefined
}

/** They are shown on terminals. */
const schema = z.strictObject({
  host: z.string().regex(/^[\w.-]{1,255}$/),
  why: z.enum(['unseen', 'other', 'unwritable']),
  path: z.string().regex(/^[^\p{Cc}]{1,4096}$/u),
  code: z
    .string()
    .regex(/^E[A-Z0-9]{1,30}$/)
    .optional(),
})

/** Undefined for a progress that is none of ours. */
export function readPassedOn(progress: string | undefined): PassedOn | undefined {
  try {
    return schema.parse(JSON.parse(progress ?? ''))
  } catch {
    return undefined
  }
}

/** For whoever watches the run. */
export function passedOnText({ host, why, path, code = '' }: PassedOn): Text {
  if (why === 'unseen') {
    return text(
      `le worker de ${host} ne voit pas «\u00a0${path}\u00a0»\u00a0: montez-y le même dossier, puis --root ou --map-path\u202f; le kit est laissé à d’autres`,
      `the worker of ${host} does not see “${path}”: mount the same folder there, then --root or --map-path; the kit is left to others`,
    )
  }
  if (why === 'other') {
    return text(
      `le worker de ${host} n’a pas le même «\u00a0${path}\u00a0» que le lot\u00a0: donnez-lui le même dossier\u202f; le kit est laissé à d’autres`,
      `the worker of ${host} has not the same “${path}” as the run: give it the same folder; the kit is left to others`,
    )
  }
  const said = failureText(code)
  return text(
    `le worker de ${host} ne peut pas écrire dans «\u00a0${path}\u00a0»\u00a0: ${said.fr}\u202f; le kit est laissé à d’autres`,
    `the worker of ${host} cannot write into “${path}”: ${said.en}; the kit is left to others`,
  )
}

/** For whoever watches the worker. */
export function ownPassedOnText({ why, path, code = '' }: Omit<PassedOn, 'host'>): Text {
  if (why === 'unseen') {
    return text(
      `un kit demande «\u00a0${path}\u00a0», que ce worker ne voit pas ou n’a pas le droit de toucher (--root, --map-path)\u00a0: il le laisse à d’autres`,
      `a kit asks for “${path}”, which this worker does not see or may not touch (--root, --map-path): left to others`,
    )
  }
  if (why === 'other') {
    return text(
      `«\u00a0${path}\u00a0» n’est pas ici le même que pour le lot (--root, --map-path)\u00a0: ce worker laisse ces kits à d’autres`,
      `“${path}” is not the same here as for the run (--root, --map-path): this worker leaves these kits to others`,
    )
  }
  const said = failureText(code)
  return text(
    `ce worker ne peut pas écrire dans «\u00a0${path}\u00a0»\u00a0: ${said.fr}\u202f; il laisse ces kits à d’autres`,
    `this worker cannot write into “${path}”: ${said.en}; it leaves these kits to others`,
  )
}
