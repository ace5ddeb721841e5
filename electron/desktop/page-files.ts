import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { isOwnAddress } from './addresses.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Where pages come from: the built files, the papers of the signed-in clinic, and in development a server on this machine. */
export type PageSources = {
  readonly rendererDir: string
  readPaper(path: string): Promise<Uint8Array | undefined>
  readonly developmentServer: string | undefined
}

/** The page may load its own scripts, styles, fonts and papers, and reach nothing else. */
export function contentSecurityPolicy(isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws://localhost:* ws://127.0.0.1:*' : ''}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The built file an address asks for; `undefined` for one that points outside the folder. */
export function rendererFile(rendererDir: string, path: string): string | undefined {
  if (path.includes('\0') || path.includes('\\')) return undefined
  const file = resolve(rendererDir, path === '' ? 'index.html' : path)
  return file.startsWith(resolve(rendererDir) + sep) ? file : undefined
}

/** Answers one request: a paper, or a file of the page. Everything else is not found. */
export async function answer(sources: PageSources, { method, url }: Pick<Request, 'method' | 'url'>): Promise<Response> {
  const path = ownPath(url)
  if (path === undefined || method !== 'GET') return notFound()
  try {
    if (path.startsWith('papers/')) return bytesAnswer(await sources.readPaper(path), extname(path))
    if (sources.developmentServer) return await fromServer(sources.developmentServer, url)
    const file = rendererFile(sources.rendererDir, path)
    return bytesAnswer(file && (await readFile(file)), extname(file ?? ''), contentSecurityPolicy(false))
  } catch {
    return notFound()
  }
}

function ownPath(url: string): string | undefined {
  if (!isOwnAddress(url)) return undefined
  try {
    return decodeURIComponent(new URL(url).pathname.slice(1))
  } catch {
    return undefined
  }
}

function bytesAnswer(bytes: Uint8Array | string | undefined, extension: string, policy = "default-src 'none'"): Response {
  if (bytes === undefined || bytes === '') return notFound()
  const headers = {
    'Content-Type': types[extension] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  }
  return new Response(Buffer.from(bytes), { headers })
}

async function fromServer(server: string, url: string): Promise<Response> {
  const { pathname, search } = new URL(url)
  const { status, headers, body } = await fetch(new URL(pathname + search, server))
  const type = headers.get('Content-Type') ?? 'text/plain'
  return new Response(body, { status, headers: { 'Content-Type': type, 'Content-Security-Policy': contentSecurityPolicy(true), 'Cache-Control': 'no-store' } })
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain', 'Content-Security-Policy': "default-src 'none'" } })
}

/** The built page's folder, beside the built main process. */
export function rendererDirOf(mainDir: string): string {
  return join(mainDir, '../renderer')
}
