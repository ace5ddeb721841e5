import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../lib/dates.ts'
import { AppointmentId, EpisodeId, ServiceId } from '../lib/ids.ts'
import { cents, sumCents } from '../lib/money.ts'
import type { ChargedVisit } from './charged-visit.ts'
import { type ClaimForm, ClaimTyped, NOTHING_TYPED } from './claim-form.ts'
import { type ClaimSource, composeClaimForm } from './claim-form-compose.ts'
import { claimRemarks } from './claim-form-missing.ts'
import { claimSheets } from './claim-form-sheets.ts'
import { fitted, formLetters, formNameOf, formPhone } from './claim-form-words.ts'
import { dx, FACTS, sampleId } from './superbill-facts-sample.ts'

type Given = { on?: string; codes?: readonly string[]; diagnoses?: readonly string[]; charge?: number; paid?: number; kind?: 'auto' | 'work' | 'illness' }

const claim = {
  payerName: 'Northfork Mutual',
  claimNumber: 'NF-26-00881',
  injuredOn: localDate('2026-08-02'),
  state: 'MT' as const,
  adjuster: '',
  employer: 'Bracken Creek',
}

function visit({ on = '2026-10-01', codes = ['97140'], diagnoses = ['M54.2'], charge = 9000, paid = 0, kind = 'auto' }: Given = {}): ChargedVisit {
  const lettered = diagnoses.map((code, i) => ({ ...dx(String.fromCharCode(65 + i), code), diagnosedOn: localDate('2026-09-28') }))
  return {
    appointmentId: AppointmentId.parse(sampleId(70)),
    serviceOn: localDate(on),
    isNoteSigned: true,
    discount: cents(0),
    facts: {
      ...FACTS,
      policy: kind === 'illness' ? FACTS.policy : null,
      diagnoses: lettered,
      episode: { id: EpisodeId.parse(sampleId(3)), condition: 'Whiplash', kind, onsetOn: null, claim: kind === 'illness' ? null : claim },
    },
    lines: codes.map((code, i) => ({
      serviceId: ServiceId.parse(sampleId(20 + i)),
      code,
      name: 'Manual therapy',
      modifiers: [],
      pointers: ['A'],
      placeOfService: '11',
      minutes: 30,
      units: 2,
      unitFee: cents(charge / 2),
      charge: cents(charge),
      regionWords: 'Neck',
    })),
    payments: paid === 0 ? [] : [{ amount: cents(paid), method: 'card', reference: '', paidOn: localDate(on) }],
  }
}

const source = (visits: readonly ChargedVisit[], more: Partial<ClaimSource> = {}): ClaimSource => ({
  visits,
  typed: NOTHING_TYPED,
  firstTreatedOn: localDate('2026-10-01'),
  releaseSignedOn: localDate('2026-09-30'),
  prescribers: new Map(),
  ...more,
})
const compose = (given: ClaimSource): ClaimForm =>
  composeClaimForm(given, { number: null, version: 1, replaces: null, issuedOn: localDate('2026-11-19'), logo: '' })

