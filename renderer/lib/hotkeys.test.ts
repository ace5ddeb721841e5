import { describe, expect, it } from 'vitest'
import { isClosedList, keysOf } from './hotkeys.ts'

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

it('lets Ctrl Enter past a list that is closed, not past an open one', () => {
  const field = (own: Readonly<Record<string, string>>) => ({ getAttribute: (name: string) => own[name] ?? null, hasAttribute: (name: string) => name in own })
  expect(isClosedList(field({ 'aria-haspopup': 'listbox' }))).toBe(true)
  expect(isClosedList(field({ 'aria-haspopup': 'listbox', 'aria-expanded': 'false' }))).toBe(true)
  expect(isClosedList(field({ 'aria-haspopup': 'listbox', 'data-expanded': 'true' }))).toBe(false)
  expect(isClosedList(field({ 'aria-haspopup': 'listbox', 'aria-expanded': 'true' }))).toBe(false)
  expect(isClosedList(field({}))).toBe(false)
})
