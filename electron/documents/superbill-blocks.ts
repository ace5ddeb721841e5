import type { Superbill } from '../../shared/documents/superbill.ts'
import { formatDate } from '../../shared/lib/dates.ts'
import type { OptionalSuperbillField } from '../../shared/practice/billing-rules.ts'
import { isSsn } from '../../shared/practice/identifiers.ts'
import { drawRows, type Row, rowLines } from './letterhead.ts'
import { LEFT, type Paper, RIGHT_BLOCK } from './page.ts'
import type { Part } from './page-flow.ts'
import { HAIRLINE, rule, set, setLines } from './page-ink.ts'
import { group, tagged } from './page-tags.ts'
import { STRONG } from './text-style.ts'
import { wrap } from './text-wrap.ts'

/** One of the six blocks: its name, who or what it is about, and labelled rows. */
export type Block = { readonly name: string; readonly value: string; readonly rows: readonly Row[] }

const LEAD = 12
const VALUE_OFFSET = 44.8
const FIRST_BASELINE = 14
const GAP_BELOW = 14

/** An empty field says so: a gap would look forgotten. */
const orNone = (text: string) => (text.trim() === '' ? 'None' : text)
const orNotGiven = (text: string) => (text.trim() === '' ? 'Not given' : text)

/** A row that the clinic may leave out. */
type Choice = Row & { readonly field?: OptionalSuperbillField }

const shown = ({ hides }: Superbill, rows: readonly Choice[]): Row[] =>
  rows.flatMap(({ field, ...row }) => (field !== undefined && hides.includes(field) ? [] : [row]))

/** The six blocks in two rows of three: who above, who pays below. Rows that the clinic leaves out are not among them. */
export function superbillBlocks(bill: Superbill): readonly (readonly Block[])[] {
  return [
    [patientBlock(bill), providerBlock(bill), referralBlock(bill)],
    [insuredBlock(bill), billingBlock(bill), accidentBlock(bill)],
  ]
}

const patientBlock = (bill: Superbill): Block => ({
  name: 'Patient',
  value: bill.patient.name,
  rows: shown(bill, [
    { label: 'DOB', value: formatDate(bill.patient.bornOn) },
    { label: 'Sex', value: orNotGiven(bill.patient.sex), field: 'patient-sex' },
    { label: 'Phone', value: orNotGiven(bill.patient.phone), field: 'patient-phone' },
    { label: 'Relation', value: orNotGiven(bill.patient.relation) },
    ...(bill.patient.guardian === '' ? [] : [{ label: 'Guardian', value: bill.patient.guardian }]),
  ]),
})

const providerBlock = (bill: Superbill): Block => ({
  name: 'Provider',
  value: bill.provider.name,
  rows: shown(bill, [
    { label: 'NPI', value: orNone(bill.provider.npi), style: STRONG },
    { label: 'License', value: orNone(bill.provider.license), field: 'license' },
    { label: 'Taxonomy', value: orNone(bill.provider.taxonomy), field: 'taxonomy' },
    { label: 'Place', value: orNotGiven(bill.provider.place) },
  ]),
})

function referralBlock(bill: Superbill): Block {
  const { referral } = bill
  if (!referral) return { name: 'Referral', value: 'None on file', rows: [] }
  return {
    name: 'Referral',
    value: referral.name,
    rows: shown(bill, [
      { label: 'NPI', value: orNone(referral.npi), style: STRONG },
      { label: 'Rx date', value: referral.prescribedOn ? formatDate(referral.prescribedOn) : 'Not given' },
      { label: 'Rx for', value: orNotGiven(referral.prescribedFor) },
      { label: 'Auth. no.', value: orNone(referral.authorization), field: 'authorization' },
    ]),
  }
}

function insuredBlock(bill: Superbill): Block {
  const { insured } = bill
  if (!insured) return { name: 'Insured', value: 'None on file', rows: [] }
  return {
    name: 'Insured',
    value: insured.name,
    rows: shown(bill, [
      { label: 'DOB', value: insured.bornOn ? formatDate(insured.bornOn) : 'Not given', field: 'insured-born-on' },
      { label: 'Member ID', value: orNone(insured.memberId), style: STRONG },
      { label: 'Group', value: orNone(insured.group), field: 'group-number' },
      { label: 'Plan', value: orNone(insured.plan) },
    ]),
  }
}

function billingBlock(bill: Superbill): Block {
  const { billing } = bill
  const taxId = billing.taxId === '' ? 'None' : `${billing.taxId} (${isSsn(billing.taxId) ? 'SSN' : 'EIN'})`
  const address = billing.addressLines.filter(line => line.trim() !== '').join(', ')
  return {
    name: 'Billing',
    value: billing.name,
    rows: shown(bill, [
      ...(address === '' ? [] : [{ label: 'Address', value: address }]),
      { label: 'NPI', value: orNone(billing.npi), field: 'organisation-npi' },
      { label: 'Tax ID', value: taxId, style: STRONG },
      { label: 'Phone', value: orNotGiven(billing.phone) },
    ]),
  }
}

function accidentBlock({ accident }: Superbill): Block {
  const yesNo = (is: boolean) => (is ? 'yes' : 'no')
  const value = `Auto ${yesNo(accident.auto)}, work ${yesNo(accident.work)}, other ${yesNo(accident.other)}`
  if (!accident.auto && !accident.work && !accident.other) return { name: 'Accident', value, rows: [] }
  return {
    name: 'Accident',
    value,
    rows: [
      { label: 'State', value: orNotGiven(accident.state) },
      { label: 'Date', value: accident.on ? formatDate(accident.on) : 'Not given' },
      { label: 'Claim no.', value: orNone(accident.claimNumber) },
      { label: 'Insurer', value: orNone(accident.insurer) },
    ],
  }
}

/** A name or a firm: strong, but unlike a number it may be cut after four lines. */
const nameLines = (paper: Paper, { value }: Block, width: number) => wrap(paper, [{ text: value, style: STRONG }], { width })

/** One row of three blocks as a part of the body; the tallest block gives the height. */
export function blocksPart(paper: Paper, blocks: readonly Block[]): Part {
  const width = paper.right - paper.at(RIGHT_BLOCK) - VALUE_OFFSET
  const lineCount = (block: Block) => block.rows.reduce((sum, row) => sum + rowLines(paper, row, width).length, nameLines(paper, block, width).length)
  const height = FIRST_BASELINE + (Math.max(...blocks.map(lineCount)) - 1) * LEAD + GAP_BELOW
  const draw = (y: number) => {
    for (const [i, block] of blocks.entries()) drawBlock(paper, block, { x: paper.at(LEFT + 179.2 * i), y })
  }
  return { gap: 0, height, draw }
}

function drawBlock(paper: Paper, block: Block, { x, y }: { x: number; y: number }): void {
  const right = x + (paper.right - paper.at(RIGHT_BLOCK))
  const value = x + VALUE_OFFSET
  const baseline = y + FIRST_BASELINE
  const section = group(paper, paper.root, 'Sect')
  const names = nameLines(paper, block, right - value)
  rule(paper, { from: x, to: right, y, weight: HAIRLINE })
  tagged(paper, section, 'H2', () => set(paper, block.name, STRONG, { x, y: baseline }))
  tagged(paper, section, 'P', () => setLines(paper, names, { x: value, y: baseline, lead: LEAD }))
  drawRows(paper, section, block.rows, { label: x, value, right, y: baseline + names.length * LEAD })
}
