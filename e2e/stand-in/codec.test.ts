import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode } from './codec.ts'

const copy = (value: unknown) => decode(encode(value))

describe('the codec of the string-only wire', () => {
  it.each([
    ['undefined', undefined],
    ['null inside', { a: null, b: [undefined, null] }],
    ['odd numbers', [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0.1]],
    ['big integers', 123456789012345678901234567890n],
    ['a date', new Date('2026-11-19T16:52:00.000Z')],
    ['a map and a set', new Map<unknown, unknown>([['key', new Set([1, 'two'])]])],
    ['bytes', new Uint8Array([0, 1, 127, 128, 255])],
    ['text beyond ASCII', 'Zoë → ½ 😀 \u202e\u0000'],
    ['an object with a key named $', { $: 'date', value: 5 }],
  ])('copies %s as a structured clone would', (_name, value) => {
    expect(copy(value)).toEqual(structuredClone(value))
  })

  it('equals a structured clone for any JSON-like value', () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true, withNullPrototype: false }), value => {
        expect(copy(value)).toEqual(structuredClone(value))
      }),
      { numRuns: 200 },
    )
  })

  it('keeps __proto__ an ordinary key', () => {
    const value = copy(JSON.parse('{"__proto__":{"polluted":true}}'))
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.keys(Object(value))).toEqual(['__proto__'])
  })

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
  ])('refuses %s', (_name, value) => {
    expect(() => encode({ value })).toThrow('could not be cloned')
  })

  it('refuses a cycle instead of running out of stack', () => {
    const loop: Record<string, unknown> = {}
    loop.self = loop
    expect(() => encode(loop)).toThrow('contains itself')
  })
})
