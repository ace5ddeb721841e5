import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { beginAttempt, waitSeconds } from './attempts.ts'

const dir = mkdtempSync(join(tmpdir(), 'myodesk-attempts-'))
const file = join(dir, 'attempts.json')
afterEach(() => rmSync(file, { force: true }))
const NOON = 1_800_000_000_000

describe('password tries', () => {
  it('allows five, then makes each next one wait twice as long, up to 15 minutes', () => {
    expect([0, 4, 5, 6, 7, 10, 11, 12, 500].map(waitSeconds)).toEqual([0, 0, 15, 30, 60, 480, 900, 900, 900])
    for (let count = 0; count < 5; count++) beginAttempt(file, NOON)
    expect(() => beginAttempt(file, NOON + 14_000)).toThrow('Wait 1 second ')
    beginAttempt(file, NOON + 15_000)
    expect(() => beginAttempt(file, NOON + 44_000)).toThrow(/Wait/)
  })

  it('starts the wait again when the clock is set back', () => {
    for (let count = 0; count < 6; count++) beginAttempt(file, NOON + count * 20_000)
    expect(() => beginAttempt(file, NOON - 86_400_000)).toThrow('Wait 30 seconds')
    expect(() => beginAttempt(file, NOON - 86_400_000 + 29_000)).toThrow(/Wait/)
    beginAttempt(file, NOON - 86_400_000 + 30_000)
  })

  it('does not start from zero when its file is damaged', () => {
    writeFileSync(file, 'garbage')
    beginAttempt(file, NOON)
    expect(() => beginAttempt(file, NOON)).toThrow(/Wait/)
  })
})
