import { describe, expect, it } from 'vitest'
import { blankRegistration, policyOf, Registration, readName } from './registration.ts'

describe('the name typed in the search', () => {
  it.each([
    ['mar', 'Mar', ''],
    ['marisol reyes', 'Marisol', 'Reyes'],
    ['Reyes, Marisol Ana', 'Marisol Ana', 'Reyes'],
    ['anna-lena van dyk', 'Anna-Lena', 'van Dyk'],
    ['maria ana de la cruz', 'Maria Ana', 'de la Cruz'],
    ['Ana McDonald', 'Ana', 'McDonald'],
    ['De', 'De', ''],
    ['555-0142', '', ''],
  ])('%s becomes %s %s', (typed, firstName, lastName) => expect(readName(typed)).toEqual({ firstName, lastName }))
})

describe('a registration', () => {
  const sheet = { ...blankRegistration('Marisol Reyes'), fields: { ...blankRegistration('Marisol Reyes').fields, bornOn: '1979-03-14' } }

  it('has no policy until a payer is chosen', () => {
    expect(policyOf(Registration.parse(sheet))).toBeNull()
  })

  it('asks for the payer of a member ID', () => {
    const refused = Registration.safeParse({ ...sheet, policy: { ...sheet.policy, memberId: 'MM-1' } })
    expect(refused.error?.issues[0]?.path).toEqual(['policy', 'payerId'])
  })
})
