import type { Input } from '../../shared/ipc/contract.ts'

type Fields = Input<'episodes.open'>['fields']
type Order = Input<'episodes.savePrescription'>['fields']
type Diagnosis = Input<'episodes.saveDiagnoses'>['diagnoses'][number]

/** Neck pain without an accident, neck and upper back to be treated; `changes` say what matters to the test. */
export function anEpisode(changes: Partial<Fields> = {}): Fields {
  return {
    condition: 'Neck pain',
    kind: 'illness',
    onsetOn: '2026-09-12',
    regions: ['neck', 'upper-back'],
    claim: null,
    plannedVisits: 6,
    planRemark: '',
    ...changes,
  }
}

/** A signed order for six weekly visits, written Oct 20, 2026, good until Dec 12. */
export function aPrescription(prescriberId: string, changes: Partial<Order> = {}): Order {
  return {
    prescriberId,
    writtenOn: '2026-10-20',
    expiresOn: '2026-12-12',
    visits: 6,
    frequency: 'once a week',
    regions: ['neck', 'upper-back'],
    procedures: ['97124', '97140'],
    requests: 'Soft tissue work to neck and upper back.',
    authorizationNumber: '',
    visitsUsedBefore: 0,
    isSigned: true,
    saysMedicallyNecessary: true,
    ...changes,
  }
}

/** A diagnosis of neck pain made by the prescriber on Oct 20, 2026, valid since. */
export function aDiagnosis(changes: Partial<Diagnosis> = {}): Diagnosis {
  return {
    id: null,
    code: 'M54.2',
    label: 'Cervicalgia',
    diagnosedBy: 'Samir Amari, MD',
    prescriberId: null,
    diagnosedOn: '2026-10-20',
    validFrom: '2026-10-20',
    validTo: null,
    ...changes,
  }
}
