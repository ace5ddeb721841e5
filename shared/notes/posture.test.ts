import { expect, it } from 'vitest'
import { findPosture, POSTURE_FINDINGS, postureFindingOf, postureInWords } from './posture.ts'

it('names each finding once, in no more than a line', () => {
  expect(new Set(POSTURE_FINDINGS.map(({ finding }) => finding.toLowerCase())).size).toBe(POSTURE_FINDINGS.length)
  for (const { finding } of POSTURE_FINDINGS) expect(finding.length).toBeLessThanOrEqual(120)
})

it('finds by words in any order', () => {
  expect(findPosture('shoulder high').map(({ finding }) => finding)).toEqual(['High shoulder'])
  expect(findPosture('zebra')).toEqual([])
})

it('knows what has a side', () => {
  expect(postureFindingOf('forward head').isSided).toBe(false)
  expect(postureFindingOf('Our own words').isSided).toBe(true)
})

it('says a finding in one line', () => {
  expect(postureInWords({ finding: 'High shoulder', side: 'left', grade: 'moderate' })).toBe('High shoulder, left, moderate')
  expect(postureInWords({ finding: 'Rounded shoulder', side: 'both', grade: '' })).toBe('Rounded shoulder, both sides')
  expect(postureInWords({ finding: 'Forward head', side: '', grade: '' })).toBe('Forward head')
})
