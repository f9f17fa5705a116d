// Which files a run speaks for: what it says nothing of in these is gone; of any other file it knows nothing.
import { sep } from 'node:path'
import type { World } from '../model/world.ts'
import { sourceKey } from './places.ts'
import { isPattern, matcher } from './sources.ts'

/** Whether one of the arguments, as typed, gives the file, or gave it when it was there. */
export function coverer(given: readonly string[], world: World): (file: string) => boolean {
  const tests = given.map((argument): ((file: string) => boolean) => {
    const key = sourceKey(argument)
    if (world.kind(argument) === 'folder') return file => file.startsWith(key.endsWith(sep) ? key : `${key}${sep}`)
    if (!isPattern(argument) || world.kind(argument) !== 'none') return file => file === key
    const pattern = matcher(key.replaceAll('\\', '/'))
    return file => pattern.test(file.replaceAll('\\', '/'))
  })
  return file => tests.some(test => test(sourceKey(file)))
}
