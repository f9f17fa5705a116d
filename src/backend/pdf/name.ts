// Names and text as PDF writes them: `#xx` for what a name may not hold, UTF-16 for text.

const PLAIN = /^[A-Za-z0-9!"$&'*+,\-.:;=?@\\^_`|~]$/

/** A name without its slash: UTF-8 (ISO 32000-1 7.3.5), everything but plain ASCII as `#xx`. */
export const nameOf = (text: string): string =>
  [...Buffer.from(text, 'utf8')]
    .map(byte => {
      const letter = String.fromCharCode(byte)
      return PLAIN.test(letter) ? letter : `#${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')

/** UTF-16BE in hexadecimal, as character maps want it. */
export function utf16Hex(text: string): string {
  let hex = ''
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0')
  return hex
}

/** A text string inside a content stream, marked as UTF-16BE. */
export const textHex = (text: string): string => `<feff${utf16Hex(text)}>`

/** Without what neither XML nor a text string can hold: control characters and halves of surrogate pairs. */
export const cleanText = (text: string): string => text.replace(/[\p{Surrogate}\p{Control}\ufffe\uffff]/gu, '')
