/** A goal to start from. Fields as in an episode’s goals; baseline and target stay open for the therapist, unless the usual target is given. */
export type GoalIdea = {
  readonly text: string
  readonly measure: 'pain-now' | 'pain-worst' | 'psfs' | 'activity' | 'rom' | 'free'
  /** Motion and side for range of motion, else empty. */
  readonly key: string
  readonly unit: string
  readonly target: number | null
}

/** What medical massage works toward, in plain words. */
export const GOAL_IDEAS: readonly GoalIdea[] = [
  { text: 'Pain now at 2 or less', measure: 'pain-now', key: '', unit: 'points', target: 2 },
  { text: 'Worst pain of the week at 4 or less', measure: 'pain-worst', key: '', unit: 'points', target: 4 },
  { text: 'Own activities at 8 of 10 on average', measure: 'psfs', key: '', unit: 'points', target: 8 },
  { text: 'Sleep through the night', measure: 'activity', key: 'Sleep through', unit: 'points', target: 8 },
  { text: 'Sit at the computer for two hours', measure: 'activity', key: 'Computer, 2 hours', unit: 'points', target: 8 },
  { text: 'Drive and check the blind spot', measure: 'activity', key: 'Driving', unit: 'points', target: 8 },
  { text: 'Turn the head left to 70°', measure: 'rom', key: 'cervical-rotation:left', unit: '°', target: 70 },
  { text: 'Turn the head right to 70°', measure: 'rom', key: 'cervical-rotation:right', unit: '°', target: 70 },
  { text: 'Bend forward to 50°', measure: 'rom', key: 'lumbar-flexion', unit: '°', target: 50 },
  { text: 'Raise the left arm to 160°', measure: 'rom', key: 'shoulder-flexion:left', unit: '°', target: 160 },
  { text: 'Raise the right arm to 160°', measure: 'rom', key: 'shoulder-flexion:right', unit: '°', target: 160 },
  { text: 'Tight, sore muscles let go and get their blood supply back', measure: 'free', key: '', unit: '', target: null },
  { text: 'Nerve free of pressure: no tingling or numbness', measure: 'free', key: '', unit: '', target: null },
  { text: 'Trigger points quiet: pressure refers no pain', measure: 'free', key: '', unit: '', target: null },
  { text: 'Less pain, swelling and irritation after activity', measure: 'free', key: '', unit: '', target: null },
  { text: 'Better circulation: hands and feet warm, less cramping', measure: 'free', key: '', unit: '', target: null },
  { text: 'More flexible: full range without guarding', measure: 'free', key: '', unit: '', target: null },
  { text: 'Nervous system calmer: sleeps and breathes easily', measure: 'free', key: '', unit: '', target: null },
  { text: 'Upright posture held through a workday', measure: 'free', key: '', unit: '', target: null },
  { text: 'Moves evenly, without limping or favoring a side', measure: 'free', key: '', unit: '', target: null },
  { text: 'Headache days down to one a week', measure: 'free', key: '', unit: 'days a week', target: 1 },
]
