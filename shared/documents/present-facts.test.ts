import { describe, expect, it } from 'vitest'
import type { InvoiceLine } from '../billing/schema.ts'
import { localDate } from '../lib/dates.ts'
import { PrescriptionId } from '../lib/ids.ts'
import { type FactsOnFile, presentFacts, presentPointers } from './present-facts.ts'
import { FACTS } from './superbill-facts-sample.ts'

const onFile: FactsOnFile = FACTS
const { policy, prescription, episode } = FACTS
if (!policy || !prescription || !episode) throw new Error('The sample is whole.')

describe('the facts of a superbill not issued yet', () => {
  it('are those of check-out while the records say the same', () => {
    expect(presentFacts(FACTS, onFile)).toEqual(FACTS)
  })

  it('lose nothing when the records know less now', () => {
    const emptied = { ...policy, memberId: '' }
    const lost: FactsOnFile = { ...onFile, policy: emptied, diagnoses: [], prescription: null, practitioner: { ...FACTS.practitioner, npi: '' } }
    expect(presentFacts(FACTS, lost)).toEqual(FACTS)
    expect(presentFacts(FACTS, { ...onFile, policy: null, episode: null })).toEqual(FACTS)
  })

  it('take a name, number or birth date that was mistyped', () => {
    const patient = { ...FACTS.patient, lastName: 'Vásquez', bornOn: localDate('1984-03-15') }
    const clinic = { ...FACTS.clinic, taxId: '12-3456780' }
    const now = presentFacts(FACTS, { ...onFile, patient, clinic })
    expect(now.patient).toEqual(patient)
    expect(now.clinic.taxId).toBe('12-3456780')
  })

  it('keep where the clinic was, unless that was not known', () => {
    const moved = { ...FACTS.clinic, name: 'Another name', address: { ...FACTS.clinic.address, street: '1 New Road' } }
    expect(presentFacts(FACTS, { ...onFile, clinic: moved }).clinic).toEqual(FACTS.clinic)
    const unknown = { ...FACTS.clinic, address: { ...FACTS.clinic.address, zip: '' } }
    expect(presentFacts({ ...FACTS, clinic: unknown }, { ...onFile, clinic: moved }).clinic.address).toEqual(moved.address)
  })

  it('take the card of the same plan as it is now, and never another plan', () => {
    const retyped = { ...policy, memberId: 'RETYPED 1', groupNumber: '9' }
    expect(presentFacts(FACTS, { ...onFile, policy: retyped }).policy).toEqual(retyped)
    const changed = { ...retyped, payer: { ...policy.payer, name: 'Another insurer' } }
    expect(presentFacts(FACTS, { ...onFile, policy: changed }).policy).toEqual(policy)
  })

  it('take signature, NPI and prescriber of the same prescription, and keep which visit it was', () => {
    const weak = { ...prescription, isSigned: false, prescriber: { ...prescription.prescriber, npi: '' } }
    expect(presentFacts({ ...FACTS, prescription: weak }, { ...onFile, prescription: { ...prescription, visitNumber: 9 } }).prescription).toEqual(prescription)
    const other = { ...prescription, id: PrescriptionId.parse(FACTS.noteId) }
    expect(presentFacts({ ...FACTS, prescription: weak }, { ...onFile, prescription: other }).prescription).toEqual(weak)
  })

  it('take the claim of an accident', () => {
    const claim = { payerName: 'Big Sky Auto', claimNumber: '44-01', injuredOn: localDate('2026-08-29'), state: 'MT' as const, adjuster: '', employer: '' }
    const auto = { ...episode, kind: 'auto' as const, claim }
    expect(presentFacts(FACTS, { ...onFile, episode: auto }).episode).toEqual(auto)
    const partly = { ...auto, claim: { ...claim, claimNumber: '' } }
    expect(presentFacts({ ...FACTS, episode: auto }, { ...onFile, episode: partly }).episode?.claim?.claimNumber).toBe('44-01')
  })
})

describe('pointers', () => {
  const [first] = FACTS.diagnoses
  if (!first) throw new Error('The sample has a diagnosis.')
  const coded = (...codes: string[]) => ({
    ...FACTS,
    diagnoses: codes.map((code, index) => ({ ...first, letter: 'ABCDEF'.charAt(index), code })),
  })
  const pointersOf = (before: typeof FACTS, after: typeof FACTS, pointers: string[]) =>
    presentPointers([{ pointers } as InvoiceLine], before, after)[0]?.pointers

  it('follow their codes when the order changes or one goes', () => {
    expect(pointersOf(coded('M54.2', 'M62.838'), coded('M62.838', 'M54.2'), ['A'])).toEqual(['B'])
    expect(pointersOf(coded('M54.2', 'M62.838'), coded('M62.838'), ['A', 'B'])).toEqual(['A'])
  })

  it('go to all codes, at most four, where none of theirs is left', () => {
    expect(pointersOf(coded('M54.2'), coded('M62.838', 'R51.9'), ['A'])).toEqual(['A', 'B'])
    expect(pointersOf(coded(), coded('A00.0', 'A00.1', 'A00.9', 'M54.2', 'M62.838'), [])).toEqual(['A', 'B', 'C', 'D'])
  })
})
