import type { Goal } from './schema.ts'

/** A goal to start from. Fields as in an episode’s goals; the baseline stays open for the therapist, and so does the target unless a usual one is given. */
export type GoalIdea = {
  readonly text: string
  readonly measure: Goal['measure']
  /** Motion and side, the activity’s name, or the questionnaire; else empty. */
  readonly key: string
  readonly unit: string
  readonly target: number | null
}

const points = (measure: 'pain-now' | 'pain-best' | 'pain-worst' | 'psfs', text: string, target: number): GoalIdea => ({
  text,
  measure,
  key: '',
  unit: 'points',
  target,
})
const activity = (key: string, text: string): GoalIdea => ({ text, measure: 'activity', key, unit: 'points', target: 8 })
const motion = (key: string, target: number, text: string): GoalIdea => ({ text, measure: 'rom', key, unit: '°', target })
const score = (key: string, target: number, text: string, unit = 'points'): GoalIdea => ({ text, measure: 'score', key, unit, target })
const free = (text: string): GoalIdea => ({ text, measure: 'free', key: '', unit: '', target: null })

/** What medical massage works toward, in plain words: pain, what the patient can do, motion, questionnaires, and what hands and eyes judge. */
export const GOAL_IDEAS: readonly GoalIdea[] = [
  points('pain-now', 'Pain now at 2 or less', 2),
  points('pain-worst', 'Worst pain of the week at 4 or less', 4),
  points('pain-best', 'Hours without pain', 0),
  points('psfs', 'Own activities at 8 of 10 on average', 8),
  activity('Sleep through', 'Sleep through the night'),
  activity('Computer, 2 hours', 'Sit at the computer for two hours'),
  activity('Driving', 'Drive and check the blind spot'),
  activity('Walking, 30 minutes', 'Walk for half an hour'),
  activity('Lifting groceries', 'Lift and carry the groceries'),
  activity('Reaching overhead', 'Reach the top shelf'),
  activity('Typing', 'Type for an hour without numb fingers'),
  activity('Standing, 1 hour', 'Stand to cook and clean up'),
  activity('Full work day', 'Work a full day'),
  motion('cervical-rotation:left', 70, 'Turn the head left to 70°'),
  motion('cervical-rotation:right', 70, 'Turn the head right to 70°'),
  motion('lumbar-flexion', 50, 'Bend forward to 50°'),
  motion('shoulder-flexion:left', 160, 'Raise the left arm to 160°'),
  motion('shoulder-flexion:right', 160, 'Raise the right arm to 160°'),
  motion('shoulder-abduction:left', 160, 'Raise the left arm sideways to 160°'),
  motion('shoulder-abduction:right', 160, 'Raise the right arm sideways to 160°'),
  motion('wrist-extension:left', 60, 'Bend the left wrist back to 60°'),
  motion('wrist-extension:right', 60, 'Bend the right wrist back to 60°'),
  motion('hip-flexion:left', 110, 'Bend the left hip to 110°'),
  motion('hip-flexion:right', 110, 'Bend the right hip to 110°'),
  motion('knee-flexion:left', 125, 'Bend the left knee to 125°'),
  motion('knee-flexion:right', 125, 'Bend the right knee to 125°'),
  score('roland-morris', 4, 'Back disability (Roland-Morris) at 4 of 24 or less'),
  score('oswestry', 20, 'Back disability (Oswestry) at 20% or less', '%'),
  score('neck-disability', 20, 'Neck disability at 20% or less', '%'),
  score('lower-extremity', 65, 'Leg function (LEFS) at 65 of 80 or more'),
  score('upper-extremity', 65, 'Arm function (UEFI) at 65 of 80 or more'),
  score('global-change', 4, 'Rated at least moderately better by the patient'),
  free('Tight, sore muscles let go and get their blood supply back'),
  free('Nerve free of pressure: no tingling or numbness'),
  free('Trigger points quiet: pressure refers no pain'),
  free('Less pain, swelling and irritation after activity'),
  free('Better circulation: hands and feet warm, less cramping'),
  free('More flexible: full range without guarding'),
  free('Nervous system calmer: sleeps and breathes easily'),
  free('Upright posture held through a workday'),
  free('Moves evenly, without limping or favoring a side'),
  { text: 'Headache days down to one a week', measure: 'free', key: '', unit: 'days a week', target: 1 },
]
