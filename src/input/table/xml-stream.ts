// The elements of a workbook's XML as they stream by: strict, bounded in depth and in what it holds, with no entities.
import { SaxesParser } from 'saxes'
import { text } from '../../model/diagnostic.ts'
import { MAX_XML_RUN } from './limits.ts'
import { damaged, type Refusal } from './refusal.ts'

export type Listener = {
  open(name: string, attributes: Readonly<Partial<Record<string, string>>>): void
  close(name: string): void
  text?(data: string): void
}

const MAX_DEPTH = 200

/** Without its prefix, which writers of OOXML choose: `x:row`, `d3p1:id`. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const broken = (file: string): Refusal =>
  damaged(file, text('son XML est fautif ou coupé', 'its XML is wrong or cut short'))

const trapped = (file: string): Refusal =>
  damaged(file, text('son XML n’est pas celui d’un tableur', 'its XML is not that of a spreadsheet'))

/** Workbooks are in UTF-8; the standards allow UTF-16, which no writer of them uses. */
function decoding(file: string): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return bytes => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw broken(file)
    }
  }
}

/** Feeds a part to a listener. It yields after each piece, so that what the listener has gathered can be taken. */
export async function* listenTo(
  chunks: AsyncIterable<Uint8Array>,
  listener: Listener,
  file: string,
): AsyncGenerator<undefined> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let [depth, waiting] = [0, 0]
  parser.on('doctype', doctype => {
    // Entities that hold entities fill the memory; no workbook has any.
    if (doctype.includes('[')) throw trapped(file)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) throw trapped(file)
    waiting = 0
    listener.open(name, attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    waiting = 0
    listener.close(name)
  })
  if (listener.text) {
    const { text: onText } = listener
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  const decoder = decoding(file)
  const parse = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      // saxes reports bad XML by throwing a plain Error; any other kind is a refusal, or our own bug.
      throw error instanceof Error && error.constructor === Error ? broken(file) : error
    }
  }
  for await (const bytes of chunks) {
    waiting += bytes.length
    const data = decoder(bytes)
    parse(() => parser.write(data))
    if (waiting > MAX_XML_RUN) throw trapped(file)
    yield undefined
  }
  const rest = decoder()
  parse(() => parser.write(rest).close())
  yield undefined
}

/** Reads a part to its end. */
export async function listenToAll(chunks: AsyncIterable<Uint8Array>, listener: Listener, file: string): Promise<void> {
  for await (const _ of listenTo(chunks, listener, file)) {
    // Nothing to take on the way.
  }
}
