// Output intents (ISO 32000-1 14.11.5).
import { type IccProfile, readIccProfile } from './icc-profile.ts'
import { asBytes, asDict, asRef, type PdfDict } from './object.ts'
import type { Objects } from './objects.ts'
import { textString } from './text-string.ts'

export type OutputIntent = {
  readonly subtype: string
  readonly identifier: string
  readonly condition: string
  readonly registry: string
  readonly info: string
  readonly profile?: IccProfile
  /** Object number of the profile's stream. */
  readonly profileObject?: number
  /** `/N` of the profile's stream. */
  readonly channels?: number
}

export function readOutputIntents(catalog: PdfDict, objects: Objects): OutputIntent[] {
  return objects.array(catalog, 'OutputIntents').flatMap(value => {
    const dict = asDict(value)
    return dict ? [readIntent(dict, objects)] : []
  })
}

function readIntent(dict: PdfDict, objects: Objects): OutputIntent {
  const text = (key: string): string => textString(asBytes(objects.get(dict, key)) ?? new Uint8Array(0))
  const stream = objects.stream(dict, 'DestOutputProfile')
  const channels = objects.number(stream?.dict, 'N')
  return {
    subtype: objects.name(dict, 'S') ?? '',
    identifier: text('OutputConditionIdentifier'),
    condition: text('OutputCondition'),
    registry: text('RegistryName'),
    info: text('Info'),
    ...(stream && {
      profile: readIccProfile(stream, objects),
      profileObject: asRef(dict.entries.get('DestOutputProfile'))?.number ?? 0,
    }),
    ...(channels !== undefined && { channels }),
  }
}
