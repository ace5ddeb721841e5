import type { SetUpAnswers } from './pages/access.ts'
import type { Intake } from './pages/patients.ts'

// The invented clinic of the specs, by the labels of the fields it is typed into.

/** What Rosa answers at set-up. */
export const LARKSPUR: SetUpAnswers = {
  clinic: {
    'Clinic name': 'Larkspur Medical Massage',
    Street: '100 Example Street',
    City: 'Denver',
    State: 'co',
    ZIP: '80202',
    Phone: '(303) 555-0142',
    'Tax ID (EIN)': '84-5550142',
  },
  practitioner: { 'Legal name': 'Rosa Delgado', 'License number': 'MT.0099999', 'License expires': 'Dec 31, 2027', NPI: '1234567893' },
  fees: { 'Massage, 15 min': '45', 'Manual therapy, 15 min': '48.00' },
  password: 'quiet hands at work',
}

/** The physician who refers. */
export const AMARI = {
  Name: 'Samir Amari',
  NPI: '1993999998',
  Practice: 'Larkspur Family Medicine',
  Street: '77 Aspen Way',
  City: 'Denver',
  State: 'CO',
  ZIP: '80203',
  Phone: '(303) 555-0160',
  Fax: '(303) 555-0161',
}

/** The patient, insured through her husband. */
export const MARISOL: Intake = {
  person: { 'First name': 'Marisol', Middle: 'A.', 'Last name': 'Reyes', 'Birth date': '3/14/1984' },
  sex: 'Female',
  contact: { Phone: '303 555 0118', Street: '9 Juniper Court', City: 'Denver', State: 'co', ZIP: '80205' },
  payer: 'Cascade Meridian Health',
  memberId: 'CMH 884 020 551',
  insured: { relation: 'their spouse', name: 'Tomas Reyes', bornOn: 'Jul 2, 1981' },
}

/** What an insurer reads on the superbill of her first visit: who was treated by whom for what, line by line. */
export const SUPERBILL_OF_NOV_19 = [
  'Larkspur Medical Massage',
  '100 Example Street',
  'Denver, CO 80202',
  'NUMBER SB-2026-0001',
  'Charges $141.00, balance $0.00',
  'Patient Marisol A. Reyes Provider Rosa Delgado, LMT Referral Samir Amari, MD',
  'DOB Mar 14, 1984 NPI 1234567893 NPI 1993999998',
  'LICENSE CO MT.0099999',
  'RX DATE Nov 10, 2026',
  'RX FOR 6 visits to Jan 10, 2027',
  'RELATION Spouse of the insured',
  'Insured Tomas Reyes',
  'DOB Jul 2, 1981',
  'MEMBER ID CMH 884 020 551',
  'PLAN Cascade Meridian Health',
  'TAX ID 84-5550142 (EIN)',
  'A M54.2 Cervicalgia Samir Amari, MD',
  'B M62.838 Other muscle spasm Nov 10, 2026',
  'Nov 19, 2026 11 97140 AB Manual therapy, 2 96.00 96.00 Nov 19, 2026 Card 15 min',
  'Nov 19, 2026 11 97124 AB Massage, 15 min 1 45.00 45.00 Nov 19, 2026 Card',
  '1 date of service, 2 lines Total 141.00 141.00 Balance 0.00',
]
