import type { Mark } from '../../shared/body-chart/marks.ts'
import { placesOf } from '../../shared/body-chart/places.ts'
import { BodySite } from '../../shared/body-chart/sites.ts'
import type { VisitNotePaper } from '../../shared/documents/visit-note.ts'
import { noteOnPaper } from '../../shared/documents/visit-note-compose.ts'
import type { NoteSource } from '../../shared/documents/visit-note-source.ts'
import { CONTRAINDICATIONS } from '../../shared/health/families.ts'
import { Instant, localDate } from '../../shared/lib/dates.ts'
import { ClearanceId } from '../../shared/lib/ids.ts'
import { Note } from '../../shared/notes/schema.ts'
import { USUAL_RULES } from '../../shared/practice/clinical-rules.ts'
import { sampleLetterhead } from './superbill-samples.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** For tests: a mark on the body chart. */
export function sampleMark(n: number, kind: Mark['kind'], site: string, more: Partial<Mark> & { to?: string } = {}): Mark {
  const { to, ...rest } = more
  const at = (name: string) => {
    const [place] = placesOf(BodySite.parse(name))
    if (!place) throw new Error(`${name} has no place.`)
    return place
  }
  const refersTo = to === undefined ? null : { site: BodySite.parse(to), at: at(to) }
  return { id: uuid(n), kind, site: BodySite.parse(site), at: at(site), grade: null, quality: '', refersTo, remark: '', ...rest }
}

const block = (n: number, code: string, name: string, minutes: number) => ({
  id: uuid(100 + n),
  serviceId: uuid(200 + n),
  code,
  name,
  isTimed: true,
  minutesPerUnit: 15,
  modifiers: [],
  minutes,
  runningSince: null,
})

const CONTENT = {
  screening: {
    answers: Object.fromEntries(CONTRAINDICATIONS.map(({ family }) => [family, 'no'])),
    found: [
      { item: 'anticoagulants', sites: [], remark: '' },
      { item: 'varicose-veins', sites: ['inner-calf-left'], remark: '' },
    ],
    remark: '',
    overrideReason: '',
    systolic: 128,
    diastolic: 82,
    temperature: null,
    isWithheld: false,
  },
  subjective: 'Slept through five of seven nights. Can check the blind spot driving, still stiff after two hours at the computer. One headache, Sunday.',
  objective: 'Tone 2 of 4, was 3, upper trapezius both sides. Taut band right levator refers to the temple.',
  assessment: 'Less guarding right of C4 to C6, rotation up 8° left and 6° right since Nov 12. Consistent with the referral diagnosis. Tolerated well.',
  plan: 'Continue weekly. Re-evaluate at visit 6.',
  homeCare: 'Chin tucks 2 × 10 a day, break every 45 minutes at the desk.',
  painBefore: { now: 3, best: 2, worst: 5 },
  painAfter: { now: 2, best: null, worst: null },
  activities: [
    { name: 'Sleep through', score: 7 },
    { name: 'Computer, 2 hours', score: 6 },
    { name: 'Driving', score: 8 },
  ],
  rom: [
    { motion: 'cervical-rotation', left: 60, right: 64, value: null },
    { motion: 'cervical-side-bend', left: 34, right: 36, value: null },
    { motion: 'cervical-flexion', left: null, right: null, value: 42 },
  ],
  strength: [
    { muscle: 'Upper trapezius', left: '4', right: '5', value: null },
    { muscle: 'Levator scapulae', left: '4', right: '4+', value: null },
    { muscle: 'Deep neck flexors', left: null, right: null, value: '4-' },
  ],
  posture: [
    { finding: 'Head forward of the shoulders', side: '', grade: 'slight' },
    { finding: 'Shoulder high', side: 'right', grade: 'moderate' },
  ],
  specialTests: [{ test: 'Spurling', left: 'negative', right: 'negative', value: null, remark: '' }],
  marks: [],
  scores: [{ measure: 'neck-disability', ticked: null, points: 14, answered: 10, generic: null }],
  blocks: [
    {
      ...block(1, '97140', 'Manual therapy', 28),
      regions: ['neck'],
      techniques: [
        { name: 'Myofascial release', sites: ['upper-trapezius-left', 'upper-trapezius-right'], minutes: 16, response: 'softened, more glide' },
        { name: 'Trigger point work', sites: ['levator-scapulae-right'], minutes: 12, response: 'referral to the temple gone' },
      ],
      spans: [{ from: '2026-11-19T17:58:00.000Z', to: '2026-11-19T18:26:00.000Z' }],
    },
    {
      ...block(2, '97124', 'Massage strokes', 24),
      regions: ['upper-back', 'mid-back'],
      techniques: [{ name: 'Effleurage', sites: [], minutes: null, response: '' }],
      spans: [{ from: '2026-11-19T18:28:00.000Z', to: '2026-11-19T18:52:00.000Z' }],
    },
  ],
  regionReasons: [{ region: 'forearm-left', reason: 'Compensatory pattern, keyboard side' }],
  tieChoice: [],
}

