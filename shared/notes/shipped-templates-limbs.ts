import type { NoteTemplate } from './library-schema.ts'

type Words = Omit<NoteTemplate, 'id'>

/** Shoulder pain, in plain words of our own; blanks in braces are filled by who treats. */
export const SHOULDER: Words = {
  name: 'Shoulder pain',
  content: {
    subjective:
      'Pain in the {side} shoulder at {where}, {worse when}. Lying on it: {possible or not}. Reaching overhead {how}, behind the back {how}. Began {when}.',
    objective:
      'Tone raised in {muscles}. Tender at {where}, referring to {where to}. Lifting the arm hurts between {degrees} and {degrees}. Shoulder blade {findings}.',
    assessment:
      'Findings are consistent with {overuse, stiffness or muscle tension} of the {side} shoulder. Compared with last visit: {better, same or worse}. Limits most: {activity}.',
    plan: 'Continue {frequency}: shoulder girdle, chest and upper back. Measure lifting and turning out again next visit. To the physician if the arm gets weak or pain wakes the patient more.',
    homeCare: 'Pendulum swings, 2 minutes, {times} a day. Hand slides up the wall to comfort, 10 times. Cushion under the arm at night.',
    activities: ['Reaching a high shelf', 'Putting on a coat', 'Sleeping on the side'],
    motions: ['shoulder-flexion', 'shoulder-abduction', 'shoulder-internal-rotation', 'shoulder-external-rotation', 'cervical-rotation'],
    muscles: ['Deltoid', 'Infraspinatus and teres minor', 'Subscapularis', 'Serratus anterior'],
    tests: ['Painful arc', 'Empty can', 'Lift-off', 'Cross-body'],
    posture: ['Rounded shoulder', 'High shoulder', 'Winged shoulder blade'],
    techniques: ['Deep tissue massage', 'Trigger point release', 'Pin and stretch', 'Contract-relax stretching'],
    measures: ['pain', 'psfs', 'upper-extremity'],
  },
}

/** Tingling and numbness of the hand. Blanks in braces are filled by who treats. */
export const CARPAL_TUNNEL: Words = {
  name: 'Carpal tunnel',
  content: {
    subjective:
      'Tingling or numbness in {fingers} of the {side} hand, {worse when}. Wakes at night {times}. Drops things: {yes or no}. Splint at night: {yes or no}.',
    objective:
      'Tone raised in {muscles} of the forearm. Tender at {where}. Ball of the thumb {full or thinner} compared with the other hand. Neck and shoulder: {findings}.',
    assessment:
      'Symptoms are reported along the {fingers}; they {change or do not change} with wrist bending. Compared with last visit: {better, same or worse}.',
    plan: 'Continue {frequency}: forearm, palm and the muscles of the neck and chest on the {side}. Repeat grip and wrist bending next visit. To the physician if numbness stays or the thumb gets weak.',
    homeCare: 'Wrist straight at night. Open and close the hand slowly, 10 times, {times} a day. Break from typing or gripping each half hour.',
    activities: ['Typing for an hour', 'Holding a phone or a book', 'Sleeping without waking from the hand'],
    motions: ['wrist-flexion', 'wrist-extension', 'elbow-flexion', 'cervical-side-bend'],
    muscles: ['Thumb abductor (APB)', 'Grip', 'Wrist flexors', 'Wrist extensors'],
    tests: ['Phalen', 'Tinel at the wrist', 'Carpal compression'],
    posture: ['Rounded shoulder', 'Forward head'],
    techniques: ['Myofascial release', 'Cross-fiber friction', 'Pin and stretch', 'Rehabilitative stretching'],
    measures: ['pain', 'psfs', 'upper-extremity'],
  },
}
