import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, contentSecurityPolicy, type PageSources } from './page-files.ts'

const root = mkdtempSync(join(tmpdir(), 'myodesk-page-'))
const rendererDir = join(root, 'renderer')
const papers = new Map([
  ['papers/p1.pdf', new TextEncoder().encode('%PDF-1.7')],
  ['papers/attachment/a1.jpg', new Uint8Array([0xff, 0xd8])],
])
const sources: PageSources = { rendererDir, readPaper: async path => papers.get(path), developmentServer: undefined }
const get = (path: string) => answer(sources, { method: 'GET', url: `app://clinic/${path}` })

beforeAll(() => {
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html>')
  writeFileSync(join(rendererDir, 'assets/index.js'), 'export {}')
  writeFileSync(join(root, 'secret.txt'), 'secret')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('what app://clinic answers', () => {
  it('is the page, with its policy', async () => {
    const response = await get('')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy(false))
    expect(await response.text()).toBe('<!doctype html>')
  })

  it('is a script of the page, typed as such', async () => {
    expect((await get('assets/index.js?v=1')).headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  })

  it('is a paper of the signed-in clinic', async () => {
    const response = await get('papers/p1.pdf')
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect((await get('papers/attachment/a1.jpg')).headers.get('Content-Type')).toBe('image/jpeg')
    expect(await response.text()).toBe('%PDF-1.7')
  })

  it.each([
    'missing.html',
    'assets',
    'papers/p2.pdf',
    'papers/',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'assets/..%2f..%2fsecret.txt',
    '..%5csecret.txt',
    '/secret.txt',
    '%2fetc%2fpasswd',
    'index.html%00.js',
    '%E0%A4%A',
  ])('is “not found” for %s', async path => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  })

  it('is “not found” for another host and for anything but reading', async () => {
    expect((await answer(sources, { method: 'GET', url: 'app://other/index.html' })).status).toBe(404)
    expect((await answer(sources, { method: 'POST', url: 'app://clinic/' })).status).toBe(404)
  })
})

describe('the content security policy', () => {
  it('starts from nothing and allows no inline script, eval or other origin', () => {
    const policy = contentSecurityPolicy(false)
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })
})
