import { describe, expect, it } from 'vitest'
import { CONTRAINDICATIONS, ContraindicationFamily, findingsOf, isAboveLimit, needsReason, type ScreenedVisit, unasked } from './contraindications.ts'

const screened = (change: Partial<ScreenedVisit> = {}): ScreenedVisit => ({
  answers: Object.fromEntries(ContraindicationFamily.options.map(family => [family, 'no'])),
  systolic: null,
  diastolic: null,
  ...change,
})

it('asks about eight families, each with what a yes means', () => {
  expect(CONTRAINDICATIONS.map(({ family }) => family)).toEqual(ContraindicationFamily.options)
  expect(ContraindicationFamily.options).toHaveLength(8)
  for (const { question, whatToDo } of CONTRAINDICATIONS) {
    expect(question).toMatch(/\?$/)
    expect(whatToDo).toMatch(/\.$/)
  }
})

it('knows what has not been asked', () => {
  expect(unasked(screened())).toEqual([])
  expect(unasked(screened({ answers: { fever: 'no' } })).map(({ family }) => family)).toEqual(ContraindicationFamily.options.slice(1))
})

describe('what the screen finds', () => {
  it('is nothing when all is no', () => {
    expect(findingsOf(screened({ systolic: 128, diastolic: 82 }))).toEqual([])
  })

  it('puts the gravest first', () => {
    const findings = findingsOf(screened({ answers: { inflammation: 'yes', cancer: 'yes', 'high-blood-pressure': 'yes' } }))
    expect(findings.map(finding => finding.class)).toEqual(['absolute', 'clearance', 'local'])
  })

  it.each([
    [179, 109, false],
    [180, 80, true],
    [120, 110, true],
  ])('a blood pressure of %i over %i', (systolic, diastolic, isFound) => {
    expect(isAboveLimit(screened({ systolic, diastolic }))).toBe(isFound)
    expect(findingsOf(screened({ systolic, diastolic })).map(({ family }) => family)).toEqual(isFound ? ['high-blood-pressure'] : [])
  })

  it('names the reading, under the clinic’s own limit', () => {
    const [finding] = findingsOf(screened({ systolic: 165, diastolic: 95 }), { systolic: 160, diastolic: 100 })
    expect(finding?.sentence).toBe(
      'Blood pressure 165/95: measure before treating. At or above the clinic’s limit no massage today; with chest pain or a severe headache call for help.',
    )
  })
})

it('wants a reason to go on for all but local findings', () => {
  const reasonFor = (family: ContraindicationFamily) => needsReason(findingsOf(screened({ answers: { [family]: 'yes' } })))
  expect(ContraindicationFamily.options.filter(family => !reasonFor(family))).toEqual(['inflammation'])
})
