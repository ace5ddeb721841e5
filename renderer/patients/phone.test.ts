import { expect, it } from 'vitest'
import { tidyPhone } from './phone.ts'

it.each([
  ['4065550142', '(406) 555-0142'],
  ['406.555.0142', '(406) 555-0142'],
  ['+1 406 555 0142', '(406) 555-0142'],
  ['555-0142', '555-0142'],
  ['4065550142 x12', '4065550142 x12'],
  ['', ''],
])('%s is written %s', (typed, expected) => expect(tidyPhone(typed)).toBe(expected))