describe('the boxes of a claim', () => {
  it('says auto, state, claim number and accident date of an auto case', () => {
    const { texts, choices } = compose(source([visit()]))
    expect(texts).toMatchObject({
      accidentState: 'MT',
      claimNumber: 'Y4 NF-26-00881',
      onset: '08 02 2026',
      onsetQualifier: '431',
      otherDate: '08 02 2026',
      otherDateQualifier: '439',
      patientName: 'VASQUEZ, ELENA, M',
      patientPhone: '406 5550178',
      referrer: 'DN PRIYA S RAMAN MD',
      referrerNpi: '1993999998',
      icdIndicator: '0',
      taxId: '001234567',
      billingNpi: '1234567893',
      billingTaxonomy: 'ZZ225700000X',
      patientSignature: 'SIGNATURE ON FILE',
    })
    expect(choices).toMatchObject({
      auto: 'yes',
      work: 'no',
      otherAccident: 'no',
      coverage: 'other',
      relation: 'self',
      taxIdKind: 'ein',
      assignment: 'no',
      patientSex: 'female',
    })
  })

  it('names the employer as the insured of a work claim', () => {
    const { texts, choices } = compose(source([visit({ kind: 'work' })]))
    expect(texts.insuredName).toBe('BRACKEN CREEK')
    expect(texts.accidentState).toBeUndefined()
    expect(choices).toMatchObject({ work: 'yes', auto: 'no', relation: 'other' })
  })

  it('names the insured of a health plan, with the prescription date where there was no accident', () => {
    const { texts, choices } = compose(source([visit({ kind: 'illness' })]))
    expect(texts).toMatchObject({
      insuredId: 'CMH 884 020 551',
      insuredName: 'VASQUEZ, TOMAS, R',
      group: '70214',
      otherDate: '09 28 2026',
      otherDateQualifier: '471',
    })
    expect(choices).toMatchObject({ coverage: 'group', relation: 'spouse' })
    expect(texts.claimNumber).toBeUndefined()
  })

  it('writes where somebody insured lives only as the desk said, and where the claim is sent', () => {
    const given = visit({ kind: 'illness' })
    const policy = FACTS.policy && { ...FACTS.policy, relation: 'child' as const, insuredName: 'Rosa Vasquez', insuredBornOn: localDate('1960-05-04') }
    const childs = { ...given, facts: { ...given.facts, policy } }
    const said = (typed: Partial<ClaimSource['typed']>) => source([childs], { typed: { ...NOTHING_TYPED, ...typed } })
    expect(compose(said({})).texts).not.toHaveProperty('insuredStreet')
    expect(claimRemarks(said({})).map(({ sentence }) => sentence)).toContain('Box 7: say where the insured lives.')
    const { texts: home } = compose(said({ insuredHome: 'patient' }))
    expect([home.insuredStreet, home.insuredZip]).toEqual([home.patientStreet, home.patientZip])
    const elsewhere = said({
      insuredHome: 'elsewhere',
      insuredAddress: '9 Crane Lane, Apt 2, Larkspur Falls, MT 59000',
      payerAddress: 'PO Box 1200, Helena, Montana 59601',
    })
    expect(compose(elsewhere).texts).toMatchObject({
      insuredStreet: '9 CRANE LANE APT 2',
      insuredCity: 'LARKSPUR FALLS',
      insuredState: 'MT',
      insuredZip: '59000',
      payerStreet: 'PO BOX 1200',
      payerCity: 'HELENA MT 59601',
    })
    expect(claimRemarks(elsewhere).filter(({ sentence }) => sentence.startsWith('Box 7'))).toEqual([])
    expect(ClaimTyped.safeParse({ ...NOTHING_TYPED, payerAddress: 'Helena' }).error?.issues[0]?.message).toContain('in one line')
  })

  it('drops the dots of diagnoses and has no diagnosis without its letter', () => {
    const { sheets } = compose(source([visit({ diagnoses: ['S13.4XXD', 'M62.838'] })]))
    expect(sheets[0]?.diagnoses).toEqual(['S134XXD', 'M62838'])
  })

  it('keeps assignment and what the patient signs empty where it is not on file', () => {
    const { texts } = compose(source([visit()], { releaseSignedOn: null }))
    expect(texts.patientSignature).toBeUndefined()
    expect(claimRemarks(source([visit()], { releaseSignedOn: null })).map(({ sentence }) => sentence)).toContainEqual(expect.stringContaining('Box 12'))
  })

  it('refuses without a signed note or a diagnosis, and says the way out', () => {
    expect(claimRemarks(source([{ ...visit(), isNoteSigned: false }]))).toMatchObject([{ blocks: true, sentence: expect.stringContaining('not signed') }])
    expect(claimRemarks(source([visit({ diagnoses: [] })]))).toMatchObject([{ blocks: true, sentence: expect.stringContaining('No diagnosis on file') }])
    const lacking = source([visit({ kind: 'illness' })], { releaseSignedOn: null })
    expect(claimRemarks(lacking).find(({ sentence }) => sentence.startsWith('Box 12'))?.fix).toMatchObject({ screen: 'patient', label: 'Add release' })
    expect(claimRemarks(source([visit({ diagnoses: [] })]))[0]?.fix).toMatchObject({ screen: 'episode', label: 'Add diagnosis' })
    expect(() => compose(source([visit({ diagnoses: [] })]))).toThrow('No diagnosis on file')
  })
})

