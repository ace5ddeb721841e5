import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Superbill } from '../../shared/documents/superbill.ts'
import { formatDate, localDate } from '../../shared/lib/dates.ts'
import { cents, formatAmount, formatMoney } from '../../shared/lib/money.ts'
import { OptionalSuperbillField } from '../../shared/practice/billing-rules.ts'
import { loadFonts } from './fonts.ts'
import type { PrintOptions } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'
import { drawSuperbill } from './superbill-pdf.ts'
import { sampleLine, sampleSuperbill, sampleVisits } from './superbill-samples.ts'

const options: PrintOptions = {
  paperSize: 'letter',
  createdAt: new Date('2026-11-05T15:00:00Z'),
  fonts: await loadFonts(join(import.meta.dirname, '../../resources')),
}
const print = (bill: Superbill) => drawSuperbill(bill, options)
/** Used where it is installed. */
const CHECKER = 'qpdf'
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'] as const

describe('a superbill on paper', () => {
  it('says everything an insurer asks for', async () => {
    const bill = sampleSuperbill()
    const { text } = await readBack(await print(bill))
    for (const fact of factsOf(bill)) expect(text).toContain(fact)
  })

  it('carries title, language and a structure of headings, sections and one table', async () => {
    const { title, language, tags } = await readBack(await print(sampleSuperbill()))
    expect(title).toBe('Superbill SB-2026-0118, Elena M. Vasquez')
    expect(language).toBe('en-US')
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(1)
    expect(tags.filter(tag => tag === 'H2')).toHaveLength(7)
    expect(tags.filter(tag => tag === 'Table')).toHaveLength(1)
    expect(tags.filter(tag => tag === 'TH')).toHaveLength(11)
    expect(tags.filter(tag => tag === 'TR')).toHaveLength(1 + 8 + 2)
  })

  it('is the same to the byte whenever it is printed, and small', async () => {
    const first = await print(sampleSuperbill())
    await print(sampleSuperbill({ patient: { ...sampleSuperbill().patient, name: 'Zoë Ωmega ıfflé' } }))
    const second = await print(sampleSuperbill())
    expect(Buffer.compare(first, second)).toBe(0)
    expect(first.length).toBeLessThan(60_000)
  })

  it('shows a discount between total and balance, and beside the answer', async () => {
    const totals = { charges: cents(0), discount: cents(1200), paid: cents(0), balance: cents(0) }
    const lines = [sampleLine('2026-10-06', { charge: cents(9600), paid: cents(8400) })]
    const { text } = await readBack(
      await print({ ...sampleSuperbill({ lines, totals }), lines, totals: { ...totals, charges: cents(9600), paid: cents(8400) } }),
    )
    expect(text).toContain('Discount 12.00')
    expect(text).toContain('Charges $96.00, discount $12.00')
  })

  it('leaves out what the clinic chose, and nothing else', async () => {
    const bill = sampleSuperbill()
    const lines = [...bill.lines.slice(0, -1), sampleLine('2026-01-26', { paid: cents(0), paidOn: null, method: '' })]
    const hidden = await readBack(await print(sampleSuperbill({ lines, hides: [...OptionalSuperbillField.options] })))
    const shown = await readBack(await print(sampleSuperbill({ lines })))
    const optional = [
      bill.provider.license,
      bill.provider.taxonomy,
      bill.patient.phone,
      bill.patient.sex,
      '418 Tamarack Street',
      bill.insured?.group ?? '',
      'Auth. no.'.toUpperCase(),
    ]
    for (const words of [...optional, 'Jul 2, 1981', '1222222220', 'Other muscle spasm', 'Manual therapy', 'METHOD', 'DATE PAID', 'SERVICE']) {
      expect(shown.text.includes(words) || shown.text.includes(words.toLowerCase()), words).toBe(true)
      if (words !== 'SERVICE') expect(hidden.text, words).not.toContain(words)
    }
    const required = [
      'Elena M. Vasquez',
      'Mar 14, 1984',
      'Spouse of the insured',
      '1234567893',
      '00-1234567',
      'CMH 884 020 551',
      'M62.838',
      '97140',
      'Priya S. Raman, MD',
    ]
    for (const words of [...required, 'Not paid', 'Total', 'Balance', 'Signature on file', 'BPM-26-0091744']) expect(hidden.text, words).toContain(words)
    expect(hidden.tags.filter(tag => tag === 'TH')).toHaveLength(11)
  })

  it('reads and draws what an earlier Myodesk froze as it was', async () => {
    const { hides: _hides, totals, ...rest } = sampleSuperbill()
    const { discount: _discount, ...old } = totals
    const frozen = Superbill.parse(JSON.parse(JSON.stringify({ ...rest, totals: old })))
    expect(Buffer.compare(await print(frozen), await print(sampleSuperbill()))).toBe(0)
  })

  it('prints a preview without a number', async () => {
    const { text } = await readBack(await print(sampleSuperbill({ number: null, version: 1, replaces: null })))
    expect(text).toContain('Not issued yet')
    expect(text).not.toContain('SB-2026')
  })

  it('says so where something is missing', async () => {
    const accident = { auto: false, work: false, other: false, state: '', on: null, claimNumber: '', insurer: '' }
    const { text } = await readBack(await print(sampleSuperbill({ referral: null, insured: null, accident })))
    expect(text).toContain('Referral None on file')
    expect(text).toContain('Insured None on file')
    expect(text).toContain('Auto no, work no, other no')
  })

  it('names the kind of tax ID', async () => {
    const { text } = await readBack(await print(sampleSuperbill({ billing: { ...sampleSuperbill().billing, taxId: '900-12-3456' } })))
    expect(text).toContain('900-12-3456 (SSN)')
  })

  it('leaves the line to be signed where no signature is on file', async () => {
    const { text } = await readBack(
      await print(sampleSuperbill({ signature: { isOnFile: false, name: 'Dana R. Whitlock, LMT', on: localDate('2026-11-05') } })),
    )
    expect(text).not.toContain('Signature on file')
  })
})

