import type { Input } from '../../shared/ipc/contract.ts'

type Fields = Input<'patients.register'>['fields']

/** An adult fictional patient with a phone and a birth date; `changes` say what matters to the test. */
export function aPatient(changes: Partial<Fields> = {}): Fields {
  return {
    firstName: 'Marisol',
    middleName: '',
    lastName: 'Reyes',
    suffix: '',
    preferredName: '',
    pronouns: '',
    bornOn: '1979-03-14',
    sex: 'female',
    phone: '(503) 555-0118',
    otherPhone: '',
    email: '',
    address: { street: '', street2: '', city: '', state: '', zip: '' },
    guardianName: '',
    guardianRelation: '',
    guardianPhone: '',
    releaseSignedOn: null,
    remark: '',
    ...changes,
  }
}
