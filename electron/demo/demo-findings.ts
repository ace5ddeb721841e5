import type { MarkKind, PainQuality } from '../../shared/body-chart/marks.ts'
import type { MuscleGrade } from '../../shared/notes/schema.ts'
import type { CONDITIONS } from './demo-conditions.ts'
import { FOOT, SHOULDER, WRIST } from './demo-findings-limbs.ts'

/** A mark of the first visit. Sites are named without side where they lie on the side that is worse; `other:` before them means the other side. */
export type MarkPlan = { readonly kind: MarkKind; readonly site: string; readonly grade: number; readonly to?: string; readonly quality?: PainQuality }

/** What is found at the first visit of a condition, to be measured again at every later one. */
export type Findings = {
  /** Strength on the worse side; the other side is one step better. */
  readonly strength: readonly (readonly [muscle: string, grade: MuscleGrade])[]
  readonly posture: readonly (readonly [finding: string, side: '' | 'worse' | 'both', grade: 'slight' | 'moderate' | 'marked'])[]
  /** Positive on the worse side until this share of the way to health, 0 to 1. */
  readonly tests: readonly (readonly [test: string, until: number])[]
  readonly marks: readonly MarkPlan[]
  /** Techniques with the place they are used on, in the order they are used. */
  readonly work: readonly (readonly [technique: string, ...sites: string[]])[]
  /** How the tissue answers. */
  readonly responses: readonly [string, ...string[]]
}

const SOFTENED = ['Softened within a minute', 'More glide, less guarding', 'Warm and looser after', 'Let go slowly, sore to 3 of 10, then eased'] as const

const NECK: Findings = {
  strength: [
    ['Upper trapezius', '4'],
    ['Levator scapulae', '4-'],
    ['Deep neck flexors', '3+'],
    ['Middle trapezius', '4'],
  ],
  posture: [
    ['Forward head', '', 'moderate'],
    ['High shoulder', 'worse', 'slight'],
  ],
  tests: [
    ['Spurling', 0],
    ['Cervical distraction', 0.6],
  ],
  marks: [
    { kind: 'pain', site: 'cervical-paraspinals', grade: 7, quality: 'aching' },
    { kind: 'trigger-point', site: 'levator-scapulae', grade: 4, to: 'temporalis' },
    { kind: 'trigger-point', site: 'upper-trapezius', grade: 3, to: 'suboccipitals' },
    { kind: 'tension', site: 'rhomboids', grade: 3 },
    { kind: 'tension', site: 'other:upper-trapezius', grade: 2 },
  ],
  work: [
    ['Myofascial release', 'upper-trapezius', 'other:upper-trapezius'],
    ['Trigger point release', 'levator-scapulae'],
    ['Positional release', 'cervical-paraspinals'],
    ['Muscle energy technique', 'cervical-paraspinals'],
  ],
  responses: ['Referral to the temple gone', ...SOFTENED],
}

const BACK: Findings = {
  strength: [
    ['Gluteus medius', '4-'],
    ['Iliopsoas', '4'],
    ['Lumbar extensors', '4-'],
    ['Deep abdominals', '3+'],
  ],
  posture: [
    ['Hollow low back (lordosis)', '', 'moderate'],
    ['High hip', 'worse', 'slight'],
  ],
  tests: [
    ['Straight leg raise', 0],
    ['Thomas', 0.7],
  ],
  marks: [
    { kind: 'pain', site: 'lumbar-paraspinals', grade: 6, quality: 'aching' },
    { kind: 'trigger-point', site: 'quadratus-lumborum', grade: 3, to: 'sacroiliac-joint' },
    { kind: 'trigger-point', site: 'gluteus-medius', grade: 3, to: 'sacrum' },
    { kind: 'tension', site: 'other:lumbar-paraspinals', grade: 2 },
  ],
  work: [
    ['Myofascial release', 'lumbar-paraspinals', 'other:lumbar-paraspinals'],
    ['Trigger point release', 'quadratus-lumborum'],
    ['Muscle energy technique', 'gluteus-medius'],
    ['Rehabilitative stretching', 'gluteus-maximus'],
  ],
  responses: ['Belt-line tightness down by half', ...SOFTENED],
}

