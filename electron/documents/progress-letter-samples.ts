import type { Mark } from '../../shared/body-chart/marks.ts'
import { parseMark } from '../../shared/body-chart/parse-mark.ts'
import type { LetterKind, LetterMeasure, ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { addDays, localDate } from '../../shared/lib/dates.ts'
import { sampleLetterhead } from './superbill-samples.ts'

const measure = (name: string, [baseline, current, change]: readonly [string, string, string], note: string): LetterMeasure => ({
  measure: name,
  baseline,
  current,
  change,
  note,
  meaningful: note.startsWith('Yes') ? 'yes' : note.startsWith('Not yet') ? 'not-yet' : 'none',
})

/** For tests: measures of a course that goes well. */
export const sampleMeasures: readonly LetterMeasure[] = [
  measure('Pain now, 0 to 10', ['7', '3', '−4'], 'Yes, 2 or more'),
  measure('Pain at best', ['4', '1', '−3'], 'Yes, 2 or more'),
  measure('Pain at worst', ['9', '5', '−4'], 'Yes, 2 or more'),
  measure('Function (PSFS), 0 to 10', ['3.0', '6.3', '+3.3'], 'Yes, 2.3 or more'),
  measure('Neck rotation, L / R', ['48° / 55°', '70° / 72°', '+22° / +17°'], 'Normal 80°'),
  measure('Side bending, L / R', ['25° / 30°', '38° / 40°', '+13° / +10°'], 'Normal 45°'),
  measure('Neck flexor strength, 0 to 5', ['3+', '4', '+½'], 'Normal 5'),
]

/** For tests: a signed progress letter of the sample clinic with these changes. */
export function sampleLetter(changes: Partial<ProgressLetter> = {}): ProgressLetter {
  return { ...about(), ...content(), ...changes }
}

function about() {
  return {
    ...({
      layout: 2,
      kind: 'progress',
      letterhead: sampleLetterhead,
      writtenOn: localDate('2026-11-05'),
    } as const),
    visits: '6 of 8 attended, 1 missed',
    faxTo: '(406) 555-0119',
    greeting: 'Dear Dr. Raman,',
    to: {
      name: 'Priya S. Raman, MD',
      npi: '1111111112',
      addressLines: ['Larkspur Family Medicine', '77 Aspen Way, Suite 200', 'Larkspur Falls, MT 59000'],
    },
    re: {
      name: 'Elena M. Vasquez',
      bornOn: localDate('1984-03-14'),
      injured: 'Aug 29, 2026, auto',
      claimNumber: 'BPM-26-0091744',
      prescription: 'Sep 28, 2026, 8 visits',
      diagnosisCodes: ['S13.4XXD', 'S16.1XXD', 'M62.838'],
    },
  }
}

function content(): Omit<ProgressLetter, keyof ReturnType<typeof about>> {
  const first = localDate('2026-09-29')
  return {
    answer:
      'Neck pain is down from 7 to 3 out of 10 and function has doubled after 6 visits. Progress is steady, but not all goals are met: I ask for 6 more visits over 6 weeks.',
    baselineOn: first,
    currentOn: localDate('2026-11-03'),
    measures: [...sampleMeasures],
    goalMeasures: ['Neck rotation, L / R'],
    painTrend: {
      title: 'Pain now, 0 to 10',
      points: [7, 6, 6, 5, 4, 3].map((value, i) => ({
        on: addDays(first, 7 * i),
        value,
      })),
      goal: 2,
      band: { from: 5, to: 9 },
    },
    goals: [
      {
        status: 'met',
        text: 'Sleep through the night without waking from pain: 6 of 7 nights',
      },
      {
        status: 'partly-met',
        text: 'Look over either shoulder when driving, 75°: now 70° left, 72° right',
      },
      {
        status: 'in-progress',
        text: 'Work at a desk for 2 hours without a break: now 1 hour',
      },
    ],
    bodyChart: null,
    screening: '',
    treatment:
      'Sep 29 to Nov 3, 45 to 52 hands-on minutes a visit: manual therapy (97140) and massage (97124) to the neck, upper back and shoulders, as prescribed. ' +
      'Well tolerated, no new contraindications. Home stretches done most days. Findings are consistent with less muscle guarding.',
    request: {
      lead: '6 more visits, once a week for 6 weeks',
      rest: ', same regions and procedures, to reach 75° rotation and 2 hours of desk work. I will report after visit 6, or refer back sooner if progress stops.',
    },
    signed: {
      name: 'Dana R. Whitlock, LMT',
      credentials: 'Montana license LMT-00417, NPI 1234567893.',
      on: localDate('2026-11-05'),
    },
    reply: {
      faxTo: '(406) 555-0143',
      regions: 'Neck, upper back and shoulders',
      procedures: '97140 and 97124',
      necessary: '6 more visits, once a week for 6 weeks, as requested',
      otherwise: 'Noted, nothing further needed',
    },
  }
}

/** A mark for tests from its typed words: `tp lev r 3 > temporalis`. Throws on words without a place. */
function markOf(typed: string, index: number): Mark {
  const mark = parseMark(typed, 'pain')
  if (!mark) throw new Error(`No place in “${typed}”`)
  return { ...mark, id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` }
}

const onChart = (day: string, ...typed: readonly string[]) => ({ on: localDate(day), marks: typed.map(markOf) })

/** For tests: what a full course brings to a letter of this kind: every measure, chart, screening, treatment, all at their usual length. */
export function fullLetter(kind: LetterKind): ProgressLetter {
  const isInitial = kind === 'initial'
  const measures = [...sampleMeasures.slice(0, 4), ...FULL_MEASURES]
  const asks = kind === 'progress' || kind === 're-evaluation'
  const { reply } = sampleLetter()
  return sampleLetter({
    kind,
    currentOn: isInitial ? null : localDate('2026-11-03'),
    measures: isInitial
      ? measures.map(row => ({ ...row, current: '', change: '', meaningful: 'none', note: /^(Normal|Of)/.test(row.note) ? row.note : '' }))
      : measures,
    painTrend: isInitial ? null : sampleLetter().painTrend,
    goals: [...sampleLetter().goals, { status: 'met', text: 'Neck disability index 22% or less: now 22%' }],
    bodyChart: {
      before: onChart('2026-09-29', 'pain neck l 7', 'tp lev l 4 > temporalis l', 'tp upper trap r 3', 'tension rhomboids l 3', 'tension upper trap r 2'),
      now: isInitial ? null : onChart('2026-11-03', 'pain neck l 3', 'tp lev l 2 > temporalis l', 'tp upper trap r 1', 'tension rhomboids l 1'),
      words: isInitial
        ? 'Pain in the left neck extensors, 7 of 10; Trigger point in the left levator scapulae, tenderness 4 of 4.'
        : '4 findings eased, 1 gone.',
      says: ['Tone, left rhomboids'],
      place: 'where-it-fits',
    },
    screening:
      'Sep 29 to Nov 3, 4 visits: blood thinner: Apixaban (Eliquis); varicose veins, left inner calf (gastrocnemius); allergy to oils or latex: arnica. ' +
      'Blood thinner cleared by Samir Amari, MD until Jan 10: neck and upper back, medium pressure. No work on the calves. The place was to be kept off.',
    treatment:
      'Sep 29 to Nov 3, 48 to 53 hands-on minutes a visit: manual therapy (97140) and massage strokes (97124) to the neck, upper back, and both shoulders, ' +
      'as prescribed. Techniques: gliding strokes (effleurage), myofascial release, and trigger point release. Well tolerated. Home care: heat for 15 minutes ' +
      'before bed; raise the screen to eye level. Assessment at the last visit: Good carry-over of motion. On course for the planned series.',
    reply: kind === 'discharge' || reply === null ? null : { ...reply, necessary: asks ? reply.necessary : null },
  })
}

const FULL_MEASURES: readonly LetterMeasure[] = [
  measure('Rating of change, Oct 20', ['', '+3', ''], 'Yes, 3 or more'),
  measure('Neck disability, 0 to 100%', ['44%', '22%', '−22'], 'Yes, 14 or more'),
  measure('Neck rotation, L / R', ['46° / 52°', '52° / 58°', '+6° / +6°'], 'Normal 80°'),
  measure('Neck side bend, L / R', ['24° / 24°', '30° / 28°', '+6° / +4°'], 'Normal 45°'),
  measure('Neck flexion', ['32°', '38°', '+6°'], 'Normal 45°'),
  measure('Neck extension', ['36°', '40°', '+4°'], 'Normal 45°'),
  measure('Upper trapezius, L / R', ['4 / 4+', '4 / 5', '0 / better'], 'Normal strength 5'),
  measure('Deep neck flexors', ['3+', '3+', '0'], 'Normal strength 5'),
  measure('Middle trapezius, L / R', ['4 / 4+', '4 / 4+', '0 / 0'], 'Normal strength 5'),
  measure('Tone, left rhomboids', ['3', '1', '−2'], 'Of 4'),
]
