import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { cents } from '../lib/money.ts'
import { checkReadiness, Readiness } from './readiness.ts'
import type { ReadinessFacts } from './readiness-facts.ts'
import { dx, illness, itemOf, line, order, sound, withOrder, withVisit } from './readiness-sample.ts'

/** id, state, words of the label, words of the sentence, screen and field of the fix. */
type Case = readonly [name: string, facts: ReadinessFacts, id: string, state: string, label: string, sentence: string, fix: string]
const people = (change: Partial<ReadinessFacts>): ReadinessFacts => withVisit(illness, change)

const BLOCKING: readonly Case[] = [
  ['note unsigned', withVisit({ signedAt: null }), 'note', 'blocks', 'The note of Nov 19 is not signed.', 'signed note', 'session signature'],
  ['nothing charged', withVisit({ lines: [] }), 'units', 'blocks', 'Nothing is charged for Nov 19.', 'services and their minutes', 'session blocks'],
  ['no diagnosis', withVisit({ diagnoses: [] }), 'diagnosis', 'blocks', 'No diagnosis on file.', 'the therapist cannot choose one', 'episode diagnoses'],
  ['13 diagnoses', withVisit({ diagnoses: Array.from({ length: 13 }, () => dx) }), 'diagnosis', 'blocks', '13 diagnoses', 'holds 12', 'episode diagnoses'],
  ['NPI missing', people({ practitioner: { ...sound.practitioner, npi: '' } }), 'provider-npi', 'blocks', 'NPI is missing', 'refuse', 'practitioner npi'],
  [
    'NPI with a wrong digit',
    people({ practitioner: { ...sound.practitioner, npi: '1234567890' } }),
    'provider-npi',
    'blocks',
    'does not add up',
    '1234567890 fails its check digit.',
    'practitioner npi',
  ],
  ['tax ID missing', people({ clinic: { ...sound.clinic, taxId: '' } }), 'tax-id', 'blocks', 'tax ID is missing', 'refuse', 'clinic taxId'],
  ['birth date missing', people({ patient: { id: 'marisol', bornOn: null } }), 'birth-date', 'blocks', 'date of birth is missing', 'by it', 'patient bornOn'],
]