describe('a superbill of several pages', () => {
  it.each([
    [11, 2],
    [30, 3],
    [60, 5],
  ])('of %i visits takes %i pages and carries its sums', async (visits, pageCount) => {
    const bill = sampleSuperbill({ lines: sampleVisits(visits) })
    const { pages } = await readBack(await print(bill))
    expect(pages).toHaveLength(pageCount)
    let forward = 0
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`PAGE ${i + 1} of ${pageCount}`)
      expect(page).toContain('DATE OF SERVICE POS CODE')
      const dates = page.match(/\w{3} \d+, 2\d{3} 11 97/g) ?? []
      expect(dates.length % 2).toBe(0)
      if (i > 0) expect(page).toContain(`Brought forward ${formatAmount(cents(forward))}`)
      forward += (dates.length / 2) * 13_800
      if (i < pageCount - 1) expect(page).toContain(`Continued on the next page CARRIED FORWARD ${formatAmount(cents(forward))}`)
      else expect(page).toContain(`${visits} dates of service, ${visits * 2} lines Total ${formatAmount(cents(forward))}`)
    }
  })

  it('splits a visit only when it is longer than a page', async () => {
    const lines = Array.from({ length: 70 }, () => sampleLine('2026-10-06'))
    const { pages, text } = await readBack(await print(sampleSuperbill({ lines })))
    expect(pages.length).toBeGreaterThan(2)
    expect(text.match(/Oct 6, 2026 11 97140/g)).toHaveLength(70)
    expect(text).toContain('1 date of service, 70 lines')
  })

  it('keeps 60 lines under 60 KB', async () => {
    expect((await print(sampleSuperbill({ lines: sampleVisits(30) }))).length).toBeLessThan(60_000)
  })
})

describe('diagnoses', () => {
  const twelve = LETTERS.map((letter, i) => ({
    letter,
    code: `M54.${50 + i}`,
    label: 'Low back pain of a rather long description that has to be cut',
    diagnosedOn: localDate('2026-09-28'),
    diagnosedBy: 'Priya S. Raman, MD',
  }))

  it('all twelve are printed, text cut at a word', async () => {
    const { text } = await readBack(await print(sampleSuperbill({ diagnoses: twelve })))
    for (const { letter, code } of twelve) expect(text).toContain(`${letter} ${code} Low back pain`)
    expect(text).toContain('…')
    expect(text.match(/Priya S. Raman, MD Sep 28, 2026/g)).toHaveLength(1)
  })

  it('each says who made it when they differ', async () => {
    const diagnoses = twelve.map((diagnosis, i) => ({ ...diagnosis, diagnosedBy: i === 5 ? 'Grace A. Novak, DO' : 'Priya S. Raman, MD' }))
    const { text } = await readBack(await print(sampleSuperbill({ diagnoses })))
    expect(text.match(/Priya S. Raman, MD, Sep 28, 2026/g)).toHaveLength(11)
    expect(text).toContain('Grace A. Novak, DO, Sep 28, 2026')
  })
})

