// The texts that the cells of an XLSX share, read once and kept packed.
import { text } from '../../model/diagnostic.ts'
import { MAX_SHEET_BYTES } from './limits.ts'
import { tooLarge } from './refusal.ts'
import { type StringStore, stringStore } from './string-store.ts'
import { textGatherer } from './xlsx-string.ts'
import { listenToAll, localName } from './xml-stream.ts'
import { inflatePart, partOf, type Zip } from './zip.ts'

export async function readStrings(zip: Zip, path: string | undefined): Promise<StringStore> {
  const store = stringStore()
  if (path === undefined || !partOf(zip, path)) return store
  const { file } = zip.source
  const gatherer = textGatherer(file)
  const close = (name: string): void => {
    const local = localName(name)
    if (local !== 'si') gatherer.close(local)
    else if (!store.add(gatherer.take())) {
      throw tooLarge(file, text('les textes du classeur dépassent 128 Mo', 'the workbook’s texts exceed 128 MB'))
    }
  }
  const listener = { open: (name: string) => gatherer.open(localName(name)), close, text: gatherer.text }
  await listenToAll(inflatePart(zip, path, MAX_SHEET_BYTES), listener, file)
  return store
}
