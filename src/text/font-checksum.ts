// Whether a font file arrived as its maker wrote it (OpenType `head`, checksumAdjustment).

/** What the big-endian words of a whole font file add up to. */
const WHOLE = 0xb1b0afba

export function checksumHolds(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = bytes.byteLength - (bytes.byteLength % 4)
  let sum = 0
  for (let at = 0; at < words; at += 4) sum = (sum + view.getUint32(at)) | 0
  return bytes.byteLength === words && sum >>> 0 === WHOLE
}
