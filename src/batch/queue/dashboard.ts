// One small page that shows how far the work is, to whoever has its address and sits at this machine.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { type Text, text } from '../../model/diagnostic.ts'

export type Board = {
  readonly title: string
  readonly rows: readonly (readonly [name: string, value: number])[]
  /** The last ones, newest first. */
  readonly failures: readonly { readonly kit: string; readonly why: string }[]
}

export type Dashboard =
  | { readonly ok: true; readonly address: string; close(): void }
  | { readonly ok: false; readonly text: Text }

const LOOPBACK = '127.0.0.1'
/** Seconds between two showings. */
const REFRESH = 2
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (words: string): string => words.replace(/[&<>"']/g, sign => SIGNS[sign] ?? sign)

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem;color:#1c2330}h1{font-size:1.3rem}' +
  'table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{text-align:left;padding:.3rem .5rem;border-bottom:1px solid #dde}' +
  'td.n{text-align:right;font-variant-numeric:tabular-nums}'

const pageOf = ({ title, rows, failures }: Board, failed: string): string => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta http-equiv="refresh" content="${REFRESH}"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
<table>${rows.map(([name, value]) => `<tr><th>${escaped(name)}</th><td class="n">${value}</td></tr>`).join('')}</table>
${failures.length === 0 ? '' : `<h2>${escaped(failed)}</h2><table>${failures.map(({ kit, why }) => `<tr><th>${escaped(kit)}</th><td>${escaped(why)}</td></tr>`).join('')}</table>`}
</body></html>
`

const isSame = (given: string, token: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A page of another site that leads here by name (DNS rebinding) is told by its Host. */
function statusOf({ method, headers, url = '' }: IncomingMessage, port: number, token: string): 200 | 403 | 404 | 405 {
  if (headers.host !== `${LOOPBACK}:${port}` && headers.host !== `localhost:${port}`) return 403
  if (method !== 'GET') return 405
  const [path, query = ''] = url.split('?')
  if (path !== '/') return 404
  return isSame(new URLSearchParams(query).get('jeton') ?? '', token) ? 200 : 403
}

/** Listens on this machine alone; 0 takes a free port. `failed` heads the failures. */
export function openDashboard(port: number, board: () => Promise<Board>, failed: string): Promise<Dashboard> {
  const token = randomBytes(24).toString('base64url')
  return new Promise(resolve => {
    let own = port
    const server = createServer((request, response) => {
      const status = statusOf(request, own, token)
      if (status !== 200) {
        response.writeHead(status, HEADERS).end()
        return
      }
      board().then(
        shown => response.writeHead(200, HEADERS).end(pageOf(shown, failed)),
        () => response.writeHead(503, HEADERS).end(),
      )
    })
    server.on('error', () => {
      resolve({
        ok: false,
        text: text(
          `--dashboard\u00a0: le port ${port} est déjà pris, ou interdit`,
          `--dashboard: port ${port} is taken, or forbidden`,
        ),
      })
    })
    server.listen(port, LOOPBACK, () => {
      const bound = server.address()
      if (bound && typeof bound === 'object') own = bound.port
      server.unref()
      resolve({
        ok: true,
        address: `http://${LOOPBACK}:${own}/?jeton=${token}`,
        close: () => {
          server.close()
          server.closeAllConnections()
        },
      })
    })
  })
}
