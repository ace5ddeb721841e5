import type { Region } from '../../shared/body-chart/regions.ts'
import type { RomMotion } from '../../shared/notes/rom.ts'

/** A condition the demo clinic treats: its codes, where it is treated, what is measured and how a therapist writes about it. */
export type Condition = {
  readonly name: string
  readonly diagnoses: readonly (readonly [code: string, label: string])[]
  readonly regions: readonly Region[]
  /** Motion, usual full range, and the deficit in degrees at the first visit. */
  readonly motions: readonly (readonly [RomMotion, normal: number, deficit: number])[]
  readonly activities: readonly string[]
  /** What the patient says of the place (`stiff neck on waking`), and what the hands find. */
  readonly complaints: readonly [string, ...string[]]
  readonly findings: readonly [string, ...string[]]
  readonly homeCare: readonly [string, ...string[]]
}

const NECK: Omit<Condition, 'name' | 'diagnoses'> = {
  regions: ['neck', 'upper-back', 'shoulder-left', 'shoulder-right'],
  motions: [
    ['cervical-rotation', 80, 32],
    ['cervical-side-bend', 45, 20],
    ['cervical-flexion', 45, 14],
    ['cervical-extension', 45, 10],
  ],
  activities: ['Check the blind spot when driving', 'Work at the desk for 2 hours', 'Sleep through the night'],
  complaints: [
    'stiff on waking, worst turning left',
    'a dull ache between the shoulder blades by afternoon',
    'a pulling at the base of the skull',
    'tight across both shoulders after driving',
  ],
  findings: [
    'Upper trapezius taut bilaterally, left more than right; tender point at the levator attachment.',
    'Suboccipitals dense and guarded, softening after sustained pressure.',
    'Scalenes short on the left; rotation stops at a firm, painful end.',
    'Levator scapulae ropy on both sides, two active trigger points referring to the temple.',
  ],
  homeCare: [
    'Chin tucks, 10 twice a day',
    'Upper trapezius stretch, 30 seconds each side, morning and evening',
    'Heat for 15 minutes before bed; raise the screen to eye level',
  ],
}

const LOW_BACK: Omit<Condition, 'name' | 'diagnoses'> = {
  regions: ['lower-back', 'hip-left', 'hip-right'],
  motions: [
    ['lumbar-flexion', 60, 26],
    ['lumbar-extension', 25, 12],
  ],
  activities: ['Sit through a 1-hour meeting', 'Lift a laundry basket', 'Walk the dog for 30 minutes'],
  complaints: [
    'a band of tightness across the belt line',
    'catching when getting out of the car',
    'stiff for the first half hour of the day',
    'sore after shoveling at the weekend',
  ],
  findings: [
    'Quadratus lumborum tender and short on the right; lumbar paraspinals guarded.',
    'Gluteus medius with two trigger points, reproducing the familiar ache.',
    'Hip flexors short on both sides; the low back arches when lying flat.',
    'Thoracolumbar fascia dense, little glide over the sacrum.',
  ],
  homeCare: ['Knee-to-chest stretch, 5 each side, mornings', 'Short walks every hour at work', 'Cat-camel, 10 slow repetitions; heat after work'],
}

const SHOULDER: Omit<Condition, 'name' | 'diagnoses'> = {
  regions: ['shoulder-right', 'upper-arm-right', 'upper-back', 'neck'],
  motions: [
    ['shoulder-flexion', 180, 55],
    ['shoulder-abduction', 180, 65],
  ],
  activities: ['Reach the top shelf', 'Fasten a seat belt', 'Sleep on that side'],
  complaints: ['a sharp pinch reaching overhead', 'an ache down the outside of the arm at night', 'tired quickly when stocking shelves'],
  findings: [
    'Infraspinatus with an active trigger point referring to the front of the shoulder.',
    'Pectoralis minor short; the shoulder blade tips forward.',
    'Subscapularis tender; external rotation stops early with guarding.',
  ],
  homeCare: ['Wall slides, 10 twice a day, below pain', 'Doorway stretch, 30 seconds, three times a day', 'Ice for 10 minutes after work'],
}

