/** What the clinic measures over a course: pain, the patient’s own activities, and scores of questionnaires kept elsewhere. */
export type MeasureKey = 'pain' | 'psfs' | 'global-change' | 'roland-morris' | 'oswestry' | 'neck-disability'

/** A measure: its range, which way is better, and the smallest change that matters to patients. */
export type Measure = {
  readonly key: MeasureKey
  /** As letters and charts name it. */
  readonly name: string
  /** As a sentence begins: “Pain is down …”. */
  readonly subject: string
  readonly min: number
  readonly max: number
  readonly better: 'lower' | 'higher'
  /** Change that matters to patients (minimal important difference); a default the clinic may edit. */
  readonly mattersFrom: number
  /** Where the threshold comes from. */
  readonly source: string
}

/** The measures with their usual thresholds. */
export const MEASURES: Readonly<Record<MeasureKey, Measure>> = {
  pain: {
    key: 'pain',
    name: 'Pain, 0 to 10',
    subject: 'Pain',
    min: 0,
    max: 10,
    better: 'lower',
    mattersFrom: 2,
    source: 'Numeric pain rating scale: 2 points in chronic musculoskeletal pain (Farrar 2001); 1.5 small to 3.5 large (JOSPT 2014)',
  },
  psfs: {
    key: 'psfs',
    name: 'Patient’s own activities (PSFS), 0 to 10',
    subject: 'Function',
    min: 0,
    max: 10,
    better: 'higher',
    mattersFrom: 2.3,
    source: 'Patient-Specific Functional Scale: 1.3 small, 2.3 medium, 2.7 large change of the mean',
  },
  'global-change': {
    key: 'global-change',
    name: 'Global rating of change, −7 to +7',
    subject: 'Overall change',
    min: -7,
    max: 7,
    better: 'higher',
    mattersFrom: 3,
    source: 'Global rating of change: 3 points',
  },
  'roland-morris': {
    key: 'roland-morris',
    name: 'Roland-Morris, 0 to 24',
    subject: 'Back disability',
    min: 0,
    max: 24,
    better: 'lower',
    mattersFrom: 5,
    source: 'Roland-Morris disability questionnaire: about 5 points or 30 %',
  },
  oswestry: {
    key: 'oswestry',
    name: 'Oswestry, 0 to 100 %',
    subject: 'Back disability',
    min: 0,
    max: 100,
    better: 'lower',
    mattersFrom: 12,
    source: 'Oswestry disability index: 12 points; score entry only',
  },
  'neck-disability': {
    key: 'neck-disability',
    name: 'Neck disability, 0 to 100 %',
    subject: 'Neck disability',
    min: 0,
    max: 100,
    better: 'lower',
    mattersFrom: 14,
    source: 'Neck disability index: 14 points; score entry only',
  },
}

/** How a measure moved, and whether the change is one that matters. `points` is how far, without direction, to one decimal. */
export type Change = {
  readonly direction: 'better' | 'worse' | 'same'
  readonly points: number
  readonly isMeaningful: boolean
}

/** One decimal at most: what a person scores and reads. */
const toTenth = (value: number) => Math.round(value * 10) / 10

/** Compares two scores of one measure by the change that matters to patients. */
export function meaningfulChange(measure: MeasureKey, from: number, to: number): Change {
  const { better, mattersFrom } = MEASURES[measure]
  const points = toTenth(Math.abs(to - from))
  if (points === 0) return { direction: 'same', points, isMeaningful: false }
  const isBetter = to > from === (better === 'higher')
  return { direction: isBetter ? 'better' : 'worse', points, isMeaningful: points >= mattersFrom }
}

/** `3`, `2.3`: a score or a difference. */
export const formatScore = (value: number): string => String(toTenth(value)).replace('-', '−')

/** `Pain is down 3 points, more than the 2 that matter to patients.` */
export function changeSentence(measure: MeasureKey, from: number, to: number): string {
  const { subject, mattersFrom } = MEASURES[measure]
  const { points, isMeaningful } = meaningfulChange(measure, from, to)
  if (points === 0) return `${subject} is unchanged at ${formatScore(to)}.`
  const moved = `${subject} is ${to > from ? 'up' : 'down'} ${formatScore(points)} point${points === 1 ? '' : 's'}`
  const needed = formatScore(mattersFrom)
  if (points === mattersFrom) return `${moved}, just the ${needed} that matter to patients.`
  return isMeaningful ? `${moved}, more than the ${needed} that matter to patients.` : `${moved}, less than the ${needed} that matter to patients.`
}

/** Mean of the activities that were scored, to one decimal (Patient-Specific Functional Scale); null when none was. */
export function psfsMean(scores: readonly (number | null)[]): number | null {
  const given = scores.filter(score => score !== null)
  return given.length === 0 ? null : toTenth(given.reduce((sum, score) => sum + score, 0) / given.length)
}

/** The band around a first score in which a change is too small to matter, inside the measure’s range. */
export function bandAround(measure: MeasureKey, baseline: number): { readonly from: number; readonly to: number } {
  const { min, max, mattersFrom } = MEASURES[measure]
  return { from: Math.max(min, toTenth(baseline - mattersFrom)), to: Math.min(max, toTenth(baseline + mattersFrom)) }
}

/** How far a goal is reached, 0 to 1; null where baseline equals target, so that there is no way to measure. */
export function goalProgress(baseline: number, target: number, current: number): number | null {
  if (baseline === target) return null
  return Math.min(1, Math.max(0, (current - baseline) / (target - baseline)))
}
