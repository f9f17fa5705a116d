// The printing condition a file is made for, with its profile inside (ISO 15930-7 6.4).
import type { Profile } from '../../model/assets.ts'
import type { Output } from '../../model/sheet.ts'
import { type Ref, Text } from './object.ts'
import type { PdfFile } from './pdf-file.ts'

export function outputIntent(file: PdfFile, { condition }: Output, profile: Profile): Ref {
  const { identifier, info, registry } = condition
  return file.add({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: new Text(identifier),
    OutputCondition: new Text(info),
    Info: new Text(info),
    RegistryName: registry === undefined ? undefined : new Text(registry),
    DestOutputProfile: file.addStream({ N: profile.channels }, profile.deflated(), 'deflated'),
  })
}
