import { z } from 'zod'
import { Mark } from '../body-chart/marks.ts'
import { LocalDate } from '../lib/dates.ts'
import { Letterhead } from './letterhead.ts'

/** Why the letter is written; it gives the letter its title. */
export const LetterKind = z.enum(['initial', 'progress', 're-evaluation', 'discharge', 'refer-back'])
export type LetterKind = z.infer<typeof LetterKind>

/** The title at the top of the paper. */
export const LETTER_TITLES: Readonly<Record<LetterKind, string>> = {
  initial: 'Initial letter',
  progress: 'Progress letter',
  're-evaluation': 'Re-evaluation',
  discharge: 'Discharge letter',
  'refer-back': 'Referral back',
}

/** One row of the table: how a measure began, stands now and changed. All words are printed as they are. */
export const LetterMeasure = z.strictObject({
  /** `Pain now, 0 to 10`, `Neck rotation, L / R`. */
  measure: z.string(),
  /** `7`, `48° / 55°`, `3+`. */
  baseline: z.string(),
  /** Empty in an initial letter. */
  current: z.string(),
  /** With its sign: `−4`, `+22° / +17°`, `0`. Empty in an initial letter. */
  change: z.string(),
  /** `yes` prints a check mark before the note; `none` where no threshold is stored (range of motion, strength). */
  meaningful: z.enum(['yes', 'not-yet', 'none']),
  /** The words of the last column in full: `Yes, 2 or more`, `Not yet, 2 or more`, `Normal 80°`. */
  note: z.string(),
})
export type LetterMeasure = z.infer<typeof LetterMeasure>

/** Pain over the visits, drawn as a line from 0 to 10 with the goal dashed. */
export const PainTrend = z.strictObject({
  /** `Pain now, 0 to 10`. */
  title: z.string(),
  /** In order of date, one per visit. */
  points: z
    .array(z.strictObject({ on: LocalDate, value: z.number().min(0).max(10) }))
    .min(1)
    .max(200),
  goal: z.number().min(0).max(10).nullable(),
  /** Values inside are too near the first one to matter; null where it is not shown. */
  band: z.strictObject({ from: z.number(), to: z.number() }).nullable(),
})
export type PainTrend = z.infer<typeof PainTrend>

const ChartedVisit = z.strictObject({ on: LocalDate, marks: z.array(Mark).max(200) })

/** The body chart of the first charted visit and, where there is another, of the last one beside it. */
export const LetterBodyChart = z.strictObject({
  before: ChartedVisit,
  now: ChartedVisit.nullable(),
  /** What changed between the two, or what is marked: `5 findings eased, 1 gone.` */
  words: z.string(),
  /** Rows of the table that the chart says already: they stand in the table only where the chart does not. */
  says: z.array(z.string()),
  /** `where-it-fits`: left out rather than filling a second page. */
  place: z.enum(['where-it-fits', 'always']),
})
export type LetterBodyChart = z.infer<typeof LetterBodyChart>

/** A goal of the episode and how it stands. */
export const LetterGoal = z.strictObject({
  status: z.enum(['met', 'partly-met', 'in-progress', 'not-met']),
  /** With its present value: `Work at a desk for 2 hours without a break: now 1 hour`. */
  text: z.string(),
})
export type LetterGoal = z.infer<typeof LetterGoal>

/** The part the physician ticks, signs and faxes back. It works as a prescription by itself. */
export const LetterReply = z.strictObject({
  /** The clinic's own fax number; empty prints “Tick, sign, return”. */
  faxTo: z.string(),
  /** `Neck, upper back and shoulders`. */
  regions: z.string(),
  /** `97140 and 97124`. */
  procedures: z.string(),
  /** What is asked, after “Medically necessary: ”: `6 more visits, once a week for 6 weeks, as requested`. Null where nothing is asked (discharge, refer back). */
  necessary: z.string().nullable(),
  /** What the first box says where no visits are asked for: `Massage may go on as before`. */
  otherwise: z.string(),
})
export type LetterReply = z.infer<typeof LetterReply>

/** A letter to the prescriber with everything decided. Frozen when signed, so that a reprint equals the first print. */
export const ProgressLetter = z.strictObject({
  /** How it is shortened to one page: 1 as by the first Myodesk; 2 keeps what matters most and says how many more there are, with the body chart beside the table. */
  layout: z.union([z.literal(1), z.literal(2)]),
  kind: LetterKind,
  letterhead: Letterhead,
  writtenOn: LocalDate,
  /** `6 of 8 attended, 1 missed`; empty leaves the row out. */
  visits: z.string(),
  /** The physician's fax number; empty leaves the row out. */
  faxTo: z.string(),
  to: z.strictObject({
    /** Name and credentials. */
    name: z.string(),
    npi: z.string(),
    /** Practice, street, city: at most four with the name, so that they fit the envelope's window. */
    addressLines: z.array(z.string()).max(4),
  }),
  re: z.strictObject({
    name: z.string(),
    bornOn: LocalDate,
    /** `Aug 29, 2026, auto`; empty leaves the row out. */
    injured: z.string(),
    claimNumber: z.string(),
    /** `Sep 28, 2026, 8 visits`; empty leaves the row out. */
    prescription: z.string(),
    /** ICD-10-CM codes made by the physician; none leaves the row out. */
    diagnosisCodes: z.array(z.string()).max(12),
  }),
  /** `Dear Dr. Raman,` */
  greeting: z.string(),
  /** The first thing read: from, to, number of visits; then the request. */
  answer: z.string(),
  baselineOn: LocalDate,
  /** Null in an initial letter: the table then has a baseline only. */
  currentOn: LocalDate.nullable(),
  measures: z.array(LetterMeasure).max(40),
  /** Rows of the table that a goal is bound to: they stay when the table is shortened. */
  goalMeasures: z.array(z.string()).max(40),
  painTrend: PainTrend.nullable(),
  goals: z.array(LetterGoal).max(30),
  bodyChart: LetterBodyChart.nullable(),
  /** What stood against massage, when, and how it was handled; empty where nothing was found. */
  screening: z.string(),
  /** Dates, minutes, procedures, regions, tolerance, home care, findings. A line break starts a paragraph. */
  treatment: z.string(),
  /** `lead` is what is asked (`6 more visits, once a week for 6 weeks`), printed strong; `rest` goes on after it with its own comma. */
  request: z.strictObject({ lead: z.string(), rest: z.string() }),
  signed: z.strictObject({
    name: z.string(),
    /** `Montana license LMT-00417, NPI 1234567893.` */
    credentials: z.string(),
    /** Null before signing: the paper says “Not signed yet”. */
    on: LocalDate.nullable(),
  }),
  /** Null where no answer is asked for. */
  reply: LetterReply.nullable(),
})
export type ProgressLetter = z.infer<typeof ProgressLetter>
