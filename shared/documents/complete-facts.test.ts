import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { PrescriptionId } from '../lib/ids.ts'
import { completeFacts, type FactsOnFile } from './complete-facts.ts'
import { FACTS } from './superbill-facts-sample.ts'

const onFile: FactsOnFile = FACTS
const { policy, prescription, episode } = FACTS
if (!policy || !prescription || !episode) throw new Error('The sample is whole.')

describe('a superbill put right after check-out', () => {
  it('changes nothing where nothing was missing, whatever the records say now', () => {
    const renamed: FactsOnFile = {
      ...onFile,
      clinic: { ...FACTS.clinic, name: 'Another name', address: { ...FACTS.clinic.address, street: '1 New Road' } },
      patient: { ...FACTS.patient, firstName: 'Changed', suffix: 'Jr.', phone: '(406) 555-0100' },
      policy: { ...policy, memberId: 'ANOTHER', groupNumber: '1' },
      prescription: { ...prescription, prescriber: { name: 'Someone Else', credentials: 'DO', npi: '1234567893' } },
      diagnoses: [],
    }
    expect(completeFacts(FACTS, renamed)).toEqual(FACTS)
  })

  it('takes the insured of the same card, and never parts of another one', () => {
    const unnamed = { ...FACTS, policy: { ...policy, insuredName: '', insuredBornOn: null } }
    expect(completeFacts(unnamed, onFile).policy).toEqual(policy)
    expect(completeFacts(unnamed, { ...onFile, policy: { ...policy, memberId: 'ANOTHER' } }).policy).toEqual(unnamed.policy)
  })

  it('takes the signature and NPI of the same prescription, and never another physician’s number', () => {
    const weak = { ...prescription, isSigned: false, prescriber: { ...prescription.prescriber, npi: '' } }
    expect(completeFacts({ ...FACTS, prescription: weak }, onFile).prescription).toEqual(prescription)
    const other = { ...prescription, prescriber: { name: 'Someone Else', credentials: 'DO', npi: '1234567893' } }
    expect(completeFacts({ ...FACTS, prescription: weak }, { ...onFile, prescription: other }).prescription?.prescriber).toEqual(weak.prescriber)
    expect(
      completeFacts({ ...FACTS, prescription: weak }, { ...onFile, prescription: { ...prescription, id: PrescriptionId.parse(FACTS.noteId) } }).prescription,
    ).toEqual(weak)
  })

  it('takes an address whole', () => {
    const address = { ...FACTS.patient.address, zip: '' }
    const moved = { street: '9 Willow Lane', street2: '', city: 'Denver', state: 'CO', zip: '80203' }
    expect(
      completeFacts({ ...FACTS, patient: { ...FACTS.patient, address } }, { ...onFile, patient: { ...FACTS.patient, address: moved } }).patient.address,
    ).toEqual(moved)
  })

  it('takes the claim of an accident, but not another kind of case', () => {
    const claim = { payerName: 'Big Sky Auto', claimNumber: '44-01', injuredOn: localDate('2026-08-29'), state: 'MT', adjuster: '', employer: '' }
    const auto = { ...FACTS, episode: { ...episode, kind: 'auto' as const } }
    expect(completeFacts(auto, { ...onFile, episode: { ...episode, kind: 'auto', claim } }).episode?.claim).toEqual(claim)
    expect(completeFacts(FACTS, { ...onFile, episode: { ...episode, kind: 'auto', claim } }).episode).toEqual(episode)
  })
})
