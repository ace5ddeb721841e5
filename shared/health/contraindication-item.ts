import { z } from 'zod'

/** Everything that can stand against massage: the eight families asked at every visit, and the finer conditions behind them. */
export const ContraindicationItem = z.enum([
  'fever',
  'contagious-disease',
  'blood-clot',
  'phlebitis',
  'acute-infection',
  'pre-eclampsia',
  'unstable-heart',
  'aneurysm',
  'intoxication',
  'high-blood-pressure',
  'acute-neurological-deficit',
  'cancer',
  'kidney-or-liver',
  'pregnancy',
  'heart-or-lung',
  'anticoagulants',
  'low-platelets',
  'epilepsy',
  'severe-osteoporosis',
  'uncontrolled-diabetes',
  'recent-surgery',
  'lymph-nodes-removed',
  'inflammation',
  'skin-condition',
  'fracture',
  'varicose-veins',
  'hernia',
  'bursitis',
  'implant-or-port',
  'radiation-site',
  'undiagnosed-lump',
  'local-bleeding',
  'recent-injection',
  'diabetic-neuropathy',
  'low-blood-pressure',
  'asthma',
  'steroids-or-opioids',
  'oil-or-latex-allergy',
  'multiple-sclerosis',
  'arthritis-flare',
])
export type ContraindicationItem = z.infer<typeof ContraindicationItem>

/** `absolute`: no massage today. `clearance`: a physician agrees first. `local`: keep off the region. `precaution`: with care. */
export const ContraindicationClass = z.enum(['absolute', 'clearance', 'local', 'precaution'])
export type ContraindicationClass = z.infer<typeof ContraindicationClass>