describe('sheets of a claim', () => {
  it('puts thirteen lines on three forms, each with its own sums', () => {
    const visits = Array.from({ length: 13 }, (_, i) => visit({ on: `2026-10-${String(i + 1).padStart(2, '0')}`, paid: 1000 }))
    expect(claimSheets(visits).map(({ lines, total, paid }) => [lines.length, total, paid])).toEqual([
      [6, 54_000, 6000],
      [6, 54_000, 6000],
      [1, 9000, 1000],
    ])
  })

  it('begins a form with its own letters where more than twelve diagnoses would be needed', () => {
    const codes = (from: number) => Array.from({ length: 8 }, (_, i) => `M54.${from + i}`)
    const sheets = claimSheets([visit({ on: '2026-10-01', diagnoses: codes(10) }), visit({ on: '2026-10-08', diagnoses: codes(30) })])
    expect(sheets.map(({ diagnoses }) => diagnoses.length)).toEqual([8, 8])
    expect(sheets.map(({ lines }) => lines[0]?.pointers)).toEqual([['A'], ['A']])
  })

  it('brings every line of every visit through, in order and to the cent', () => {
    const aVisit = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      lines: fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 1, maxLength: 5 }),
      dx: fc.uniqueArray(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 12 }),
      charge: fc.integer({ min: 1, max: 40_000 }).map(half => half * 2),
      share: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(aVisit, { minLength: 1, maxLength: 12, selector: ({ day }) => day }), given => {
        const visits = given.map(({ day, lines, dx: codes, charge, share }) =>
          visit({
            on: `2026-10-${String(day).padStart(2, '0')}`,
            codes: lines.map(code => `97${code}0`),
            diagnoses: codes.map(code => `M${code}.1`),
            charge,
            paid: Math.floor((charge * lines.length * share) / 100),
          }),
        )
        const sheets = claimSheets(visits)
        const out = sheets.flatMap(sheet => sheet.lines)
        expect(out.map(({ serviceOn, code }) => `${serviceOn} ${code}`)).toEqual(
          visits.toSorted((a, b) => a.serviceOn.localeCompare(b.serviceOn)).flatMap(({ serviceOn, lines }) => lines.map(({ code }) => `${serviceOn} ${code}`)),
        )
        expect(sumCents(sheets.map(({ total }) => total))).toBe(sumCents(visits.flatMap(({ lines }) => lines.map(({ charge }) => charge))))
        expect(sumCents(sheets.map(({ paid }) => paid))).toBe(sumCents(visits.flatMap(({ payments }) => payments.map(({ amount }) => amount))))
        for (const { lines, diagnoses, total } of sheets) {
          expect(lines.length).toBeLessThanOrEqual(6)
          expect(diagnoses.length).toBeLessThanOrEqual(12)
          expect(total).toBe(sumCents(lines.map(({ charge }) => charge)))
          for (const { pointers } of lines) for (const letter of pointers) expect(letter.charCodeAt(0) - 65).toBeLessThan(diagnoses.length)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('puts two equal lines of one day together, as payers ask', () => {
    const [sheet] = claimSheets([visit({ paid: 500 }), visit({ paid: 700 })])
    expect(sheet).toMatchObject({ total: 18_000, paid: 1200 })
    expect(sheet?.lines).toMatchObject([{ units: 4, charge: 18_000 }])
  })
})

describe('words in boxes', () => {
  it('writes capitals without accents and says what it cannot', () => {
    expect(formLetters('Zoë Ñandú-Łukasz Øre ß').words).toBe('ZOE NANDU-LUKASZ ORE SS')
    expect(formLetters('O’Brien').words).toBe("O'BRIEN")
    expect(formLetters('مريم')).toEqual({ words: '?', isWhole: false })
    expect(fitted('patientName', 'مريم').remarks).toEqual([expect.stringContaining('cannot print')])
  })

  it('says what did not fit, shortens streets first, and cuts at a word', () => {
    expect(fitted('placeStreet', '2210 Cottonwood Avenue Suite 3')).toEqual({ words: '2210 COTTONWOOD AVE STE 3', remarks: [] })
    expect(fitted('placeName', 'Juniper Hollow Massage Therapy')).toEqual({
      words: 'JUNIPER HOLLOW MASSAGE',
      remarks: ['Box 32, where the service was given: 30 characters, and 26 fit. The form says “JUNIPER HOLLOW MASSAGE”.'],
    })
  })

  it('never lets a box run over, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), text => {
        const { words } = fitted('patientName', text)
        expect(words.length).toBeLessThanOrEqual(28)
        expect(words).toMatch(/^[\x20-\x7e]*$/)
      }),
      { numRuns: 60 },
    )
  })

  it('turns names and phone numbers round', () => {
    expect(formNameOf('Tomas R. Vasquez Jr.')).toBe('Vasquez Jr, Tomas, R')
    expect(formNameOf('Cher')).toBe('Cher')
    expect(formPhone('+1 (406) 555-0142 ext. 3')).toBe('406 5550142')
  })
})
