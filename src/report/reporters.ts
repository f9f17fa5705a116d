// The registry of reporters: `--reporter`, its choices and its help are made of this.
import { github } from './github.ts'
import { human } from './human.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'

export const reporters = { human, json, github, junit, sarif } as const satisfies Readonly<Record<string, Reporter>>

export type ReporterName = keyof typeof reporters

// Object.keys only knows strings; the keys are those of the literal above.
export const REPORTER_NAMES = Object.keys(reporters) as readonly ReporterName[]
