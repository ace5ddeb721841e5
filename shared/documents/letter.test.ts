import { describe, expect, it } from 'vitest'
import { Goal, Prescription } from '../episodes/schema.ts'
import { addDays, localDate } from '../lib/dates.ts'
import { readStoredContent } from '../notes/stored-content.ts'
import { PatientFields } from '../patients/schema.ts'
import { USUAL_RULES } from '../practice/clinical-rules.ts'
import { Clinic, PractitionerFields } from '../practice/schema.ts'
import { composeLetter } from './compose-letter.ts'
import type { LetterSource, LetterVisit } from './letter-source.ts'
import { draftWording } from './letter-wording.ts'
import { ProgressLetter } from './progress-letter.ts'

const id = (count: number) => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
const FIRST = localDate('2026-09-29')
const address = { street: '77 Aspen Way', street2: 'Suite 200', city: 'Larkspur Falls', state: 'MT', zip: '59000' }

type Measured = { now: number; best: number; worst: number; psfs: number; left: number; right: number }

function aVisit(week: number, { now, best, worst, psfs, left, right }: Measured): LetterVisit {
  const content = readStoredContent({
    screening: { answers: {}, remark: '', overrideReason: '', systolic: null, diastolic: null },
    subjective: '',
    objective: '',
    assessment: week === 5 ? 'Findings are consistent with less muscle guarding' : 'Baseline taken.',
    plan: '',
    homeCare: 'Neck stretches twice a day',
    painBefore: { now, best, worst },
    painAfter: { now: Math.max(0, now - 1), best: null, worst: null },
    activities: [{ name: 'Desk work', score: psfs }],
    rom: [{ motion: 'cervical-rotation', left, right, value: null }],
    blocks: [
      {
        id: id(90 + week),
        serviceId: id(9),
        code: '97140',
        name: 'Manual therapy',
        isTimed: true,
        minutesPerUnit: 15,
        modifiers: [],
        minutes: 45 + week,
        regions: ['neck', 'upper-back'],
        techniques: ['Myofascial release'],
        runningSince: null,
      },
    ],
    regionReasons: [],
    tieChoice: [],
  })
  return { on: addDays(FIRST, 7 * week), content }
}

const prescriber = {
  id: id(3),
  name: 'Priya S. Raman',
  credentials: 'MD',
  npi: '1993999998',
  practiceName: 'Larkspur Family Medicine',
  address,
  phone: '',
  fax: '(406) 555-0119',
}

const SOURCE: LetterSource = {
  today: localDate('2026-11-05'),
  clinic: Clinic.parse({
    name: 'Juniper Hollow Massage Therapy',
    address,
    phone: '(406) 555-0142',
    fax: '(406) 555-0143',
    email: '',
    taxId: '00-1234567',
    organisationNpi: '',
    timeZone: 'America/Denver',
    placeOfService: '11',
    paperSize: 'letter',
    noShowUsesVisit: false,
    opensAt: '08:00',
    closesAt: '18:00',
    logo: '',
  }),
  practitioner: PractitionerFields.parse({
    legalName: 'Dana R. Whitlock',
    credentials: 'LMT',
    licenseNumber: 'LMT-00417',
    licenseState: 'MT',
    licenseExpiresOn: null,
    npi: '1234567893',
    taxonomy: '225700000X',
    trainingHours: 750,
    techniques: '',
    signatureOnFile: true,
  }),
  patient: PatientFields.parse({
    firstName: 'Elena',
    middleName: 'M.',
    lastName: 'Vasquez',
    suffix: '',
    preferredName: '',
    pronouns: '',
    bornOn: '1984-03-14',
    sex: 'female',
    phone: '',
    otherPhone: '',
    email: '',
    address,
    guardianName: '',
    guardianRelation: '',
    guardianPhone: '',
    releaseSignedOn: null,
    remark: '',
  }),
  episode: {
    condition: 'Neck pain',
    kind: 'auto',
    regions: ['neck', 'upper-back'],
    claim: { payerId: null, claimNumber: 'BPM-26-0091744', injuredOn: localDate('2026-08-29'), state: 'MT', adjuster: '', employer: '', attorney: '' },
    plannedVisits: 6,
    finalMeasures: null,
    goals: [
      Goal.parse({
        id: id(7),
        text: 'Pain 2 or less',
        measure: 'pain-now',
        key: '',
        unit: '',
        baseline: 7,
        target: 2,
        statedStatus: null,
        current: 3,
        start: 7,
        status: 'partly-met',
        progress: 0.8,
      }),
    ],
  },
  diagnosisCodes: ['S13.4XXD', 'M62.838'],
  prescription: Prescription.parse({
    id: id(4),
    prescriberId: prescriber.id,
    prescriber,
    writtenOn: '2026-09-28',
    expiresOn: '2026-11-27',
    visits: 6,
    frequency: 'once a week',
    regions: ['neck', 'upper-back'],
    procedures: ['97140', '97124'],
    requests: '',
    authorizationNumber: '',
    visitsUsedBefore: 0,
    isSigned: true,
    saysMedicallyNecessary: true,
    use: { prescriptionId: id(4), allowed: 6, used: 6, hasVisitToday: false, booked: 0, expiresOn: '2026-11-27', state: 'used-up', words: '6 of 6 visits' },
  }),
  visits: [
    aVisit(0, { now: 7, best: 4, worst: 9, psfs: 3, left: 48, right: 55 }),
    aVisit(2, { now: 5, best: 3, worst: 7, psfs: 4, left: 60, right: 62 }),
    aVisit(5, { now: 3, best: 1, worst: 5, psfs: 6, left: 70, right: 72 }),
  ],
  attended: 3,
  missed: 1,
  canceled: 0,
  clearances: [],
  rules: USUAL_RULES,
}
const stuck = (now: number, psfs: number): LetterSource => ({
  ...SOURCE,
  visits: [aVisit(0, { now: 6, best: 4, worst: 8, psfs: 4, left: 50, right: 50 }), aVisit(5, { now, best: 4, worst: 8, psfs, left: 50, right: 50 })],
})

