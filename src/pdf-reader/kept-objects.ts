// Objects of files read before, by their bytes: the files of a run share most of theirs, fonts and layers above all. What
// lies in a file byte for byte as it lay in another is not parsed again, and costs the file the same budget.
import { Budget, LIMITS } from './budget.ts'
import { isDigit, isWhite } from './bytes.ts'
import { readIndirect } from './indirect.ts'
import { keepInflated } from './inflate.ts'
import { asStream, type PdfObject } from './object.ts'

export type KeptObject = {
  readonly number: number
  readonly value: PdfObject
  /** What parsing it takes of a file's budget. */
  readonly tokens: number
}

type Kept = KeptObject & { readonly bytes: Uint8Array }

/** Longer ones are pictures and profiles, which are looked at in other ways. */
const LONGEST = 32_768

/** Objects kept: a kit has about a hundred, and what two kits share is nearly always shared by neighbours. */
const MOST = 512

let young = new Map<string, Kept>()
let old = new Map<string, Kept>()

/** The object that lies between two offsets, whole and with nothing wrong in it; undefined for any other. */
export function keptObject(file: Uint8Array, start: number, end: number): KeptObject | undefined {
  if (end - start > LONGEST || !isDigit(file[start]) || !isWhite(file[end - 1])) return undefined
  const bytes = file.subarray(start, end)
  const key = keyOf(bytes)
  const known = young.get(key) ?? old.get(key)
  const same = known && Buffer.compare(known.bytes, bytes) === 0 ? known : parse(bytes)
  if (same) keep(key, same)
  return same
}

function keep(key: string, kept: Kept): void {
  if (young.get(key) === kept) return
  if (young.size >= MOST / 2) {
    old = young
    young = new Map()
  }
  young.set(key, kept)
}

const SAMPLES = 32

/** The head, which names the object, and a sum of bytes here and there: that two objects share it is rare, and harmless. */
function keyOf(bytes: Uint8Array): string {
  const step = Math.max(1, Math.floor(bytes.length / SAMPLES))
  let sum = bytes.length
  for (let at = bytes.length - 1; at >= 0; at -= step) sum = (Math.imul(sum, 31) + (bytes[at] ?? 0)) | 0
  return `${bytes[0]} ${bytes[1]} ${bytes[2]} ${sum} ${bytes.length}`
}

/** In a copy of its own, so that the file it lies in is not kept; with nothing to be found outside it. */
function parse(original: Uint8Array): Kept | undefined {
  const bytes = new Uint8Array(original)
  const budget = new Budget()
  const leads = { elsewhere: false }
  const object = readIndirect(bytes, 0, budget, length => {
    if (typeof length === 'number') return length
    leads.elsewhere = true
    return undefined
  })
  if (!object || leads.elsewhere || object.wrongLength || object.illegal.length > 0 || budget.exhausted)
    return undefined
  const stream = asStream(object.value)
  if (stream) keepInflated(stream.raw)
  return { number: object.number, value: object.value, tokens: LIMITS.tokens - budget.left('tokens'), bytes }
}
