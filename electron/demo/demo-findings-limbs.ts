import type { Findings } from './demo-findings.ts'

export const SHOULDER: Findings = {
  strength: [
    ['Supraspinatus', '3+'],
    ['Infraspinatus and teres minor', '4-'],
    ['Lower trapezius', '4-'],
  ],
  posture: [
    ['Rounded shoulder', 'worse', 'moderate'],
    ['Winged shoulder blade', 'worse', 'slight'],
  ],
  tests: [
    ['Neer', 0.8],
    ['Hawkins-Kennedy', 0.7],
    ['Drop arm', 0],
  ],
  marks: [
    { kind: 'pain', site: 'side-deltoid', grade: 6, quality: 'sharp' },
    { kind: 'trigger-point', site: 'infraspinatus', grade: 4, to: 'front-deltoid' },
    { kind: 'adhesion', site: 'supraspinatus', grade: 2 },
    { kind: 'tension', site: 'upper-trapezius', grade: 3 },
  ],
  work: [
    ['Trigger point release', 'infraspinatus'],
    ['Pin and stretch', 'pectoralis-minor'],
    ['Cross-fiber friction', 'supraspinatus'],
    ['Myofascial release', 'upper-trapezius'],
  ],
  responses: ['Arm lifts 10° higher at once', 'Catch gone in mid-range', 'Softened within a minute', 'Tender to 3 of 10, then eased'],
}

export const WRIST: Findings = {
  strength: [
    ['Thumb abductor (APB)', '4-'],
    ['Grip', '4'],
  ],
  posture: [['Rounded shoulder', 'worse', 'slight']],
  tests: [
    ['Phalen', 0.8],
    ['Tinel at the wrist', 0.5],
    ['Carpal compression', 0.7],
  ],
  marks: [
    { kind: 'numbness', site: 'palm', grade: 5, quality: 'tingling' },
    { kind: 'trigger-point', site: 'wrist-flexors', grade: 3, to: 'carpal-tunnel' },
    { kind: 'tension', site: 'brachioradialis', grade: 2 },
  ],
  work: [
    ['Myofascial release', 'wrist-flexors'],
    ['Nerve gliding', 'carpal-tunnel'],
    ['Stripping', 'wrist-extensors'],
  ],
  responses: ['Tingling fades with the wrist straight', 'Forearm softer, grip steadier', 'Looser after two minutes'],
}

export const FOOT: Findings = {
  strength: [
    ['Tibialis posterior', '4-'],
    ['Calf (gastrocnemius and soleus)', '4'],
  ],
  posture: [
    ['Flat foot', 'worse', 'moderate'],
    ['Short step', 'worse', 'slight'],
  ],
  tests: [
    ['Windlass', 0.7],
    ['Tinel at the ankle', 0],
  ],
  marks: [
    { kind: 'pain', site: 'heel', grade: 6, quality: 'sharp' },
    { kind: 'trigger-point', site: 'soleus', grade: 3, to: 'heel' },
    { kind: 'tension', site: 'plantar-fascia', grade: 3 },
  ],
  work: [
    ['Trigger point release', 'soleus'],
    ['Stripping', 'plantar-fascia'],
    ['Contract-relax stretching', 'inner-calf'],
  ],
  responses: ['First steps after easier', 'Arch springier', 'Calf longer, tender to 3 of 10'],
}