const SCIATICA: Findings = {
  ...BACK,
  strength: [
    ['Gluteus medius', '4-'],
    ['Hamstrings', '4'],
    ['Great toe extensor', '4+'],
  ],
  posture: [
    ['Weight off one leg', 'worse', 'moderate'],
    ['Trunk shifted', 'worse', 'slight'],
  ],
  tests: [
    ['Straight leg raise', 0.6],
    ['Slump', 0.5],
    ['Piriformis (FAIR)', 0.8],
  ],
  marks: [
    { kind: 'pain', site: 'gluteus-maximus', grade: 6, to: 'back-of-knee', quality: 'burning' },
    { kind: 'numbness', site: 'biceps-femoris', grade: 4, quality: 'tingling' },
    { kind: 'trigger-point', site: 'piriformis', grade: 4, to: 'biceps-femoris' },
    { kind: 'tension', site: 'lumbar-paraspinals', grade: 3 },
  ],
  work: [
    ['Trigger point release', 'piriformis'],
    ['Myofascial release', 'lumbar-paraspinals'],
    ['Nerve gliding', 'biceps-femoris'],
    ['Pin and stretch', 'inner-hamstrings'],
  ],
  responses: ['Leg pain drew up to the buttock', ...SOFTENED],
}

const WIDESPREAD: Findings = {
  strength: [['Grip', '4-']],
  posture: [
    ['Rounded upper back (kyphosis)', '', 'moderate'],
    ['Guarded movement', '', 'slight'],
  ],
  tests: [],
  marks: [
    { kind: 'pain', site: 'upper-trapezius', grade: 6, quality: 'aching' },
    { kind: 'pain', site: 'other:upper-trapezius', grade: 6, quality: 'aching' },
    { kind: 'pain', site: 'lumbar-paraspinals', grade: 5, quality: 'burning' },
    { kind: 'tension', site: 'gluteus-medius', grade: 2 },
    { kind: 'tension', site: 'other:gluteus-medius', grade: 2 },
  ],
  work: [
    ['Gliding strokes (effleurage)', 'upper-trapezius', 'other:upper-trapezius'],
    ['Craniosacral hold', 'suboccipitals', 'other:suboccipitals'],
    ['Positional release', 'lumbar-paraspinals'],
    ['Breathing and relaxation'],
  ],
  responses: ['Light pressure tolerated throughout', 'Breath deeper, shoulders down', 'Sore at first, easier after five minutes'],
}

const HEADACHE: Findings = {
  ...NECK,
  strength: [
    ['Deep neck flexors', '3+'],
    ['Neck extensors', '4'],
  ],
  tests: [['Flexion-rotation', 0.7]],
  marks: [
    { kind: 'pain', site: 'suboccipitals', grade: 6, to: 'forehead', quality: 'throbbing' },
    { kind: 'trigger-point', site: 'suboccipitals', grade: 4, to: 'temporalis' },
    { kind: 'trigger-point', site: 'sternocleidomastoid', grade: 3, to: 'forehead' },
    { kind: 'tension', site: 'upper-trapezius', grade: 3 },
  ],
  work: [
    ['Craniosacral hold', 'suboccipitals', 'other:suboccipitals'],
    ['Trigger point release', 'suboccipitals'],
    ['Myofascial release', 'upper-trapezius'],
  ],
  responses: ['Band around the head lighter at once', ...SOFTENED],
}

const JAW: Findings = {
  ...NECK,
  strength: [['Deep neck flexors', '4-']],
  tests: [['Jaw deviation', 0.6]],
  marks: [
    { kind: 'pain', site: 'jaw-joint', grade: 5, quality: 'aching' },
    { kind: 'trigger-point', site: 'masseter', grade: 4, to: 'temporalis' },
    { kind: 'trigger-point', site: 'temporalis', grade: 3 },
    { kind: 'tension', site: 'sternocleidomastoid', grade: 2 },
  ],
  work: [
    ['Intraoral jaw work', 'masseter'],
    ['Trigger point release', 'temporalis', 'other:temporalis'],
    ['Myofascial release', 'suboccipitals'],
  ],
  responses: ['Opens three fingers wide, straighter', ...SOFTENED],
}

/** Findings by the condition’s word. */
export const FINDINGS: Readonly<Record<keyof typeof CONDITIONS, Findings>> = {
  whiplash: NECK,
  neck: NECK,
  lowBack: BACK,
  sciatica: SCIATICA,
  fibromyalgia: WIDESPREAD,
  headache: HEADACHE,
  shoulder: SHOULDER,
  workShoulder: SHOULDER,
  wrist: WRIST,
  jaw: JAW,
  foot: FOOT,
}
