import { MuscleGrade } from './schema.ts'

/** A muscle or movement tested by hand: its joint, and whether left and right are tested apart. */
export type Muscle = { readonly name: string; readonly joint: string; readonly isTwoSided: boolean }

const of = (joint: string, ...names: readonly string[]): readonly Muscle[] => names.map(name => ({ name, joint, isTwoSided: true }))
const middle = (joint: string, ...names: readonly string[]): readonly Muscle[] => names.map(name => ({ name, joint, isTwoSided: false }))

/** The muscles usually tested, joint by joint, in the order they are charted; notes may name others. */
export const MUSCLES: readonly Muscle[] = [
  ...of('Neck', 'Upper trapezius', 'Levator scapulae', 'Sternocleidomastoid', 'Scalenes', 'Neck side benders', 'Neck rotators'),
  ...middle('Neck', 'Deep neck flexors', 'Neck extensors'),
  ...of('Shoulder', 'Middle trapezius', 'Lower trapezius', 'Rhomboids', 'Serratus anterior', 'Deltoid', 'Supraspinatus', 'Infraspinatus and teres minor'),
  ...of('Shoulder', 'Subscapularis', 'Pectoralis major', 'Latissimus dorsi'),
  ...of('Elbow', 'Biceps', 'Triceps', 'Brachioradialis', 'Pronators', 'Supinator'),
  ...of('Wrist and hand', 'Wrist extensors', 'Wrist flexors', 'Thumb abductor (APB)', 'Thumb opposition', 'Finger abductors', 'Grip'),
  ...middle('Low back', 'Lumbar extensors', 'Rectus abdominis', 'Deep abdominals'),
  ...of('Low back', 'Quadratus lumborum', 'Obliques'),
  ...of('Hip', 'Iliopsoas', 'Gluteus maximus', 'Gluteus medius', 'Tensor fasciae latae', 'Hip adductors', 'Hip external rotators', 'Hip internal rotators'),
  ...of('Knee', 'Quadriceps', 'Hamstrings'),
  ...of('Ankle and foot', 'Tibialis anterior', 'Calf (gastrocnemius and soleus)', 'Fibularis', 'Tibialis posterior', 'Great toe extensor'),
]

const BY_NAME: ReadonlyMap<string, Muscle> = new Map(MUSCLES.map(muscle => [muscle.name.toLowerCase(), muscle]))

/** A muscle by its name; one of the clinic’s own words counts as two-sided. */
export const muscleOf = (name: string): Muscle => BY_NAME.get(name.toLowerCase()) ?? { name, joint: '', isTwoSided: true }

/** Muscles whose name or joint has every word that was typed. */
export function findMuscles(typed: string): readonly Muscle[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  return MUSCLES.filter(({ name, joint }) => words.every(word => `${name} ${joint}`.toLowerCase().includes(word)))
}

/** `4−`: a grade as it is written, with a true minus. */
export const gradeWritten = (grade: MuscleGrade): string => grade.replace('-', '−')

const WORDS = ['no contraction', 'a flicker', 'moves without gravity', 'moves against gravity', 'against some resistance', 'full strength'] as const

/** `4 minus of 5, against some resistance`: a grade for the ear. */
export function gradeInWords(grade: MuscleGrade): string {
  const step = grade.endsWith('-') ? ' minus' : grade.endsWith('+') ? ' plus' : ''
  return `${grade.charAt(0)}${step} of 5, ${WORDS[Number(grade.charAt(0))] ?? ''}`
}

/** Reads a typed grade: `4-`, `4−`, `4 +`, `4/5`. Null for nothing typed, undefined for what is no grade. */
export function readGrade(typed: string): MuscleGrade | null | undefined {
  const text = typed.replace(/\s/g, '').replace(/[−–—]/, '-').replace(/\/5$/, '')
  if (text === '') return null
  const read = MuscleGrade.safeParse(text)
  return read.success ? read.data : undefined
}