describe('a progress letter', () => {
  const letter = composeLetter(SOURCE, draftWording(SOURCE, 'progress'), null)

  it('fits the data a paper prints', () => expect(ProgressLetter.parse(letter)).toEqual(letter))

  it('answers first: from, to, visits, request', () => {
    expect(letter.greeting).toBe('Dear Dr. Raman,')
    expect(letter.answer).toBe(
      'Neck pain is down from 7 to 3 out of 10 and function has doubled after 3 visits. Progress is steady, but not all goals are met: I ask for 6 more visits over 6 weeks.',
    )
    const aimless = { ...SOURCE, episode: { ...SOURCE.episode, goals: [] } }
    expect(draftWording(aimless, 'progress').answer, 'without goals none is open').toBe(
      'Neck pain is down from 7 to 3 out of 10 and function has doubled after 3 visits. Progress is steady: I ask for 6 more visits over 6 weeks.',
    )
    expect(letter.visits).toBe('3 of 6 attended, 1 missed')
    expect(composeLetter({ ...SOURCE, attended: 0 }, draftWording(SOURCE, 'progress'), null).visits, 'a next prescription not used yet').toBe(
      '3 attended, 1 missed',
    )
  })

  it('compares the first visit with the last and names the threshold that counts', () => {
    expect(letter.measures.map(row => Object.values(row))).toEqual([
      ['Pain now, 0 to 10', '7', '3', '−4', 'yes', 'Yes, 2 or more'],
      ['Pain at best', '4', '1', '−3', 'yes', 'Yes, 2 or more'],
      ['Pain at worst', '9', '5', '−4', 'yes', 'Yes, 2 or more'],
      ['Function (PSFS), 0 to 10', '3.0', '6.0', '+3.0', 'yes', 'Yes, 2.3 or more'],
      ['Neck rotation, L / R', '48° / 55°', '70° / 72°', '+22° / +17°', 'none', 'Normal 80°'],
    ])
    expect(letter.painTrend).toMatchObject({ goal: 2, points: [{ value: 7 }, { value: 5 }, { value: 3 }] })
  })

  it('says what was done, within scope', () => {
    expect(letter.treatment).toBe(
      'Sep 29 to Nov 3, 45 to 50 hands-on minutes a visit: manual therapy (97140) to the neck and upper back, as prescribed. Techniques: myofascial release. Well tolerated. No contraindications found. Home care: neck stretches twice a day. Assessment at the last visit: Findings are consistent with less muscle guarding.',
    )
  })

  it('claims no finding, home program or minutes that the notes do not hold', () => {
    const bare = SOURCE.visits.map(visit => ({ ...visit, content: { ...visit.content, assessment: '', homeCare: '' } }))
    const source = { ...SOURCE, visits: bare }
    for (const kind of ['progress', 'discharge', 'refer-back'] as const) {
      const { treatment, request } = draftWording(source, kind)
      expect(`${treatment} ${request}`).not.toMatch(/palpation|consistent|home (program|care)/i)
    }
    const goals = SOURCE.episode.goals.map(goal => ({ ...goal, status: 'met' as const }))
    const met = { ...SOURCE, episode: { ...SOURCE.episode, goals } }
    expect(draftWording(met, 'progress').request).toBe('The patient goes on with the home program.')
    expect(draftWording({ ...met, visits: bare }, 'progress').request).toBe('The patient may come back with a new referral if symptoms return.')
    expect(draftWording({ ...source, visits: bare.slice(0, 1) }, 'progress').treatment).toContain('Sep 29, 45 hands-on minutes: manual therapy')
  })

  it('counts only timed work as hands-on minutes, as the superbill does', () => {
    const visits = SOURCE.visits.map(visit => {
      const pack = visit.content.blocks.map(block => ({ ...block, code: '97010', name: 'Hot pack', isTimed: false, minutes: 15 }))
      return { ...visit, content: { ...visit.content, blocks: [...visit.content.blocks, ...pack] } }
    })
    expect(draftWording({ ...SOURCE, visits }, 'progress').treatment).toContain(
      '45 to 50 hands-on minutes a visit: manual therapy (97140) and hot pack (97010)',
    )
  })

  it('does not send a patient back to the physician after one visit', () => {
    const { answer, request } = draftWording({ ...SOURCE, visits: SOURCE.visits.slice(0, 1) }, 'progress')
    expect(answer).toContain('It is too early to judge progress.')
    expect(request).toBe('I will report again when progress can be measured, or refer back sooner if anything speaks against treatment.')
  })

  it('asks, and gives the physician a reply that works as a prescription', () => {
    expect(letter.request.lead).toBe('6 more visits, once a week for 6 weeks')
    expect(letter.request.rest).toMatch(/^, same regions and procedures, toward the goals still open\. I will report/)
    expect(letter.reply).toEqual({
      faxTo: '(406) 555-0143',
      regions: 'Neck and upper back',
      procedures: '97140 and 97124',
      necessary: '6 more visits, once a week for 6 weeks, as requested',
      otherwise: 'Noted, nothing further needed',
    })
    expect(letter.signed).toEqual({ name: 'Dana R. Whitlock, LMT', credentials: 'MT license LMT-00417, NPI 1234567893.', on: null })
  })
})

