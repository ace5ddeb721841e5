import { afterEach, describe, expect, it } from 'vitest'
import { USUAL_RULES } from '../../shared/practice/clinical-rules.ts'
import { signedInApp, type TestApp, testApp } from '../testing/test-app.ts'

const apps: TestApp[] = []
const keep = <T extends TestApp>(test: T): T => {
  apps.push(test)
  return test
}
afterEach(async () => {
  for (const test of apps.splice(0)) await test.remove()
})

describe('the router', () => {
  it('knows only the requests of the contract, whatever the name is made of', async () => {
    const test = keep(testApp())
    for (const channel of ['patients.nothing', 'toString', '__proto__', 'constructor', '', 'x'.repeat(100_000)]) {
      expect((await test.app.invoke(channel, {})).ok).toBe(false)
    }
    expect((await test.refuse('nope' as never, {})).message).toBe('Unknown request “nope”.')
  })

  it('names each field that needs attention', async () => {
    const test = keep(testApp())
    const refusal = await test.refuse('access.signIn', { personId: 'me', password: 7, extra: true })
    expect(refusal.code).toBe('invalid_input')
    expect(Object.keys(refusal.fields ?? {})).toEqual(['personId', 'password', 'input'])
  })

  it('says in plain words what is too long or out of range', async () => {
    const test = keep(await signedInApp())
    expect((await test.refuse('codes.search', { text: 'x'.repeat(10_000), on: '2026-11-19' })).fields).toEqual({ text: 'This is too long.' })
    const rules = { ...USUAL_RULES, letterVisitsLeft: 21, letterDaysLeft: -1 }
    const refusal = await test.refuse('practice.saveRules', rules)
    expect(refusal.fields).toEqual({ letterVisitsLeft: 'This is out of range.', letterDaysLeft: 'This is out of range.' })
  })

  it('refuses everything but the sign-in screen’s requests while nobody is signed in', async () => {
    const test = keep(await signedInApp())
    expect((await test.request('data.backUp', {})).kind).toBe('asked')
    await test.request('access.lock', { reason: 'idle' })
    expect((await test.refuse('data.backUp', {})).code).toBe('signed_out')
    expect((await test.refuse('access.setIdleMinutes', { minutes: 5 })).code).toBe('signed_out')
    expect((await test.request('access.status', {})).lockReason).toBe('idle')
  })
})
