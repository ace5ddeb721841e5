import type { GenericMeasure, MeasureKey } from './schema.ts'

/** What is known of a measure: its range, which way is better, and the smallest change that matters to patients. */
export type MeasureFacts = {
  /** `oswestry`, `generic:Grip strength`: one measure over a course, as goals and trends name it. */
  readonly id: string
  readonly key: MeasureKey
  /** As letters, charts and tables name it: `Oswestry, 0 to 100%`. */
  readonly name: string
  /** As a list or a line of a note names it: `Oswestry`. */
  readonly shortName: string
  /** As a sentence begins: “Pain improved by …”. */
  readonly subject: string
  readonly min: number
  readonly max: number
  readonly better: 'lower' | 'higher'
  readonly unit: '' | '%'
  /** Always written with so many decimals (a mean has one); scores of others with one at most. */
  readonly decimals: 0 | 1
  /** Change that matters to patients (minimal important difference); null where none is known. */
  readonly mattersFrom: number | null
  /** Where the threshold comes from. */
  readonly source: string
}

/** Measures whose facts come with Myodesk; a generic one brings its own. */
export type KnownMeasure = Exclude<MeasureKey, 'generic'>
type Known = MeasureFacts & { readonly key: KnownMeasure; readonly mattersFrom: number }

const known = (
  key: KnownMeasure,
  facts: Pick<Known, 'name' | 'shortName' | 'subject' | 'min' | 'max' | 'better' | 'mattersFrom' | 'source'> & Partial<Known>,
) => ({
  id: key,
  key,
  unit: '' as const,
  decimals: 0 as const,
  ...facts,
})

/** The measures with their usual thresholds, each with its source; the clinic may set its own (ClinicalRules.mattersFrom). */
export const MEASURES: Readonly<Record<KnownMeasure, Known>> = {
  pain: known('pain', {
    name: 'Pain, 0 to 10',
    shortName: 'Pain',
    subject: 'Pain',
    min: 0,
    max: 10,
    better: 'lower',
    mattersFrom: 2,
    source: 'Numeric pain rating scale: 2 points in long-lasting musculoskeletal pain (Farrar 2001); 1.5 small to 3.5 large (JOSPT 2014)',
  }),
  psfs: known('psfs', {
    name: 'Own activities (PSFS), 0 to 10',
    shortName: 'Own activities (PSFS)',
    subject: 'Function',
    min: 0,
    max: 10,
    better: 'higher',
    decimals: 1,
    mattersFrom: 2.3,
    source: 'Patient-Specific Functional Scale: 1.3 small, 2.3 medium, 2.7 large change of the mean',
  }),
  'global-change': known('global-change', {
    name: 'Global rating of change, −7 to +7',
    shortName: 'Global rating of change',
    subject: 'Overall change',
    min: -7,
    max: 7,
    better: 'higher',
    mattersFrom: 3,
    source: 'Global rating of change: 3 points either way (Jaeschke 1989)',
  }),
  'roland-morris': known('roland-morris', {
    name: 'Roland-Morris, 0 to 24',
    shortName: 'Roland-Morris',
    subject: 'Back disability (Roland-Morris)',
    min: 0,
    max: 24,
    better: 'lower',
    mattersFrom: 5,
    source: 'Roland-Morris disability questionnaire: about 5 points, or 30% of the first score',
  }),
  oswestry: known('oswestry', {
    name: 'Oswestry, 0 to 100%',
    shortName: 'Oswestry',
    subject: 'Back disability (Oswestry)',
    min: 0,
    max: 100,
    better: 'lower',
    unit: '%',
    mattersFrom: 12,
    source: 'Oswestry disability index: 12 points',
  }),
  'neck-disability': known('neck-disability', {
    name: 'Neck disability index, 0 to 100%',
    shortName: 'Neck disability index',
    subject: 'Neck disability',
    min: 0,
    max: 100,
    better: 'lower',
    unit: '%',
    mattersFrom: 14,
    source: 'Neck disability index: 14 points',
  }),
  'lower-extremity': known('lower-extremity', {
    name: 'Lower extremity function (LEFS), 0 to 80',
    shortName: 'Lower extremity function (LEFS)',
    subject: 'Leg function',
    min: 0,
    max: 80,
    better: 'higher',
    mattersFrom: 9,
    source: 'Lower extremity functional scale: studies give 9 to 16 points',
  }),
  'upper-extremity': known('upper-extremity', {
    name: 'Upper extremity function (UEFI), 0 to 80',
    shortName: 'Upper extremity function (UEFI)',
    subject: 'Arm function',
    min: 0,
    max: 80,
    better: 'higher',
    mattersFrom: 8,
    source: 'Upper extremity functional index: studies give 6 to 11 points',
  }),
}

/** Whether a name is one of the measures that come with Myodesk. */
export const isKnownMeasure = (name: string): name is KnownMeasure => Object.hasOwn(MEASURES, name)

/** What names a measure: its key and, for a generic one, its own words. A score and a planned measure both do. */
export type NamesMeasure = { readonly measure: MeasureKey; readonly generic: GenericMeasure | null }

/** The clinic’s own thresholds, where it departs from the usual ones (part of ClinicalRules). */
export type Thresholds = { readonly mattersFrom: Readonly<Partial<Record<MeasureKey, number | undefined>>> }

/** `oswestry`, `generic:Grip strength`: what goals and trends call the measure. Two generic measures of one name are one. */
export const measureId = ({ measure, generic }: NamesMeasure): string => (measure === 'generic' ? `generic:${generic?.name ?? ''}` : measure)

/** One decimal at most: what a person scores and reads. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10

/** `3`, `2.3`, `−4`: a score or a difference, one decimal at most. */
export const formatScore = (value: number): string => String(toTenth(value)).replace('-', '−')

/** A score as its measure writes it: `37.5%`, `4.0` (a mean), `+3` (a rating of change). */
export function formatMeasured({ key, unit, decimals }: Pick<MeasureFacts, 'key' | 'unit' | 'decimals'>, value: number): string {
  const digits = decimals === 1 ? toTenth(value).toFixed(1) : formatScore(value)
  return `${key === 'global-change' && value > 0 ? '+' : ''}${digits.replace('-', '−')}${unit}`
}

/** The scale asks for three to five activities of the patient’s own. */
const LEAST_ACTIVITIES = 3

/**
 * Mean of the activities that were scored, to one decimal (Patient-Specific Functional Scale); null when none was.
 * The scale asks for 3 to 5: a mean of 1 or 2 is still given, and `psfsRemark` says so wherever it is shown.
 */
export function psfsMean(scores: readonly (number | null)[]): number | null {
  const given = scores.filter(score => score !== null)
  return given.length === 0 ? null : toTenth(given.reduce((sum, score) => sum + score, 0) / given.length)
}

/** `Mean of 2 activities; the scale asks for 3 to 5.`; empty where enough were scored, or none. */
export function psfsRemark(scores: readonly (number | null)[]): string {
  const count = scores.filter(score => score !== null).length
  if (count === 0 || count >= LEAST_ACTIVITIES) return ''
  return count === 1 ? 'One activity only; the scale asks for 3 to 5.' : `Mean of ${count} activities; the scale asks for 3 to 5.`
}
