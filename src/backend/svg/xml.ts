// Elements and attributes as text. No DOM: a drawing of a thousand marks is written in about a millisecond.

export type Attributes = Readonly<Record<string, string | undefined>>

/** A path; its data is made of numbers and letters and is not looked at again. */
export const pathElement = (data: string, attributes: Attributes): string =>
  `<path d="${data}"${attributeText(attributes)}/>`

/** A picture; its megabytes of Base64 are not looked at again. */
export const imageTag = (uri: string, attributes: Attributes): string =>
  `<image${attributeText(attributes)} xlink:href="${uri}"/>`

/** An element with its attributes in the order given; those that are undefined are left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const start = `<${name}${attributeText(attributes)}`
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`
}

function attributeText(attributes: Attributes): string {
  let out = ''
  for (const key in attributes) {
    const value = attributes[key]
    if (value !== undefined) out += ` ${key}="${escapeXml(value)}"`
  }
  return out
}

const SPECIAL = /[&<>"\t\n\r]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text for an attribute or for content. What XML 1.0 cannot hold (a control character) shows as U+FFFD. */
export const escapeXml = (text: string): string => text.replace(SPECIAL, found => ENTITIES[found] ?? '\uFFFD')
