import type { Session } from './connection.ts'

type Handler = (request: Request) => Response | Promise<Response>
type Paused = { requestId: string; request: { url: string; method: string; headers: object; postDataEntries?: { bytes?: string }[] } }

/** Custom schemes as the browser sees them: it cannot open `app://clinic/x`, so it is shown `https://clinic.app.invalid/x`, which no network answers. */
export function createProtocol() {
  const schemes = new Set<string>()
  const handlers = new Map<string, Handler>()

  const toWeb = (address: string) => {
    const url = new URL(address)
    const scheme = url.protocol.slice(0, -1)
    return schemes.has(scheme) ? `https://${url.host}.${scheme}.invalid${url.pathname || '/'}${url.search}${url.hash}` : address
  }
  const fromWeb = (address: string) => {
    const [, host, scheme, path] = /^https:\/\/([^/]+)\.([a-z0-9+-]+)\.invalid(\/.*)?$/.exec(address) ?? []
    return scheme && schemes.has(scheme) ? `${scheme}://${host}${path ?? '/'}` : address
  }
  /** Answers one request of the page from the scheme's handler; everything else on the network is refused. */
  const answer = async (session: Session, { requestId, request }: Paused) => {
    const url = fromWeb(request.url)
    // Electron never asks for an icon; a browser does.
    if (new URL(url).pathname === '/favicon.ico') {
      await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
      return
    }
    const handler = handlers.get(new URL(url).protocol.slice(0, -1))
    if (!handler) {
      const isInside = /^(data|blob|about):/.test(url)
      if (isInside) await session.send('Fetch.continueRequest', { requestId })
      else await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
      return
    }
    const body = Buffer.concat((request.postDataEntries ?? []).map(entry => Buffer.from(entry.bytes ?? '', 'base64')))
    const { method } = request
    const response = await handler(new Request(url, { method, headers: Object.entries(request.headers), ...(body.length > 0 && { body }) }))
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }
  const protocol = {
    registerSchemesAsPrivileged: (list: readonly { scheme: string }[]) => {
      for (const { scheme } of list) schemes.add(scheme)
    },
    handle: (scheme: string, handler: Handler) => {
      handlers.set(scheme, handler)
    },
  }
  return { protocol, toWeb, fromWeb, answer }
}

/** What `createProtocol` makes. */
export type Protocol = ReturnType<typeof createProtocol>
