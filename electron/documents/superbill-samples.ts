import { type Superbill, type SuperbillLine, superbillStatement } from '../../shared/documents/superbill.ts'
import { addDays, localDate } from '../../shared/lib/dates.ts'
import { cents, sumCents } from '../../shared/lib/money.ts'

/** For tests: the clinic of the sample papers. Invented, like everybody else in them. */
export const sampleLetterhead: Superbill['letterhead'] = {
  name: 'Juniper Hollow Massage Therapy',
  lines: ['2210 Cottonwood Avenue, Suite 3', 'Larkspur Falls, MT 59000', 'Phone (406) 555-0142', 'Fax (406) 555-0143'],
  logo: '',
}

/** For tests: one charged line, paid on the day by card unless said otherwise. */
export function sampleLine(serviceOn: string, changes: Partial<SuperbillLine> = {}): SuperbillLine {
  const charge = changes.charge ?? cents(9600)
  return {
    serviceOn: localDate(serviceOn),
    placeOfService: '11',
    code: '97140',
    modifiers: ['GP'],
    pointers: ['A', 'B', 'C'],
    service: 'Manual therapy',
    units: 2,
    charge,
    paid: charge,
    paidOn: localDate(serviceOn),
    method: 'Card',
    ...changes,
  }
}

/** For tests: so many visits, one a week, of two lines each. */
export function sampleVisits(count: number): SuperbillLine[] {
  return Array.from({ length: count }, (_, i) => addDays(localDate('2026-01-05'), 7 * i)).flatMap(day => [
    sampleLine(day),
    sampleLine(day, { code: '97124', modifiers: ['59', 'GP'], pointers: ['B', 'C'], service: 'Massage strokes', units: 1, charge: cents(4200) }),
  ])
}

/** For tests: a whole superbill with these changes; totals and words follow from its lines. */
export function sampleSuperbill(changes: Partial<Superbill> = {}): Superbill {
  const lines = changes.lines ?? sampleVisits(4)
  const charges = sumCents(lines.map(line => line.charge))
  const paid = sumCents(lines.map(line => line.paid))
  const discount = changes.totals?.discount ?? cents(0)
  const totals = { charges, discount, paid, balance: cents(charges - discount - paid) }
  return { ...fixedParts(), lines, totals, statement: superbillStatement(totals), ...changes }
}

function fixedParts(): Omit<Superbill, 'lines' | 'totals' | 'statement'> {
  const diagnosedBy = { diagnosedBy: 'Priya S. Raman, MD', diagnosedOn: localDate('2026-09-28') }
  return {
    letterhead: sampleLetterhead,
    number: 'SB-2026-0118',
    version: 2,
    replaces: 1,
    issuedOn: localDate('2026-11-05'),
    patient: {
      name: 'Elena M. Vasquez',
      addressLines: ['418 Tamarack Street, Apt 6', 'Larkspur Falls, MT 59000'],
      bornOn: localDate('1984-03-14'),
      sex: 'Female',
      phone: '(406) 555-0178',
      guardian: '',
      relation: 'Spouse of the insured',
    },
    provider: {
      name: 'Dana R. Whitlock, LMT',
      npi: '1234567893',
      license: 'MT LMT-00417',
      taxonomy: '225700000X',
      place: '11, office, address above',
    },
    referral: {
      name: 'Priya S. Raman, MD',
      npi: '1111111112',
      prescribedOn: localDate('2026-09-28'),
      prescribedFor: '8 visits to Nov 27, 2026',
      authorization: 'None required',
    },
    insured: {
      name: 'Tomas R. Vasquez',
      bornOn: localDate('1981-07-02'),
      memberId: 'CMH 884 020 551',
      group: '70214',
      plan: 'Cascade Meridian Health',
    },
    billing: {
      name: 'Juniper Hollow Massage Therapy',
      npi: '1222222220',
      taxId: '00-1234567',
      phone: '(406) 555-0142',
      addressLines: [],
    },
    accident: {
      auto: true,
      work: false,
      other: false,
      state: 'MT',
      on: localDate('2026-08-29'),
      claimNumber: 'BPM-26-0091744',
      insurer: 'Bitterroot Plains Mutual',
    },
    diagnoses: [
      {
        letter: 'A',
        code: 'S13.4XXD',
        label: 'Sprain of ligaments of cervical spine, subsequent encounter',
        ...diagnosedBy,
      },
      {
        letter: 'B',
        code: 'S16.1XXD',
        label: 'Strain of muscle, fascia and tendon at neck level, subsequent',
        ...diagnosedBy,
      },
      {
        letter: 'C',
        code: 'M62.838',
        label: 'Other muscle spasm',
        ...diagnosedBy,
      },
    ],
    signature: {
      isOnFile: true,
      name: 'Dana R. Whitlock, LMT',
      on: localDate('2026-11-05'),
    },
    hides: [],
  }
}
