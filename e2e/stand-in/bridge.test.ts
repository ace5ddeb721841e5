import { describe, expect, it } from 'vitest'
import { makeBridgeEnd } from './bridge.ts'

type Api = {
  double(n: number): number
  later(text: string): Promise<string>
  refuse(): never
  refuseLater(): Promise<never>
  listen(listener: (text: string) => void): () => void
  say(text: string): void
}

/** Two worlds around one target that, like a browser, copies every event's detail. */
function twoWorlds() {
  const target = new EventTarget()
  const dispatch = target.dispatchEvent.bind(target)
  target.dispatchEvent = event => dispatch(new CustomEvent(event.type, { detail: structuredClone(event instanceof CustomEvent ? event.detail : null) }))
  const preload = makeBridgeEnd(target, { incoming: 'to-preload', outgoing: 'to-page', mark: 'secret' })
  const page = makeBridgeEnd(target, { incoming: 'to-page', outgoing: 'to-preload', mark: 'secret' })
  const exposed = new Map<string, Api>()
  page.onExpose((name, api) => exposed.set(name, api as Api))
  const listeners = new Set<(text: string) => void>()
  preload.expose('clinic', {
    double: (n: number) => n * 2,
    later: async (text: string) => `${text} later`,
    refuse: () => {
      throw new RangeError('not today')
    },
    refuseLater: async () => {
      throw new Error('not tomorrow')
    },
    listen: (listener: (text: string) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    say: (text: string) => {
      for (const listener of listeners) listener(text)
    },
  })
  const api = exposed.get('clinic')
  if (!api) throw new Error('nothing was exposed')
  return { api, exposed }
}

describe('the bridge between the preload and the page', () => {
  it('answers calls at once and promises later', async () => {
    const { api } = twoWorlds()
    expect(api.double(21)).toBe(42)
    await expect(api.later('see you')).resolves.toBe('see you later')
  })

  it('carries refusals as their words', async () => {
    const { api } = twoWorlds()
    expect(() => api.refuse()).toThrow('not today')
    await expect(api.refuseLater()).rejects.toThrow('not tomorrow')
  })

  it('lets the page listen, and stop listening', () => {
    const { api } = twoWorlds()
    const heard: string[] = []
    const stop = api.listen(text => heard.push(text))
    api.say('first')
    stop()
    api.say('second')
    expect(heard).toEqual(['first'])
  })

  it('copies values: the worlds share no object', () => {
    const target = new EventTarget()
    const dispatch = target.dispatchEvent.bind(target)
    target.dispatchEvent = event => dispatch(new CustomEvent(event.type, { detail: structuredClone(event instanceof CustomEvent ? event.detail : null) }))
    const here = makeBridgeEnd(target, { incoming: 'a', outgoing: 'b', mark: 'm' })
    const there = makeBridgeEnd(target, { incoming: 'b', outgoing: 'a', mark: 'm' })
    const original = { list: [1, 2] }
    let received: unknown
    there.onExpose((_name, value) => {
      received = value
    })
    here.expose('value', original)
    expect(received).toEqual(original)
    expect(received).not.toBe(original)
  })
})
