import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { cents } from '../lib/money.ts'
import { checkReadiness, superbillObstacle } from './readiness.ts'
import type { ReadinessFacts, VisitFacts } from './readiness-facts.ts'
import { illness, itemOf, order, sound, visit, withOrder, withVisit } from './readiness-sample.ts'

const payer = { name: 'Cascadia Mutual', kind: 'commercial', requiresPrescription: true }
const people = (change: Partial<ReadinessFacts>): ReadinessFacts => withVisit(illness, change)

describe('a visit in order', () => {
  it('is ready in every point, in words', () => {
    const readiness = checkReadiness(sound)
    expect(readiness).toMatchObject({ readyCount: 16, total: 16 })
    expect(readiness.items.map(item => item.label)).toEqual([
      'Note signed 12:01 pm',
      'Units match 52 minutes',
      'Diagnosis by Dr. Amari, Oct 20',
      'Codes valid on Nov 19',
      'Place of service 11, office',
      'Each line points to a diagnosis',
      'Payment recorded',
      'Prescription covers visit 5 of 6',
      'Regions within prescription, 1 reason',
      'Claim 44-019382-R, injury Sep 12',
      'Therapist’s NPI 1234567893',
      'License OR to Mar 31, 2027',
      'Tax ID on file',
      'Clinic address and phone',
      'Born Mar 14, 1979',
      'Dr. Amari’s NPI',
    ])
  })
})

describe('what does not concern a visit', () => {
  it('is left out', () => {
    expect(itemOf(withVisit({ paid: null }), 'paid')).toBeUndefined()
    expect(itemOf(withVisit(illness), 'claim')).toBeUndefined()
    expect(itemOf(sound, 'member-id')).toBeUndefined()
    expect(itemOf(people({ policy: null, payer: { name: 'Self-pay', kind: 'self-pay', requiresPrescription: false } }), 'member-id')).toBeUndefined()
    expect(itemOf(withVisit({ hasAllowedRegions: false, regionsOutside: [] }), 'regions')).toBeUndefined()
    expect(itemOf(withVisit({ prescription: null }), 'prescriber-npi')).toBeUndefined()
  })

  it('and a payer who asks for no prescription is named as content', () => {
    const facts = withVisit({ prescription: null }, { payer: { ...payer, requiresPrescription: false } })
    expect(itemOf(facts, 'prescription')).toMatchObject({ state: 'ok', label: 'Cascadia Mutual asks for no prescription' })
  })

  it('a work accident needs no state, another accident no claim number', () => {
    const injuredOn = localDate('2026-09-12')
    const work = { kind: 'work', claimNumber: 'W-7', injuredOn, state: '' } as const
    expect(itemOf(withVisit({ accident: work }), 'claim')).toMatchObject({ state: 'ok', label: 'Claim W-7, injury Sep 12' })
    const other = { kind: 'other', claimNumber: '', injuredOn, state: '' } as const
    expect(itemOf(withVisit({ accident: other }), 'claim')).toMatchObject({ state: 'ok', label: 'Accident, injury Sep 12' })
  })

  it('the last day of prescription and license still counts', () => {
    const day = visit.serviceOn
    expect(itemOf(withOrder({ expiresOn: day, writtenOn: day, visitNumber: 6 }), 'prescription')?.state).toBe('ok')
    expect(itemOf(people({ practitioner: { ...sound.practitioner, licenseExpiresOn: day } }), 'license')?.state).toBe('ok')
  })
})

describe('several visits', () => {
  const earlier: VisitFacts = { ...visit, appointmentId: 'earlier', serviceOn: localDate('2026-11-12'), prescription: { ...order, visitNumber: 4 } }
  it('are summed up when all is well', () => {
    const labels = checkReadiness({ ...sound, visits: [earlier, visit] }).items.map(item => item.label)
    expect(labels).toEqual(
      expect.arrayContaining(['2 notes signed', 'Units match 104 minutes', 'Codes valid on all 2 dates', 'Prescription covers visit 5 of 6']),
    )
  })
  it('name the visit that is not', () => {
    const item = itemOf({ ...sound, visits: [{ ...earlier, signedAt: null }, visit] }, 'note')
    expect(item).toMatchObject({ label: 'The note of Nov 12 is not signed.', fix: { refId: 'earlier' } })
  })
})

it('says in one sentence why no superbill can be issued', () => {
  expect(superbillObstacle(checkReadiness(sound))).toBeNull()
  expect(superbillObstacle(checkReadiness(withVisit({ paid: cents(0) })))).toBeNull()
  expect(superbillObstacle(checkReadiness(withVisit({ diagnoses: [] })))).toMatch(/^No diagnosis on file\. None is valid on Nov 19\./)
})