describe('a course that does not help', () => {
  it('is said to be unchanged, and asks for no visits', () => {
    const wording = draftWording(stuck(6, 4), 'progress')
    expect(wording.answer).toBe(
      'Neck pain is unchanged at 6 out of 10 and function is unchanged at 4.0 out of 10 after 2 visits. Massage has not brought the expected change: I ask you to re-evaluate before more visits are given.',
    )
    expect(wording.requestVisits).toBeNull()
    expect(composeLetter(stuck(6, 4), wording, null).reply?.necessary).toBeNull()
  })

  it('is told apart from a small gain and from getting worse', () => {
    expect(draftWording(stuck(5, 4), 'progress').answer).toContain('less than the change that matters to patients')
    expect(draftWording(stuck(8, 3), 'progress').answer).toContain('is up from 6 to 8 out of 10 and function is down from 4.0 to 3.0 out of 10')
    expect(draftWording(stuck(8, 3), 'progress').answer).toContain('I refer the patient back to you')
    const worse = composeLetter(stuck(8, 3), draftWording(stuck(8, 3), 'progress'), null)
    expect(worse.measures.slice(0, 2).map(row => row.note)).toEqual(['No, worse', 'Not yet, 2 or more'])
  })
})

describe('the other letters', () => {
  it('shows only a baseline in an initial letter', () => {
    const first = { ...SOURCE, visits: SOURCE.visits.slice(0, 1) }
    const letter = composeLetter(first, draftWording(first, 'initial'), null)
    expect(letter.currentOn).toBeNull()
    expect(letter.measures.every(row => row.current === '' && row.change === '')).toBe(true)
    expect(letter.answer).toBe('Neck pain was 7 out of 10 at the first visit on Sep 29, 2026. I plan the 6 visits you prescribed on Sep 28, 2026.')
  })

  it('asks for nothing at discharge and for an answer when referring back', () => {
    expect(composeLetter(SOURCE, draftWording(SOURCE, 'discharge'), null).reply).toBeNull()
    expect(composeLetter(SOURCE, draftWording(SOURCE, 'refer-back'), null).reply?.necessary).toBeNull()
  })
})
