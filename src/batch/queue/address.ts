// Where a queue is: the address as it is used, and as it may be shown.

export type QueueAddress = {
  /** `redis://` or `rediss://`, with its password. */
  readonly url: string
  /** Without the password: for messages. */
  readonly shown: string
  /** 0 when none is named, as in Redis. */
  readonly database: number
  /** A password was given, in the address or beside it. */
  readonly hasPassword: boolean
}

const SCHEMES: Readonly<Record<string, string>> = {
  'redis:': 'redis:',
  'rediss:': 'rediss:',
  'valkey:': 'redis:',
  'valkeys:': 'rediss:',
}

/** `redis://[user:password@]host[:port][/n]`; undefined when it is none. `password` is used when the address has none. */
export function readAddress(written: string, password: string | undefined): QueueAddress | undefined {
  const [, scheme = '', rest = ''] = /^([a-z]+:)\/\/(.+)$/s.exec(written) ?? []
  const known = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined
  // The URL parser knows hosts and ports of http alone.
  if (known === undefined || !URL.canParse(`http://${rest}`)) return undefined
  const parsed = new URL(`http://${rest}`)
  if (!/^(\/\d{0,4})?$/.test(parsed.pathname) || parsed.search !== '' || parsed.hash !== '') return undefined
  // The port of http is not that of Redis, and the parser takes it away.
  const port = parsed.port !== '' ? parsed.port : /:80(\/|$)/.test(rest) ? '80' : '6379'
  if (parsed.password === '' && password !== undefined) parsed.password = password
  const who = parsed.username === '' && parsed.password === '' ? '' : `${parsed.username}:${parsed.password}@`
  const path = parsed.pathname === '/' ? '' : parsed.pathname
  return {
    url: `${known}//${who}${parsed.hostname}:${port}${path}`,
    shown: `${scheme}//${parsed.hostname}:${port}${path}`,
    database: Number(path.slice(1)),
    hasPassword: parsed.password !== '',
  }
}
