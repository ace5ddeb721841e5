import type { ContraindicationItem } from '../health/contraindication-item.ts'
import type { LocalDate } from '../lib/dates.ts'
import type { Letterhead } from './letterhead.ts'

/** A blank health intake form to print and fill in by hand; headed with the patient where one is given. */
export type IntakeForm = {
  readonly letterhead: Letterhead
  readonly patient: { readonly name: string; readonly bornOn: LocalDate; readonly phone: string; readonly guardian: string } | null
}

/** A condition to tick, in words a patient uses; `item` is what it means for massage, null for one that stands against nothing. */
export type IntakeCondition = { readonly words: string; readonly item: ContraindicationItem | null }

const tick = (item: ContraindicationItem | null, words: string): IntakeCondition => ({ item, words })

/** Everything asked at intake that may stand against massage, grouped by part of the body, and the lasting complaints a therapist wants to know. */
export const INTAKE_CONDITIONS: readonly IntakeCondition[] = [
  tick('blood-clot', 'Blood clot, now or before'),
  tick('phlebitis', 'Inflamed vein'),
  tick('varicose-veins', 'Varicose veins'),
  tick('high-blood-pressure', 'High blood pressure'),
  tick('low-blood-pressure', 'Low blood pressure, fainting'),
  tick('heart-or-lung', 'Heart or lung condition, pacemaker'),
  tick('unstable-heart', 'Chest pain or recent heart attack'),
  tick('aneurysm', 'Aneurysm'),
  tick('asthma', 'Asthma'),
  tick('uncontrolled-diabetes', 'Diabetes'),
  tick('diabetic-neuropathy', 'Numb feet or hands'),
  tick('kidney-or-liver', 'Kidney or liver condition'),
  tick('cancer', 'Cancer, now or before'),
  tick('radiation-site', 'Radiation treatment'),
  tick('lymph-nodes-removed', 'Lymph nodes removed, lymphedema'),
  tick('low-platelets', 'Bleed or bruise easily'),
  tick('epilepsy', 'Epilepsy, seizures'),
  tick('acute-neurological-deficit', 'New weakness or loss of feeling'),
  tick('multiple-sclerosis', 'Multiple sclerosis'),
  tick(null, 'Headaches, migraine'),
  tick('severe-osteoporosis', 'Osteoporosis (thin bones)'),
  tick('fracture', 'Broken bone in the last year'),
  tick('arthritis-flare', 'Arthritis, gout'),
  tick('bursitis', 'Bursitis'),
  tick('inflammation', 'Fresh sprain, strain or swelling'),
  tick('hernia', 'Hernia'),
  tick('recent-surgery', 'Surgery in the last 6 weeks'),
  tick('implant-or-port', 'Implant, port, pump, new joint'),
  tick('skin-condition', 'Rash, open wound, skin infection'),
  tick('contagious-disease', 'Anything that can be caught'),
  tick('undiagnosed-lump', 'A lump nobody has looked at'),
  tick('recent-injection', 'Botox, filler or cortisone lately'),
  tick('anticoagulants', 'Take a blood thinner'),
  tick('steroids-or-opioids', 'Take steroids or strong pain tablets'),
  tick('oil-or-latex-allergy', 'Allergic to oils, nuts or latex'),
  tick(null, 'Fibromyalgia, long-lasting pain'),
]

/** What the patient is asked to agree to. Plain words of our own for a clinic to adapt; no statement of law. */
export const INTAKE_CONSENT: readonly string[] = [
  'I have said what I know about my health, and will say so when it changes.',
  'I understand that the therapist does not diagnose or prescribe, and that massage does not take the place of seeing a physician.',
  'I can ask for less pressure, another position or a stop at any time, without giving a reason.',
  'I agree to be treated in the way we talk over at each visit.',
]

/** Stands above the lines of consent on paper. */
export const INTAKE_CONSENT_REMARK = 'Sample wording: each clinic puts it in its own words.'