const doubled = { ...line, units: 3 }
const payer = { name: 'Cascadia Mutual', kind: 'commercial', requiresPrescription: true }
const policy = { memberId: 'CM-1', groupNumber: '', relation: 'self', insuredName: '', insuredBornOn: null } as const
const ATTENTION: readonly Case[] = [
  [
    'units above the minutes',
    withVisit({ lines: [doubled] }),
    'units',
    'attention',
    'Units do not match',
    'charged as 3; its 28 minutes make 2',
    'check-out units',
  ],
  ['no minutes', withVisit({ lines: [{ ...line, minutes: 0 }] }), 'units', 'attention', '97140 of Nov 19 has no minutes.', 'hands-on', 'session blocks'],
  [
    'diagnosis without maker',
    withVisit({ diagnoses: [{ ...dx, diagnosedBy: ' ' }] }),
    'diagnosis',
    'attention',
    'who made it',
    'physician',
    'episode diagnoses',
  ],
  [
    'retired code',
    withVisit({ diagnoses: [{ ...dx, code: 'M54.5', validity: { validFrom: localDate('2015-10-01'), validTo: localDate('2021-09-30') } }] }),
    'codes',
    'attention',
    'M54.5 was retired on Sep 30, 2021.',
    'which code applies on Nov 19',
    'episode diagnoses',
  ],
  [
    'code of the future',
    withVisit({ diagnoses: [{ ...dx, code: 'M54.50', validity: { validFrom: localDate('2027-10-01'), validTo: null } }] }),
    'codes',
    'attention',
    'M54.50 is only valid from Oct 1, 2027.',
    'physician',
    'episode diagnoses',
  ],
  [
    'unknown code',
    withVisit({ diagnoses: [{ ...dx, code: 'Z99.9', validity: null }] }),
    'codes',
    'attention',
    'Z99.9 is not in the code list.',
    'Compare',
    'episode diagnoses',
  ],
  [
    'prescription missing',
    withVisit({ prescription: null }),
    'prescription',
    'attention',
    'No prescription covers Nov 19.',
    'Cascadia Mutual pays only',
    'episode prescription',
  ],
  [
    'prescription missing, payer unknown',
    withVisit({ prescription: null }, { payer: null }),
    'prescription',
    'attention',
    'No prescription',
    'Many insurers',
    'episode prescription',
  ],
  [
    'dated after the visit',
    withOrder({ writtenOn: localDate('2026-11-20') }),
    'prescription',
    'attention',
    'dated after the visit',
    'Nov 20, 2026',
    'episode prescription',
  ],
  ['expired', withOrder({ expiresOn: localDate('2026-11-18') }), 'prescription', 'attention', 'expired Nov 18, 2026', 'Ask Dr. Amari', 'episode prescription'],
  ['used up', withOrder({ visitNumber: 7 }), 'prescription', 'attention', 'used up: visit 7 of 6', 'Ask Dr. Amari for more visits.', 'episode prescription'],
  ['unsigned', withOrder({ isSigned: false }), 'prescription', 'attention', 'not signed', 'Dr. Amari’s signature', 'episode prescription'],
  [
    'prescriber’s NPI with a wrong digit',
    withOrder({ prescriber: { ...order.prescriber, npi: '1993999989' } }),
    'prescriber-npi',
    'attention',
    'Dr. Amari’s NPI does not add up.',
    '1993999989 fails its check digit.',
    'prescriber npi',
  ],
  [
    'prescriber’s NPI missing',
    withOrder({ prescriber: { ...order.prescriber, npi: '' } }),
    'prescriber-npi',
    'attention',
    'NPI is missing',
    'registry',
    'prescriber npi',
  ],
  [
    'region without a reason',
    withVisit({ regionsOutside: [{ words: 'left forearm', hasReason: false }] }),
    'regions',
    'attention',
    'not on the prescription',
    'Left forearm on Nov 19',
    'session regionReasons',
  ],
  [
    'no place',
    withVisit({ lines: [{ ...line, placeOfService: '' }] }),
    'place',
    'attention',
    'Place of service is missing.',
    '11 for an office',
    'clinic placeOfService',
  ],
  ['no pointer', withVisit({ lines: [{ ...line, pointers: [] }] }), 'pointers', 'attention', 'points to no diagnosis', 'Say which', 'check-out pointers'],
  ['not paid', withVisit({ paid: cents(0) }), 'paid', 'attention', 'Nothing is paid for Nov 19.', 'what the patient has paid', 'check-out payment'],
  [
    'no injury date',
    withVisit({ accident: { kind: 'auto', claimNumber: '1', injuredOn: null, state: 'OR' } }),
    'claim',
    'attention',
    'date of injury',
    'when',
    'episode injuredOn',
  ],
  [
    'no claim number',
    withVisit({ accident: { kind: 'work', claimNumber: '', injuredOn: localDate('2026-09-12'), state: '' } }),
    'claim',
    'attention',
    'claim number is missing',
    'match',
    'episode claimNumber',
  ],
  [
    'auto accident without a state',
    withVisit({ accident: { kind: 'auto', claimNumber: '1', injuredOn: localDate('2026-09-12'), state: '' } }),
    'claim',
    'attention',
    'state of the accident',
    'Auto insurers',
    'episode state',
  ],
  ['no policy', people({ policy: null, payer }), 'member-id', 'attention', 'No insurance policy on file.', 'card', 'policy memberId'],
  ['no member ID', people({ policy: { ...policy, memberId: '' }, payer }), 'member-id', 'attention', 'member ID is missing', 'card', 'policy memberId'],
  ['insured not named', people({ policy: { ...policy, relation: 'child' } }), 'insured', 'attention', 'not named', 'someone else', 'policy insuredName'],
  [
    'insured without birth date',
    people({ policy: { ...policy, relation: 'spouse', insuredName: 'Tomas Reyes' } }),
    'insured',
    'attention',
    'Tomas Reyes’s date of birth',
    'not the insured',
    'policy insuredBornOn',
  ],
  [
    'license missing',
    people({ practitioner: { ...sound.practitioner, licenseNumber: '' } }),
    'license',
    'attention',
    'license number',
    'state',
    'practitioner licenseNumber',
  ],
  [
    'license without a state',
    people({ practitioner: { ...sound.practitioner, licenseState: '' } }),
    'license',
    'attention',
    'no state',
    'Choose',
    'practitioner licenseState',
  ],
  [
    'license expired before the visit',
    people({ practitioner: { ...sound.practitioner, licenseExpiresOn: localDate('2026-11-18') } }),
    'license',
    'attention',
    'License OR expired Nov 18, 2026.',
    'before the visit on Nov 19',
    'practitioner licenseExpiresOn',
  ],
  [
    'doubtful tax ID',
    people({ clinic: { ...sound.clinic, taxId: '00-1234567' } }),
    'tax-id',
    'attention',
    'looks doubtful',
    'No EIN begins with 00',
    'clinic taxId',
  ],
  [
    'address incomplete',
    people({ clinic: { ...sound.clinic, address: { ...sound.clinic.address, zip: '' } } }),
    'address',
    'attention',
    'incomplete',
    'where',
    'clinic address',
  ],
  ['no phone', people({ clinic: { ...sound.clinic, phone: '' } }), 'address', 'attention', 'phone number is missing', 'call', 'clinic phone'],
]

describe.each([
  ['blocks the superbill', BLOCKING],
  ['needs attention', ATTENTION],
])('what %s', (_, cases) => {
  it.each(cases)('%s', (...[, facts, id, state, label, sentence, fix]) => {
    const item = itemOf(facts, id)
    expect(item?.state).toBe(state)
    expect(item?.label).toContain(label)
    expect(item?.sentence).toContain(sentence)
    expect(`${item?.fix?.screen} ${item?.fix?.field}`).toBe(fix)
    expect(item?.fix?.label).toMatch(/^[A-Z]/)
  })

  it.each(cases)('%s: is the only thing wrong, and comes first', (...[, facts, id, state]) => {
    const { items, readyCount, total } = checkReadiness(facts)
    expect(items.filter(item => item.state !== 'ok').map(item => item.id)).toEqual([id])
    expect(items[0]?.state).toBe(state)
    expect(readyCount).toBe(total - 1)
    expect(Readiness.safeParse({ items, readyCount, total }).success).toBe(true)
  })
})
