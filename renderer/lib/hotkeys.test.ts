import { describe, expect, it } from 'vitest'
import { keysOf } from './hotkeys.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}, code = '') => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('how a key press is written', () => {
  it.each([
    [press('n'), 'n'],
    [press('Enter', { ctrlKey: true }), 'mod+enter'],
    [press('Enter', { metaKey: true }), 'mod+enter'],
    [press('∫', { altKey: true }, 'KeyB'), 'alt+b'],
    [press('?'), '?'],
    [press('Shift'), undefined],
  ])('%o is %s', (event, keys) => expect(keysOf(event)).toBe(keys))
})
