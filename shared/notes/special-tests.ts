import type { NoteContent } from './schema.ts'

/** A test with the hands: its usual name, the joint, what a positive one points to in plain words, and whether left and right are tested apart. */
export type SpecialTest = { readonly name: string; readonly joint: string; readonly pointsTo: string; readonly isTwoSided: boolean }

type Row = readonly [name: string, pointsTo: string]
const of = (joint: string, ...rows: readonly Row[]): readonly SpecialTest[] => rows.map(([name, pointsTo]) => ({ name, joint, pointsTo, isTwoSided: true }))
const middle = (joint: string, ...rows: readonly Row[]): readonly SpecialTest[] =>
  rows.map(([name, pointsTo]) => ({ name, joint, pointsTo, isTwoSided: false }))

/** The tests usually done, joint by joint; notes may name others. They guide treatment and tell when to refer; they make no diagnosis. */
export const SPECIAL_TESTS: readonly SpecialTest[] = [
  ...of('Neck', ['Spurling', 'nerve root, arm pain'], ['Upper limb tension', 'nerve glide in the arm, median bias']),
  ...middle('Neck', ['Cervical compression', 'pain with load on the neck'], ['Cervical distraction', 'relief when the neck is lifted']),
  ...of('Neck', ['Shoulder abduction relief', 'relief with the hand on the head'], ['Flexion-rotation', 'stiff upper neck, headache']),
  ...of('Thoracic outlet', ['Adson', 'pulse fades with the head turned'], ['Wright', 'pulse fades with the arm raised'], ['Roos', 'arms tire when held up']),
  ...of('Jaw', ['Jaw deviation', 'opening drifts to one side']),
  ...of('Shoulder', ['Neer', 'pinching under the shoulder roof'], ['Hawkins-Kennedy', 'pinching with inward turn'], ['Painful arc', 'pain in mid-range']),
  ...of('Shoulder', ['Empty can', 'supraspinatus tendon'], ['Drop arm', 'rotator cuff tear'], ['Lift-off', 'subscapularis'], ['Speed', 'biceps tendon']),
  ...of('Shoulder', ['Yergason', 'biceps tendon in its groove'], ['Cross-body', 'shoulder tip joint'], ['Apprehension', 'shoulder slips forward']),
  ...of(
    'Elbow',
    ['Cozen', 'outer elbow tendon'],
    ['Mill', 'outer elbow tendon'],
    ['Golfer’s elbow', 'inner elbow tendon'],
    ['Tinel at the elbow', 'ulnar nerve'],
  ),
  ...of(
    'Wrist and hand',
    ['Phalen', 'median nerve, wrists bent'],
    ['Tinel at the wrist', 'median nerve, tapped'],
    ['Carpal compression', 'median nerve, pressed'],
  ),
  ...of('Wrist and hand', ['Finkelstein', 'thumb tendons']),
  ...of(
    'Low back',
    ['Straight leg raise', 'sciatic nerve root'],
    ['Crossed straight leg raise', 'disc, pain from the other leg'],
    ['Slump', 'nerve tension, sitting'],
  ),
  ...of('Low back', ['Kemp', 'facet joint, bent back and turned'], ['Femoral nerve stretch', 'upper lumbar root, face down']),
  ...of('Sacroiliac joint', ['Gaenslen', 'sacroiliac joint'], ['Thigh thrust', 'sacroiliac joint']),
  ...middle('Sacroiliac joint', ['Sacroiliac compression', 'sacroiliac joint'], ['Sacroiliac distraction', 'sacroiliac joint']),
  ...of('Hip', ['FABER', 'hip or sacroiliac joint'], ['FADIR', 'hip joint, pinching'], ['Thomas', 'short hip flexors'], ['Ober', 'short IT band']),
  ...of('Hip', ['Ely', 'short rectus femoris'], ['Piriformis (FAIR)', 'piriformis on the sciatic nerve'], ['Trendelenburg', 'weak gluteus medius']),
  ...of('Knee', ['McMurray', 'meniscus'], ['Lachman', 'front cross ligament'], ['Valgus stress', 'inner ligament'], ['Varus stress', 'outer ligament']),
  ...of('Knee', ['Patellar grind', 'kneecap joint'], ['Noble compression', 'IT band at the knee']),
  ...of(
    'Ankle and foot',
    ['Thompson', 'Achilles tendon'],
    ['Ankle drawer', 'outer ankle ligament'],
    ['Windlass', 'plantar fascia'],
    ['Tinel at the ankle', 'tibial nerve'],
  ),
]

const BY_NAME: ReadonlyMap<string, SpecialTest> = new Map(SPECIAL_TESTS.map(test => [test.name.toLowerCase(), test]))

/** A test by its name; one of the clinic’s own words counts as two-sided. */
export const specialTestOf = (name: string): SpecialTest => BY_NAME.get(name.toLowerCase()) ?? { name, joint: '', pointsTo: '', isTwoSided: true }

/** Tests found by name, joint, or what they point to; those whose name begins so first. */
export function findSpecialTests(typed: string): readonly SpecialTest[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  const begins = ({ name }: SpecialTest) => name.toLowerCase().startsWith(words[0] ?? '')
  return SPECIAL_TESTS.filter(({ name, joint, pointsTo }) => words.every(word => `${name} ${joint} ${pointsTo}`.toLowerCase().includes(word))).toSorted(
    (a, b) => Number(begins(b)) - Number(begins(a)),
  )
}

export type TestResult = NonNullable<NoteContent['specialTests'][number]['left']>

/** All results, with the key that sets them and the sign they are drawn with. */
export const TEST_RESULTS: readonly { readonly result: TestResult; readonly sign: string; readonly keys: readonly string[] }[] = [
  { result: 'positive', sign: '+', keys: ['+', '=', 'p'] },
  { result: 'negative', sign: '−', keys: ['-', 'n'] },
  { result: 'unclear', sign: '?', keys: ['?', '/', 'u'] },
]
