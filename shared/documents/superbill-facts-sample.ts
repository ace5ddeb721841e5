import { InvoiceFacts } from '../billing/invoice-facts.ts'

/** A made-up id. */
export const sampleId = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`

/** A diagnosis as an invoice keeps it. */
export const dx = (letter: string, code: string) => ({ letter, code, label: `Words for ${code}`, diagnosedBy: 'Priya S. Raman, MD', diagnosedOn: '2026-09-28' })

/** What an invoice froze of a visit with nothing missing. */
export const FACTS = InvoiceFacts.parse({
  clinic: {
    name: 'Juniper Hollow Massage Therapy',
    address: { street: '2210 Cottonwood Avenue', street2: 'Suite 3', city: 'Larkspur Falls', state: 'MT', zip: '59000' },
    phone: '(406) 555-0142',
    fax: '(406) 555-0143',
    email: '',
    taxId: '00-1234567',
    organisationNpi: '',
    placeOfService: '11',
  },
  practitioner: {
    id: sampleId(1),
    legalName: 'Dana R. Whitlock',
    credentials: 'LMT',
    licenseNumber: 'LMT-00417',
    licenseState: 'MT',
    licenseExpiresOn: null,
    npi: '1234567893',
    taxonomy: '225700000X',
    signatureOnFile: true,
  },
  patient: {
    id: sampleId(2),
    chartNumber: '1001',
    firstName: 'Elena',
    middleName: 'M.',
    lastName: 'Vasquez',
    suffix: '',
    bornOn: '1984-03-14',
    sex: 'female',
    phone: '(406) 555-0178',
    address: { street: '418 Tamarack Street', street2: 'Apt 6', city: 'Larkspur Falls', state: 'MT', zip: '59000' },
    guardianName: '',
    guardianRelation: '',
  },
  policy: {
    memberId: 'CMH 884 020 551',
    groupNumber: '70214',
    planName: '',
    relation: 'spouse',
    insuredName: 'Tomas R. Vasquez',
    insuredBornOn: '1981-07-02',
    payer: { name: 'Cascade Meridian Health', kind: 'commercial', requiresPrescription: true },
  },
  episode: { id: sampleId(3), condition: 'Neck pain', kind: 'illness', onsetOn: null, claim: null },
  diagnoses: [dx('A', 'S13.4XXD'), dx('B', 'M62.838')],
  prescription: {
    id: sampleId(4),
    prescriber: { name: 'Priya S. Raman', credentials: 'MD', npi: '1993999998' },
    writtenOn: '2026-09-28',
    expiresOn: '2026-11-27',
    visits: 8,
    frequency: 'once a week',
    authorizationNumber: '',
    isSigned: true,
    visitNumber: 1,
  },
  noteId: sampleId(5),
  unitRule: 'cms',
  timedMinutes: 52,
})
