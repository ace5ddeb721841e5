import { describe, expect, it } from 'vitest'
import { checkReadiness } from './readiness.ts'
import type { ReadinessFacts } from './readiness-facts.ts'
import { illness, itemOf, sound, withOrder, withVisit } from './readiness-sample.ts'

const people = (change: Partial<ReadinessFacts>): ReadinessFacts => withVisit(illness, change)
const payer = { name: 'Cascadia Mutual', kind: 'commercial', requiresPrescription: false }
const policy = { memberId: 'CM-1', groupNumber: '', relation: 'self', insuredName: '', insuredBornOn: null } as const
const bare = { ...sound.practitioner, taxonomy: '', signatureOnFile: false }

describe('what a payer wants on a superbill', () => {
  it.each([
    ['taxonomy', people({ mustCarry: ['taxonomy'], practitioner: bare }), 'taxonomy code is missing', 'Cascadia Mutual wants it', 'practitioner taxonomy'],
    ['group-number', people({ mustCarry: ['group-number'], policy }), 'group number is missing', 'from the card', 'policy groupNumber'],
    ['authorization', people({ mustCarry: ['authorization'] }), 'No authorization number for Nov 19', 'wants it', 'episode prescription'],
    [
      'referrer',
      withVisit({ prescription: null }, { mustCarry: ['referrer-npi'], payer }),
      'No referring provider for Nov 19',
      'wants it',
      'episode prescription',
    ],
    ['organisation-npi', people({ mustCarry: ['organisation-npi'] }), 'own NPI is missing', 'wants it', 'clinic organisationNpi'],
    [
      'organisation-npi',
      people({ mustCarry: ['organisation-npi'], clinic: { ...sound.clinic, organisationNpi: '1234567890' } }),
      'does not add up',
      'check digit',
      'clinic organisationNpi',
    ],
    ['signature', people({ mustCarry: ['signature'], practitioner: bare }), 'No signature', 'Sign the printed copy', 'practitioner signatureOnFile'],
  ] as const)('%s is asked for with the way to fix it', (id, facts, label, sentence, fix) => {
    const item = itemOf(facts, id)
    expect(item).toMatchObject({ state: 'attention', label: expect.stringContaining(label), sentence: expect.stringContaining(sentence) })
    expect(`${item?.fix?.screen} ${item?.fix?.field}`).toBe(fix)
    expect(itemOf({ ...facts, mustCarry: [] }, id)).toBeUndefined()
  })
  it('is listed as in order where it is there, and not asked of others', () => {
    const all = ['license', 'taxonomy', 'group-number', 'authorization', 'referrer-npi', 'organisation-npi', 'signature'] as const
    const clinic = { ...sound.clinic, organisationNpi: '1993999998' }
    const facts = { ...withOrder({ authorizationNumber: 'A-1' }), clinic, mustCarry: [...all] }
    expect(
      checkReadiness(facts)
        .items.slice(-5)
        .map(item => `${item.state} ${item.label}`),
    ).toEqual(['ok Taxonomy 225700000X', 'ok Group 70214', 'ok Authorization number on file', 'ok Clinic’s NPI 1993999998', 'ok Signature on file'])
    expect(itemOf(sound, 'taxonomy')).toBeUndefined()
  })
})
