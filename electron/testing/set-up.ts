import { SetUp } from '../../shared/practice/set-up.ts'

/** The owner’s password in tests. */
export const TEST_PASSWORD = 'quiet hands at work'

/** What a fictional Denver clinic answers at first run: one therapist, two timed services at $45.00 a unit. */
export function aSetUp(changes: Partial<SetUp> = {}): SetUp {
  return SetUp.parse({
    clinic: {
      name: 'Larkspur Medical Massage',
      address: { street: '100 Example Street', street2: '', city: 'Denver', state: 'CO', zip: '80202' },
      phone: '(303) 555-0142',
      fax: '',
      email: 'desk@larkspur.example',
      taxId: '84-5550142',
      organisationNpi: '',
      timeZone: 'America/Denver',
      placeOfService: '11',
      paperSize: 'letter',
      noShowUsesVisit: false,
      opensAt: '08:00',
      closesAt: '18:00',
      logo: '',
    },
    practitioner: {
      legalName: 'Rosa Delgado',
      credentials: 'LMT',
      licenseNumber: 'MT.0099999',
      licenseState: 'CO',
      licenseExpiresOn: '2027-12-31',
      npi: '1234567893',
      taxonomy: '225700000X',
      trainingHours: 1000,
      techniques: 'Myofascial release, trigger point work',
      signatureOnFile: true,
    },
    services: [
      { name: 'Massage', code: '97124', isTimed: true, minutesPerUnit: 15, modifiers: [], isActive: true, unitFee: 4500 },
      { name: 'Manual therapy', code: '97140', isTimed: true, minutesPerUnit: 15, modifiers: [], isActive: true, unitFee: 4500 },
    ],
    password: TEST_PASSWORD,
    ...changes,
  })
}
