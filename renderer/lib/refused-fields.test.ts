import { describe, expect, it } from 'vitest'
import { refusedFields } from './refused-fields.ts'

const prescriber = { name: 'Samir Amari', npi: '1993999989', address: { zip: '97' } }

describe('where the refusals of the records land in a form', () => {
  it('takes the place in the request off the path', () => {
    expect(refusedFields({ 'fields.npi': 'One digit is wrong.', 'fields.address.zip': 'A ZIP code has 5 or 9 digits.' }, prescriber, 'fields')).toEqual([
      ['npi', 'One digit is wrong.'],
      ['address.zip', 'A ZIP code has 5 or 9 digits.'],
    ])
  })

  it('leaves out what the form does not show, so that it is said above the button instead', () => {
    expect(refusedFields({ id: 'That prescriber is no longer in the records.', 'address.country': 'Unknown.' }, prescriber)).toEqual([])
  })

  it('keeps a path that only begins like the place in the request', () => {
    expect(refusedFields({ name: 'Enter the name.' }, prescriber, 'na')).toEqual([['name', 'Enter the name.']])
  })
})
