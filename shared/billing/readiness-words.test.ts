import { expect, it } from 'vitest'
import { npiProblem, spokenName } from './readiness-words.ts'

it.each([
  ['Samir Amari', 'MD', 'Dr. Amari'],
  ['Samir Amari, MD', '', 'Dr. Amari'],
  ['Dr. Samir Amari', '', 'Dr. Amari'],
  ['Ana de la Cruz', 'D.O.', 'Dr. de la Cruz'],
  ['Amari', 'MD', 'Dr. Amari'],
  ['Lena Park', 'NP', 'Lena Park'],
  ['Lena Park, PA-C', '', 'Lena Park'],
  ['Medora Doe', '', 'Medora Doe'],
])('%s, %s is called %s', (name, credentials, spoken) => {
  expect(spokenName(name, credentials)).toBe(spoken)
})

it('says what is wrong with an NPI', () => {
  expect(npiProblem('12345')).toBe('12345 does not have 10 digits.')
  expect(npiProblem('1993999989')).toBe('1993999989 fails its check digit.')
})
