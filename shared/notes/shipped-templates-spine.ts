import type { NoteTemplate } from './library-schema.ts'

type Words = Omit<NoteTemplate, 'id'>

/** Neck pain, in plain words of our own; blanks in braces are filled by who treats. */
export const NECK: Words = {
  name: 'Neck pain',
  content: {
    subjective: 'Neck pain on the {side}, {worse when}. Eased by {eased by}. Headache: {yes or no}. Tingling or weakness in the arm: {yes or no}.',
    objective: 'Tone raised in {muscles}. Tender points at {where}, referring to {where to}. Turning to the {side} is stiffer and ends with {end feel}.',
    assessment:
      'Findings are consistent with muscle tension around the neck and shoulder girdle. Compared with last visit: {better, same or worse}. Turning the head matters most for {activity}.',
    plan: 'Continue {frequency} with work on {muscles}. Measure rotation and pain again next visit. Write to the physician if {reason}.',
    homeCare: 'Gentle neck turns within comfort, {times} a day. Heat for 10 to 15 minutes in the evening. Screen at eye height, a short break each half hour.',
    activities: ['Turning the head while driving', 'Working at a screen for an hour', 'Sleeping through the night'],
    motions: ['cervical-rotation', 'cervical-side-bend', 'cervical-flexion', 'cervical-extension'],
    muscles: ['Deep neck flexors', 'Neck side benders', 'Upper trapezius', 'Middle trapezius'],
    tests: ['Cervical compression', 'Cervical distraction', 'Spurling'],
    posture: ['Forward head', 'Rounded shoulder', 'High shoulder'],
    techniques: ['Myofascial release', 'Trigger point release', 'Muscle energy technique', 'Rehabilitative stretching'],
    measures: ['pain', 'psfs', 'neck-disability'],
  },
}

/** Low back pain with or without symptoms in the leg, and the question that must not be missed. */
export const LOW_BACK: Words = {
  name: 'Low back pain and sciatica',
  content: {
    subjective:
      'Low back pain on the {side}, {worse when}. Down the leg: {how far}. Sitting {minutes} minutes and walking {minutes} minutes before it stops the patient. Bladder, bowel and feeling around the saddle: {normal or not}.',
    objective: 'Tone raised in {muscles}. Tender at {where}, referring to {where to}. Bending forward {limit}. Straight leg raise {side} at {degrees}.',
    assessment:
      'Findings are consistent with muscular low back pain {with or without} symptoms in the leg. Compared with last visit: {better, same or worse}. No sign today that needs the physician at once: {confirmed or not}.',
    plan: 'Continue {frequency}: low back, hip and the back of the thigh. Repeat straight leg raise and bending next visit. Back to the physician if weakness or numbness grows.',
    homeCare: 'Walk {minutes} minutes, {times} a day. Knees to chest, 5 slow breaths, morning and evening. Change position before pain asks for it.',
    activities: ['Sitting for half an hour', 'Putting on socks and shoes', 'Lifting a bag of groceries'],
    motions: ['lumbar-flexion', 'lumbar-extension', 'lumbar-side-bend', 'hip-flexion', 'hip-extension'],
    muscles: ['Gluteus medius', 'Gluteus maximus', 'Great toe extensor', 'Tibialis anterior'],
    tests: ['Straight leg raise', 'Slump', 'Piriformis (FAIR)', 'Sacroiliac compression'],
    posture: ['Flat low back', 'Hollow low back (lordosis)', 'High hip', 'Trunk shifted'],
    techniques: ['Deep tissue massage', 'Trigger point release', 'Positional release', 'Rehabilitative stretching'],
    measures: ['pain', 'psfs', 'oswestry', 'roland-morris'],
  },
}

/** The neck after an accident: gentle first, with what an auto claim asks for. */
export const WHIPLASH: Words = {
  name: 'Whiplash',
  content: {
    subjective:
      'Neck pain since the accident on {date}: {where}. Headache {how often}, dizziness {yes or no}, sleep {how}. Work since: {full, part or none}. Seen since by {whom}.',
    objective:
      'Guarding in {muscles}, most on the {side}. Light touch is {tolerated or not}. All motion within comfort only. Tender points at {where}. Jaw opening {free or limited}.',
    assessment:
      'Findings are consistent with strained soft tissue of the neck after the accident, now {weeks} weeks ago. Irritability {low, moderate or high}. Compared with last visit: {better, same or worse}.',
    plan: 'Gentle work, {frequency}; depth follows irritability. No stretching at the end of range before week {week}. Progress letter after {visits} visits. Ask the physician before {what}.',
    homeCare:
      'Small, slow neck turns within comfort each waking hour. Cold or heat, whichever eases, 10 minutes. Support under the neck, not under the shoulders, at night.',
    activities: ['Checking the blind spot while driving', 'Working a usual day', 'Sleeping through the night'],
    motions: ['cervical-rotation', 'cervical-side-bend', 'cervical-flexion', 'cervical-extension'],
    muscles: ['Deep neck flexors', 'Neck extensors', 'Upper trapezius'],
    tests: ['Cervical distraction', 'Upper limb tension', 'Jaw deviation'],
    posture: ['Forward head', 'Head turned', 'High shoulder'],
    techniques: ['Swedish massage', 'Positional release', 'Myofascial release', 'Manual lymph drainage'],
    measures: ['pain', 'psfs', 'neck-disability', 'global-change'],
  },
}

/** Widespread pain: light work, and what the days after it were like. */
export const FIBROMYALGIA: Words = {
  name: 'Fibromyalgia',
  content: {
    subjective:
      'Widespread pain, today most in {where}. Sleep {how}, rest felt on waking {yes or no}. Fatigue {low, moderate or high}. After the last visit: {better, flare or no change} for {how long}.',
    objective: 'Tender to light pressure at {where}. Pressure tolerated today: {light, moderate}. Skin and tissue {findings}. Breathing {calm, shallow}.',
    assessment: 'Sensitivity {higher, same or lower} than at the last visit. Light, slow work was {well tolerated or not}. Pacing matters most for {activity}.',
    plan: 'Continue {frequency}, light and slow, {minutes} minutes hands-on. Ask next visit about the two days after. Lengthen or deepen only after a visit without a flare.',
    homeCare:
      'Easy walk or warm water, {minutes} minutes, on {days}. One quiet half hour planned into the day. Write down sleep and flares until the next visit.',
    activities: ['Getting through a usual day', 'Sleeping through the night', 'Housework for half an hour'],
    motions: ['cervical-rotation', 'shoulder-abduction', 'lumbar-flexion'],
    muscles: [],
    tests: [],
    posture: ['Guarded movement', 'Forward head'],
    techniques: ['Swedish massage', 'Myofascial release', 'Craniosacral hold', 'Manual lymph drainage'],
    measures: ['pain', 'psfs', 'global-change'],
  },
}
