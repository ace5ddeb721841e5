import { z } from 'zod'

/** The eight families asked about at every visit before treatment. */
export const ContraindicationFamily = z.enum([
  'fever',
  'contagious-disease',
  'blood-clot',
  'pregnancy',
  'kidney-or-liver',
  'cancer',
  'inflammation',
  'high-blood-pressure',
])
export type ContraindicationFamily = z.infer<typeof ContraindicationFamily>

/** `absolute`: no massage today. `clearance`: a physician agrees first. `local`: keep off the region. */
export type ContraindicationClass = 'absolute' | 'clearance' | 'local'

/** One family: what it is called, how to ask, and what a yes means. */
export type Contraindication = {
  readonly family: ContraindicationFamily
  readonly name: string
  readonly class: ContraindicationClass
  readonly question: string
  readonly whatToDo: string
}

/** All families in the order they are asked. The classes are the usual practice; the therapist may go on with a reason, which is kept. */
export const CONTRAINDICATIONS: readonly Contraindication[] = [
  {
    family: 'fever',
    name: 'Fever',
    class: 'absolute',
    question: 'Any fever today, 100.4 °F (38 °C) or more, or a flu coming on?',
    whatToDo: 'No massage today. Book again once the fever has been gone for a day.',
  },
  {
    family: 'contagious-disease',
    name: 'Contagious disease',
    class: 'absolute',
    question: 'Anything that could be caught: an infection, a stomach bug, a contagious rash, lice or scabies?',
    whatToDo: 'No massage today. Book again when it can no longer be passed on.',
  },
  {
    family: 'blood-clot',
    name: 'Blood clot',
    class: 'absolute',
    question: 'A blood clot, or a calf or leg that is newly swollen, warm, red or tender?',
    whatToDo: 'No massage. If it may be a clot, send the patient to urgent care today; treat again only with a physician’s word.',
  },
  {
    family: 'pregnancy',
    name: 'Pregnancy',
    class: 'clearance',
    question: 'Pregnant, or possibly so? Which week, and any complications?',
    whatToDo: 'Get clearance in the first trimester and in a high-risk pregnancy. Stay off the abdomen and deep leg work; lie on the side.',
  },
  {
    family: 'kidney-or-liver',
    name: 'Kidney or liver condition',
    class: 'clearance',
    question: 'Any kidney or liver condition, dialysis or unexplained swelling?',
    whatToDo: 'Ask the physician first; then light work, and none over ports or a fistula.',
  },
  {
    family: 'cancer',
    name: 'Cancer',
    class: 'clearance',
    question: 'Cancer, now or before? Chemotherapy, radiation or surgery, and when last?',
    whatToDo: 'Ask the treating physician first. Wait 72 hours after chemotherapy; stay off tumor sites, radiated skin and ports.',
  },
  {
    family: 'inflammation',
    name: 'Acute inflammation or injury',
    class: 'local',
    question: 'Any place that is hot, swollen, freshly hurt (last 72 hours) or has broken skin?',
    whatToDo: 'Keep off that region today and note where it is. Other regions may be treated.',
  },
  {
    family: 'high-blood-pressure',
    name: 'Uncontrolled high blood pressure',
    class: 'absolute',
    question: 'High blood pressure that is not under control, or a severe headache, chest pain or short breath today?',
    whatToDo: 'Measure before treating. At or above the clinic’s limit no massage today; with chest pain or a severe headache call for help.',
  },
]

/** A reading from which no massage is given. Clinics may set their own. */
export type BloodPressureLimit = { readonly systolic: number; readonly diastolic: number }
/** The usual limit; a default only. */
export const DEFAULT_BLOOD_PRESSURE_LIMIT: BloodPressureLimit = { systolic: 180, diastolic: 110 }

/** The answers of a visit’s screen, and a blood pressure where one was taken. */
export type ScreenedVisit = {
  readonly answers: Readonly<Partial<Record<ContraindicationFamily, 'no' | 'yes'>>>
  readonly systolic: number | null
  readonly diastolic: number | null
}

/** Something found in the screen, with what to do about it. */
export type Finding = { readonly family: ContraindicationFamily; readonly class: ContraindicationClass; readonly sentence: string }

/** Families not asked yet, in order. A screen is complete when there are none. */
export function unasked({ answers }: ScreenedVisit): readonly Contraindication[] {
  return CONTRAINDICATIONS.filter(({ family }) => answers[family] === undefined)
}

/** Whether a reading is at or above the limit in either number. */
export function isAboveLimit({ systolic, diastolic }: ScreenedVisit, limit: BloodPressureLimit = DEFAULT_BLOOD_PRESSURE_LIMIT): boolean {
  return (systolic ?? 0) >= limit.systolic || (diastolic ?? 0) >= limit.diastolic
}

/** What the screen found, the gravest first: every yes, and a blood pressure at or above the limit. */
export function findingsOf(visit: ScreenedVisit, limit: BloodPressureLimit = DEFAULT_BLOOD_PRESSURE_LIMIT): readonly Finding[] {
  const measured = isAboveLimit(visit, limit)
  const gravity = { absolute: 0, clearance: 1, local: 2 } as const satisfies Record<ContraindicationClass, number>
  return CONTRAINDICATIONS.flatMap(({ family, class: kind, name, whatToDo }) => {
    const isMeasured = family === 'high-blood-pressure' && measured
    if (visit.answers[family] !== 'yes' && !isMeasured) return []
    const reading = isMeasured ? `Blood pressure ${visit.systolic ?? '–'}/${visit.diastolic ?? '–'}` : name
    return [{ family, class: kind, sentence: `${reading}: ${whatToDo.charAt(0).toLowerCase()}${whatToDo.slice(1)}` }]
  }).toSorted((a, b) => gravity[a.class] - gravity[b.class])
}

/** Whether treatment may go on only with a documented reason: something absolute, or a clearance that is missing. */
export const needsReason = (findings: readonly Finding[]): boolean => findings.some(finding => finding.class !== 'local')