describe('text that does not fit', () => {
  const long = 'Wilhelmina Alexandrina '.repeat(9).slice(0, 200)

  it('long names wrap, identifiers are printed whole', async () => {
    const bill = sampleSuperbill()
    const memberId = 'X'.repeat(20) + '1234567890'.repeat(8)
    const hostile: Superbill = {
      ...bill,
      letterhead: { ...bill.letterhead, name: long, lines: [long, long, long, long] },
      patient: { ...bill.patient, name: long, addressLines: [long, long, long], relation: long, phone: long, sex: long },
      provider: { ...bill.provider, name: long, place: long },
      insured: { name: long, bornOn: null, memberId, group: long, plan: long },
      billing: { ...bill.billing, name: long, addressLines: [long, long] },
      accident: { ...bill.accident, insurer: long, claimNumber: long },
      diagnoses: bill.diagnoses.map(diagnosis => ({ ...diagnosis, label: long, diagnosedBy: long })),
      lines: bill.lines.map(line => ({ ...line, service: long, method: long })),
    }
    const { pages, text } = await readBack(await print(hostile))
    expect(text.replaceAll(' ', '')).toContain(memberId)
    expect(pages.at(-1)).toContain('Total')
  })

  it('fits A4 too', async () => {
    const { text } = await readBack(await drawSuperbill(sampleSuperbill(), { ...options, paperSize: 'a4' }))
    for (const fact of factsOf(sampleSuperbill())) expect(text).toContain(fact)
  })
})

describe.skipIf(!hasChecker())('an independent checker', () => {
  it('finds no fault with any paper', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'papers-'))
    for (const lines of [sampleVisits(1), sampleVisits(40)]) {
      const file = join(folder, `${lines.length}.pdf`)
      writeFileSync(file, await print(sampleSuperbill({ lines })))
      expect(execFileSync(CHECKER, ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
    }
    rmSync(folder, { recursive: true })
  })
})

it('prints no box for a missing glyph', async () => {
  expect(missingGlyphsIn(await print(sampleSuperbill()))).toBe(0)
})

function hasChecker(): boolean {
  try {
    execFileSync(CHECKER, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Everything a superbill holds, as it should be printed. */
function factsOf(bill: Superbill): string[] {
  const { patient, provider, referral, insured, billing, accident, totals, statement, letterhead } = bill
  return [
    [letterhead.name, ...letterhead.lines, bill.number ?? '', `VERSION ${bill.version}, replaces version ${bill.replaces}`, formatDate(bill.issuedOn)],
    [patient.name, ...patient.addressLines, formatDate(patient.bornOn), patient.sex, patient.phone, patient.relation],
    [provider.name, `NPI ${provider.npi}`, provider.license, provider.taxonomy, provider.place],
    referral ? [referral.name, `NPI ${referral.npi}`, referral.prescribedFor, referral.authorization, `RX DATE ${date(referral.prescribedOn)}`] : [],
    insured ? [insured.name, `MEMBER ID ${insured.memberId}`, `GROUP ${insured.group}`, insured.plan, date(insured.bornOn)] : [],
    [billing.name, `NPI ${billing.npi}`, `TAX ID ${billing.taxId} (EIN)`, billing.phone],
    ['Auto yes, work no, other no', `STATE ${accident.state}`, date(accident.on), accident.claimNumber, accident.insurer],
    bill.diagnoses.flatMap(({ letter, code, label, diagnosedBy, diagnosedOn }) => [`${letter} ${code} ${label}`, `${diagnosedBy} ${formatDate(diagnosedOn)}`]),
    bill.lines.map(
      line =>
        `${formatDate(line.serviceOn)} ${line.placeOfService} ${line.code} ${line.modifiers.join(' ')} ${line.pointers.join('')} ${line.service} ${line.units} ` +
        `${formatAmount(line.charge)} ${formatAmount(line.paid)} ${date(line.paidOn)} ${line.method}`,
    ),
    [`PAID BY THE PATIENT ${formatMoney(totals.paid)}`, statement.answer, `Charges ${formatMoney(totals.charges)}, balance ${formatMoney(totals.balance)}`],
    [`Total ${formatAmount(totals.charges)} ${formatAmount(totals.paid)}`, `Balance ${formatAmount(totals.balance)}`],
    [`${statement.lead} ${statement.rest}`, 'Signature on file', `${bill.signature.name} ${formatDate(bill.signature.on)}`, 'ICD-10-CM, INDICATOR 0'],
  ].flat()
}

const date = (day: Parameters<typeof formatDate>[0] | null) => (day ? formatDate(day) : '')