/** For tests: a signed note of an ordinary visit, with these changes of its content. */
export function sampleNote(content: Partial<Note['content']> = {}, changes: Partial<Note> = {}): NoteSource['note'] {
  const marks = [
    sampleMark(1, 'pain', 'cervical-paraspinals-right', { grade: 5, quality: 'aching' }),
    sampleMark(2, 'trigger-point', 'levator-scapulae-right', { grade: 3, to: 'temporalis-right' }),
    sampleMark(3, 'tension', 'rhomboids-left', { grade: 2 }),
    sampleMark(4, 'tension', 'wrist-flexors-left', { grade: 2, remark: 'keyboard side' }),
  ]
  const signature = {
    signedAt: Instant.parse('2026-11-19T18:58:00.000Z'),
    name: 'Dana R. Whitlock',
    credentials: 'LMT',
    contentHash: '3f2a91bc77d012ab'.repeat(4),
    previousHash: '0'.repeat(64),
    drawn: 'M60 110L90 40L130 120L180 60L220 110L300 80L420 100',
  }
  const note = Note.parse({
    id: uuid(1),
    appointmentId: uuid(2),
    patientId: uuid(3),
    episodeId: uuid(4),
    practitionerId: uuid(5),
    serviceOn: '2026-11-19',
    content: { ...CONTENT, marks, ...content },
    revision: 9,
    savedAt: '2026-11-19T18:57:00.000Z',
    signature,
    addenda: [],
    enteredInError: null,
    ...changes,
  })
  return { ...note, signature }
}

/** For tests: what a note on paper is made from, with these changes. */
export function sampleSource(changes: Partial<NoteSource> = {}): NoteSource {
  const before = sampleNote({
    painBefore: { now: 4, best: 2, worst: 6 },
    activities: [
      { name: 'Sleep through', score: 7 },
      { name: 'Computer, 2 hours', score: 6 },
      { name: 'Driving', score: 7 },
    ],
    rom: [
      { motion: 'cervical-rotation', left: 52, right: 58, value: null },
      { motion: 'cervical-side-bend', left: 30, right: 28, value: null },
      { motion: 'cervical-flexion', left: null, right: null, value: 38 },
    ],
    strength: [{ muscle: 'Levator scapulae', left: '4-', right: '4+', value: null }],
    scores: [{ measure: 'neck-disability', ticked: null, points: 18, answered: 10, generic: null }],
  })
  return {
    note: sampleNote(),
    timeZone: 'America/Denver',
    earlier: [{ serviceOn: localDate('2026-11-12'), content: before.content }],
    facts: [
      {
        name: 'Patient',
        value: 'Elena M. Vasquez',
        rows: [
          { label: 'DOB', value: 'Mar 14, 1984' },
          { label: 'Sex', value: 'Female' },
          { label: 'Chart', value: 'AC-0418' },
        ],
      },
      {
        name: 'Visit',
        value: 'Nov 19, 2026, 11:00 am',
        rows: [
          { label: 'No.', value: 'Visit 5 of 6' },
          { label: 'For', value: 'Neck, car accident Oct 3' },
          { label: 'By', value: 'Dana R. Whitlock, LMT' },
        ],
      },
      {
        name: 'Referral',
        value: 'Priya S. Raman, MD',
        rows: [
          { label: 'Rx date', value: 'Sep 28, 2026' },
          { label: 'Rx for', value: '6 visits to Dec 12, 2026' },
          { label: 'Dx', value: 'S13.4XXD, S16.1XXD, M62.838' },
        ],
      },
    ],
    clearances: [
      {
        id: ClearanceId.parse(uuid(6)),
        item: 'anticoagulants',
        givenBy: 'Samir Amari, MD',
        givenOn: localDate('2026-10-08'),
        expiresOn: localDate('2027-01-08'),
        terms: 'Light pressure, no deep work.',
        withdrawnOn: null,
      },
    ],
    rules: USUAL_RULES,
    ...changes,
  }
}

/** For tests: a visit note as a paper. */
export const sampleVisitNote = (source: NoteSource = sampleSource(), changes: Partial<VisitNotePaper> = {}): VisitNotePaper => ({
  letterhead: sampleLetterhead,
  number: 'VN-2026-0001',
  version: 1,
  replaces: null,
  issuedOn: localDate('2026-11-20'),
  patient: { name: 'Elena M. Vasquez', bornOn: localDate('1984-03-14'), chartNumber: 'AC-0418' },
  note: noteOnPaper(source),
  ...changes,
})
