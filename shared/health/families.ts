import type { z } from 'zod'
import { ContraindicationItem } from './contraindication-item.ts'

/** The eight families asked about at every visit before treatment. */
export const ContraindicationFamily = ContraindicationItem.extract([
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

/** One family: what it is called in a list of questions, and how to ask. */
export type Contraindication = { readonly family: ContraindicationFamily; readonly name: string; readonly question: string }

/** All families in the order they are asked. */
export const CONTRAINDICATIONS: readonly Contraindication[] = [
  { family: 'fever', name: 'Fever', question: 'Any fever today, 100.4 °F (38 °C) or more, or a flu coming on?' },
  {
    family: 'contagious-disease',
    name: 'Contagious disease',
    question: 'Anything that could be caught: an infection, a stomach bug, a contagious rash, lice or scabies?',
  },
  { family: 'blood-clot', name: 'Blood clot', question: 'A blood clot, or a calf or leg that is newly swollen, warm, red or tender?' },
  { family: 'pregnancy', name: 'Pregnancy', question: 'Pregnant, or possibly so? Which week, and any complications?' },
  { family: 'kidney-or-liver', name: 'Kidney or liver condition', question: 'Any kidney or liver condition, dialysis or unexplained swelling?' },
  { family: 'cancer', name: 'Cancer', question: 'Cancer, now or before? Chemotherapy, radiation or surgery, and when last?' },
  {
    family: 'inflammation',
    name: 'Acute inflammation or injury',
    question: 'Any place that is hot, swollen, freshly hurt (last 72 hours) or has broken skin?',
  },
  {
    family: 'high-blood-pressure',
    name: 'Uncontrolled high blood pressure',
    question: 'High blood pressure that is not under control, or a severe headache, chest pain or short breath today?',
  },
]

/** The family an item is, if it is one of the eight asked at every visit. */
export function familyOf(item: ContraindicationItem): ContraindicationFamily | null {
  return ContraindicationFamily.safeParse(item).data ?? null
}
