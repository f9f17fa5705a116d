// Values as JSON for scripts: indented, keys in the order of the value.

/** Numbers of a Sheet carry at most three decimals, so they print as they are. Bytes are not for reading. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (each instanceof Uint8Array ? `<${each.length} bytes>` : each), 2)