/** The conditions of the demo clinic, by the word the patient list uses. */
export const CONDITIONS = {
  whiplash: {
    ...NECK,
    name: 'Neck, car accident',
    diagnoses: [
      ['S13.4XXD', 'Sprain of ligaments of cervical spine, subsequent encounter'],
      ['S16.1XXD', 'Strain of muscle, fascia and tendon at neck level, subsequent encounter'],
      ['M62.838', 'Other muscle spasm'],
    ],
  },
  neck: {
    ...NECK,
    name: 'Neck pain, desk work',
    diagnoses: [
      ['M54.2', 'Cervicalgia'],
      ['M62.838', 'Other muscle spasm'],
    ],
  },
  lowBack: {
    ...LOW_BACK,
    name: 'Low back',
    diagnoses: [
      ['M54.59', 'Other low back pain'],
      ['M62.830', 'Muscle spasm of back'],
    ],
  },
  sciatica: {
    ...LOW_BACK,
    name: 'Sciatica, left',
    regions: ['lower-back', 'hip-left', 'thigh-left'],
    diagnoses: [['M54.32', 'Sciatica, left side']],
    complaints: ['a line of pain from the left buttock to the knee', 'tingling after sitting more than 20 minutes', 'better walking, worse in the car'],
    findings: [
      'Piriformis on the left firm and tender; pressure reproduces the leg pain.',
      'Left hamstring short, straight leg raise eased after release.',
      'Deep hip rotators guarded, less than last time.',
    ],
    homeCare: ['Figure-four stretch, 30 seconds, three times a day', 'Stand up every 20 minutes; no crossed legs'],
  },
  fibromyalgia: {
    ...NECK,
    name: 'Fibromyalgia',
    diagnoses: [['M79.7', 'Fibromyalgia']],
    regions: ['neck', 'upper-back', 'shoulder-left', 'shoulder-right', 'lower-back', 'hip-left', 'hip-right'],
    complaints: ['aching all over after a cold snap', 'slept badly three nights of the week', 'sore to touch across the shoulders and hips'],
    findings: [
      'Widespread tenderness; tolerates light pressure only.',
      'Upper back skin rolls stiffly; breath high in the chest, deeper at the end.',
      'Hips and shoulders tender to 2 of 4, even on both sides.',
    ],
    homeCare: ['Warm bath in the evening; 10 minutes of gentle movement twice a day', 'Pace chores: 20 minutes on, 10 off'],
  },
  headache: {
    ...NECK,
    name: 'Tension headache',
    diagnoses: [['G44.209', 'Tension-type headache, unspecified, not intractable']],
    regions: ['head', 'neck', 'upper-back'],
    activities: ['Read for 1 hour', 'Work a full day at the screen'],
    complaints: ['a tight band around the head, four days last week', 'pressure behind the eyes by noon', 'a headache that starts at the base of the skull'],
    homeCare: ['Suboccipital release on two tennis balls, 3 minutes', 'Screen break every 30 minutes; water through the day'],
  },
  shoulder: {
    ...SHOULDER,
    name: 'Right shoulder',
    diagnoses: [
      ['M25.511', 'Pain in right shoulder'],
      ['M75.41', 'Impingement syndrome of right shoulder'],
    ],
  },
  workShoulder: {
    ...SHOULDER,
    name: 'Shoulder, work injury',
    diagnoses: [['S46.011D', 'Strain of muscle(s) and tendon(s) of the rotator cuff of right shoulder, subsequent encounter']],
  },
  wrist: {
    ...SHOULDER,
    name: 'Wrist and hand',
    diagnoses: [['G56.01', 'Carpal tunnel syndrome, right upper limb']],
    regions: ['forearm-right', 'hand-right'],
    motions: [
      ['wrist-flexion', 80, 24],
      ['wrist-extension', 70, 26],
    ],
    activities: ['Type for 1 hour', 'Open a jar', 'Hold the phone'],
    complaints: ['tingling in thumb and two fingers at night', 'drops things by the end of a shift', 'a tight forearm after a day at the keyboard'],
    findings: [
      'Forearm flexors dense; pressure at the wrist crease brings on the tingling.',
      'Pronator teres tender, referring to the thumb.',
      'Thenar muscles soft, no wasting seen.',
    ],
    homeCare: ['Wrist splint at night; tendon glides, 10 three times a day', 'Forearm stretch before and after typing'],
  },
  jaw: {
    ...NECK,
    name: 'Jaw and neck',
    diagnoses: [
      ['M26.623', 'Arthralgia of bilateral temporomandibular joint'],
      ['M54.2', 'Cervicalgia'],
    ],
    regions: ['jaw', 'head', 'neck'],
    activities: ['Chew a meal without pain', 'Talk through a full class'],
    complaints: ['jaw tired after meals, clicking on the left', 'clenching at night, sore on waking', 'an ache in front of the ear'],
    findings: [
      'Masseter firm on both sides, trigger point referring to the teeth.',
      'Temporalis tender; mouth opens three fingers, straighter than before.',
      'Neck flexors weak, head carried forward.',
    ],
    homeCare: ['Tongue up, teeth apart, lips closed through the day', 'Warm cloth over the jaw, 10 minutes at night'],
  },
  foot: {
    ...LOW_BACK,
    name: 'Heel pain, left',
    diagnoses: [['M72.2', 'Plantar fascial fibromatosis']],
    regions: ['foot-left', 'lower-leg-left'],
    motions: [
      ['ankle-dorsiflexion', 20, 10],
      ['ankle-plantarflexion', 50, 8],
    ],
    activities: ['Take the first steps in the morning', 'Stand through a shift', 'Run 3 miles'],
    complaints: ['stabbing under the heel with the first steps', 'sore again after a long shift', 'calf tight on the stairs'],
    findings: [
      'Plantar fascia tender at the inner heel; calf short.',
      'Soleus with a trigger point referring to the heel.',
      'Arch springier, tender point down by half.',
    ],
    homeCare: ['Roll the foot on a cold bottle, 5 minutes, evenings', 'Calf stretch on a step, 30 seconds, three times a day'],
  },
} as const satisfies Record<string, Condition>
