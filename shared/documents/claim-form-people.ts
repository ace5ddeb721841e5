import type { InvoiceFacts } from '../billing/invoice-facts.ts'
import { readAddressLine } from '../patients/typed.ts'
import { isSsn } from '../practice/identifiers.ts'
import type { Address } from '../practice/schema.ts'
import type { ClaimTyped } from './claim-form.ts'
import type { ChoiceKey, TextKey } from './claim-form-boxes.ts'
import { formName, formNameOf, formPhone, longDate, withoutSigns } from './claim-form-words.ts'

/** What is written and ticked, before it is cut to its boxes; empty words leave a box empty. */
export type Filled = { readonly texts: Partial<Record<TextKey, string>>; readonly choices: Partial<Record<ChoiceKey, string>> }

type Lines = Pick<Address, 'street' | 'street2' | 'city' | 'zip'> & { readonly state: string }
const street = ({ street: first, street2 }: Pick<Lines, 'street' | 'street2'>) => withoutSigns(`${first} ${street2}`)
const city = (address: Lines) => withoutSigns([address.city, address.state, address.zip].filter(part => part !== '').join(' '))
const yesOrNo = (is: boolean) => (is ? 'yes' : 'no')

/** Boxes 2, 3, 5: the patient. */
export function patientBoxes({ patient }: InvoiceFacts): Filled {
  const { address } = patient
  return {
    texts: {
      patientName: formName(patient),
      patientBorn: longDate(patient.bornOn),
      patientStreet: street(address),
      patientCity: withoutSigns(address.city),
      patientState: address.state,
      patientZip: address.zip,
      patientPhone: formPhone(patient.phone),
    },
    choices: patient.sex === 'male' || patient.sex === 'female' ? { patientSex: patient.sex } : {},
  }
}

/** Who is insured for this case: the plan’s person, the employer of a work claim, or the patient of an auto claim. */
export function insuredBoxes(facts: InvoiceFacts, typed: ClaimTyped): Filled {
  const claim = facts.episode?.claim ?? null
  const kind = facts.episode?.kind ?? 'illness'
  if (kind === 'work') return workBoxes(facts, typed)
  const plan = planOf(facts)
  const isSelf = plan === null || plan.relation === 'self'
  const own = isSelf ? selfBoxes(facts) : otherInsured(plan, homeOfInsured(facts, typed))
  return {
    texts: {
      ...own.texts,
      insuredId: typed.insuredId || (plan?.memberId ?? ''),
      payer: kind === 'illness' ? (plan?.payer.name ?? '') : (claim?.payerName ?? plan?.payer.name ?? ''),
      group: plan?.groupNumber ?? '',
      plan: plan ? plan.planName || plan.payer.name : (claim?.payerName ?? ''),
    },
    choices: { ...own.choices, coverage: plan?.payer.kind === 'commercial' ? 'group' : 'other', relation: plan?.relation ?? 'self', anotherPlan: 'no' },
  }
}

/** The plan that pays for this case: a health plan says nothing of an auto or work claim. */
export function planOf({ episode, policy }: InvoiceFacts): InvoiceFacts['policy'] {
  const kind = episode?.kind ?? 'illness'
  if (!policy || policy.payer.kind === 'self-pay') return null
  return kind === 'illness' || kind === 'other' || policy.payer.kind === kind ? policy : null
}

/** Whether the plan that pays is somebody else’s than the patient’s, whose address box 7 asks for. */
export function isInsuredAnother(facts: InvoiceFacts): boolean {
  const plan = planOf(facts)
  return plan !== null && plan.relation !== 'self' && facts.episode?.kind !== 'work'
}

function workBoxes({ episode, policy }: InvoiceFacts, typed: ClaimTyped): Filled {
  const claim = episode?.claim ?? null
  const memberId = policy?.payer.kind === 'work' ? policy.memberId : ''
  return {
    texts: {
      insuredId: typed.insuredId || memberId,
      insuredName: withoutSigns(claim?.employer ?? ''),
      payer: claim?.payerName ?? '',
      plan: claim?.payerName ?? '',
    },
    choices: { coverage: 'other', relation: 'other', anotherPlan: 'no' },
  }
}

function selfBoxes({ patient }: InvoiceFacts): Filled {
  const { address, bornOn, phone, sex } = patient
  return {
    texts: {
      insuredName: formName(patient),
      insuredStreet: street(address),
      insuredCity: withoutSigns(address.city),
      insuredState: address.state,
      insuredZip: address.zip,
      insuredPhone: formPhone(phone),
      insuredBorn: longDate(bornOn),
    },
    choices: sex === 'male' || sex === 'female' ? { insuredSex: sex } : {},
  }
}

/** Where somebody insured lives who is not the patient; null where nobody said. */
function homeOfInsured({ patient }: InvoiceFacts, { insuredHome, insuredAddress }: ClaimTyped): Lines | null {
  return insuredHome === 'patient' ? patient.address : insuredHome === 'elsewhere' ? readAddressLine(insuredAddress) : null
}

function otherInsured({ insuredName, insuredBornOn }: NonNullable<InvoiceFacts['policy']>, home: Lines | null): Filled {
  return {
    texts: {
      insuredName: formNameOf(insuredName),
      ...(insuredBornOn && { insuredBorn: longDate(insuredBornOn) }),
      ...(home && { insuredStreet: street(home), insuredCity: withoutSigns(home.city), insuredState: home.state, insuredZip: home.zip }),
    },
    choices: {},
  }
}

/** Where the claim is sent, below the payer’s name at the top. */
export function payerAddressBoxes({ payerAddress }: ClaimTyped): Filled {
  const address = readAddressLine(payerAddress)
  return { texts: address ? { payerStreet: street(address), payerCity: city(address) } : {}, choices: {} }
}

/** Boxes 10: what the condition comes from. */
export function causeBoxes({ episode }: InvoiceFacts): Filled {
  const kind = episode?.kind ?? 'illness'
  const claim = kind === 'illness' ? null : (episode?.claim ?? null)
  return {
    texts: {
      accidentState: kind === 'auto' ? (claim?.state ?? '') : '',
      claimNumber: claim && claim.claimNumber !== '' ? `Y4 ${claim.claimNumber}` : '',
    },
    choices: { work: yesOrNo(kind === 'work'), auto: yesOrNo(kind === 'auto'), otherAccident: yesOrNo(kind === 'other') },
  }
}

/** Boxes 25, 26, 32 and 33: who bills, and where it was given. `isAtHome`: at the patient’s home. */
export function billingBoxes({ clinic, practitioner, patient }: InvoiceFacts, isAtHome: boolean): Filled {
  const place = isAtHome ? patient.address : clinic.address
  return {
    texts: {
      taxId: clinic.taxId.replaceAll('-', ''),
      account: patient.chartNumber.replaceAll('-', ''),
      placeName: isAtHome ? 'Patient’s home' : withoutSigns(clinic.name),
      placeStreet: street(place),
      placeCity: city(place),
      placeNpi: isAtHome ? '' : clinic.organisationNpi,
      billingPhone: formPhone(clinic.phone),
      billingName: withoutSigns(clinic.name),
      billingStreet: street(clinic.address),
      billingCity: city(clinic.address),
      billingNpi: clinic.organisationNpi || practitioner.npi,
      billingTaxonomy: practitioner.taxonomy === '' ? '' : `ZZ${practitioner.taxonomy}`,
    },
    choices: { outsideLab: 'no', assignment: 'no', ...(clinic.taxId !== '' && { taxIdKind: isSsn(clinic.taxId) ? 'ssn' : 'ein' }) },
  }
}
