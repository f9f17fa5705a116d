// The header and tag table of an ICC profile (ICC.1:2022 7.2, 7.3).
import { createHash } from 'node:crypto'
import { latin1, uint } from './bytes.ts'
import type { PdfStream } from './object.ts'
import type { Objects } from './objects.ts'

export type IccProfile = {
  /** Of the decoded profile. */
  readonly sha256: string
  readonly bytes: number
  /** `prtr`, `mntr`, `scnr`, `spac`… */
  readonly deviceClass: string
  /** `CMYK`, `RGB`, `GRAY`… */
  readonly space: string
  readonly version: number
  readonly tags: readonly string[]
  /** Why it is not a profile, when it is not. */
  readonly damage?: string
}

export const CHANNELS: Readonly<Record<string, number>> = { GRAY: 1, RGB: 3, Lab: 3, CMYK: 4 }

/** A profile as it lay in some file: the encoded bytes, and how they were encoded. */
type Known = { readonly raw: Uint8Array; readonly filters: string; readonly profile: IccProfile }

/** Profiles weigh a megabyte and are the same in every file of a run: compared with those read last, they are read once. */
const known: Known[] = []
const MAX_KNOWN = 8

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function readIccProfile(stream: PdfStream, objects: Objects): IccProfile {
  const steps = objects.filters(stream)
  const filters = steps.map(({ name }) => name).join()
  const { raw } = stream
  const same = known.find(
    each => each.filters === filters && each.raw.length === raw.length && Buffer.compare(each.raw, raw) === 0,
  )
  const plain = steps.every(({ parms }) => parms === undefined)
  if (same && plain) return same.profile
  const { bytes, damage } = objects.decode(stream)
  const profile = parse(bytes, damage)
  if (plain && profile.damage === undefined) {
    if (known.length >= MAX_KNOWN) known.shift()
    // A copy: the file that it lies in is not kept.
    known.push({ raw: Uint8Array.from(raw), filters, profile })
  }
  return profile
}

function parse(bytes: Uint8Array, damage: string | undefined): IccProfile {
  const field = (at: number): string => latin1(bytes.subarray(at, at + 4)).trim()
  const count = Math.min(uint(bytes, 128, 4), 200)
  const tags = Array.from({ length: count }, (_, index) => field(132 + 12 * index))
  const sound = damage ?? mistake(bytes, count)
  return {
    sha256: sha256(bytes),
    bytes: bytes.length,
    deviceClass: field(12),
    space: field(16),
    version: bytes[8] ?? 0,
    tags,
    ...(sound !== undefined && { damage: sound }),
  }
}

function mistake(bytes: Uint8Array, count: number): string | undefined {
  if (bytes.length < 132 || latin1(bytes.subarray(36, 40)) !== 'acsp') return 'acsp'
  if (uint(bytes, 0, 4) !== bytes.length) return 'size'
  for (let index = 0; index < count; index++) {
    const at = 132 + 12 * index
    if (uint(bytes, at + 4, 4) + uint(bytes, at + 8, 4) > bytes.length) return 'tag'
  }
  return undefined
}
