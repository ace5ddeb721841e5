import { describe, expect, it } from 'vitest'
import { isInside, isOwnFrame, mayGoTo } from './addresses.ts'

describe('who may ask the records', () => {
  it.each([
    ['the window’s own page', { url: 'app://clinic/#/today', parent: null }, true],
    ['a frame inside it', { url: 'app://clinic/', parent: {} }, false],
    ['another page', { url: 'https://example.com/', parent: null }, false],
    ['a look-alike host', { url: 'app://clinic.example.com/', parent: null }, false],
    ['another host of the scheme', { url: 'app://other/', parent: null }, false],
    ['a page that is already gone', null, false],
  ])('%s', (_who, frame, isAllowed) => {
    expect(isOwnFrame(frame)).toBe(isAllowed)
  })
})

describe('where the page may go by itself', () => {
  it.each([
    ['app://clinic/', true],
    ['app://clinic/index.html#/patients', true],
    ['app://clinic/papers/1.pdf', false],
    ['app://clinic/../x', false],
    ['https://example.com/', false],
    ['file:///etc/passwd', false],
    ['about:blank', false],
  ])('%s: %s', (address, isAllowed) => {
    expect(mayGoTo(address)).toBe(isAllowed)
  })
})

describe('requests that stay inside', () => {
  it.each([
    ['app://clinic/assets/index.js', undefined, true],
    ['data:image/png;base64,AA', undefined, true],
    ['https://example.com/', undefined, false],
    ['http://127.0.0.1:5173/main.tsx', undefined, false],
    ['ws://127.0.0.1:5173/', 'http://127.0.0.1:5173', true],
    ['http://127.0.0.1:5174/', 'http://127.0.0.1:5173', false],
  ])('%s with the server %s: %s', (address, server, isAllowed) => {
    expect(isInside(address, server)).toBe(isAllowed)
  })
})
