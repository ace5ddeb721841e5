import { describe, expect, it } from 'vitest'
import { localDate } from '../../shared/lib/dates.ts'
import { keep } from '../testing/clinic-folder.ts'
import { aPatient } from '../testing/records.ts'
import { signedInApp } from '../testing/test-app.ts'

const consent = (changes: Partial<{ kind: string; signedOn: string; expiresOn: string | null; signedBy: string }> = {}) => {
  const { kind = 'treatment', signedOn = '2026-11-19', expiresOn = '2027-11-19', signedBy = 'Marisol Reyes' } = changes
  return { kind, signedOn: localDate(signedOn), expiresOn: expiresOn === null ? null : localDate(expiresOn), signedBy, remark: '' }
}

async function clinic() {
  const test = keep(await signedInApp())
  return { test, patientId: await aPatient(test) }
}

describe('consents on file', () => {
  it('stand as missing until signed, keep who recorded them, and expire with the clinic’s day', async () => {
    const { test, patientId } = await clinic()
    const states = async () => (await test.request('patients.listConsents', { patientId })).map(({ kind, state }) => `${kind} ${state}`)
    expect((await states()).slice(0, 2)).toEqual(['treatment missing', 'privacy missing'])
    const [treatment] = await test.request('patients.recordConsent', { patientId, consent: consent() })
    expect(treatment).toMatchObject({ state: 'valid', latest: { signedBy: 'Marisol Reyes', recordedBy: 'Rosa Delgado' } })
    test.setNow('2027-11-20T16:00:00.000Z')
    expect((await states())[0]).toBe('treatment expired')
  })

  it('are kept once when sent twice, and again when signed anew', async () => {
    const { test, patientId } = await clinic()
    await test.request('patients.recordConsent', { patientId, consent: consent({ signedOn: '2025-11-01', expiresOn: '2026-11-01' }) })
    for (let times = 0; times < 2; times += 1) await test.request('patients.recordConsent', { patientId, consent: consent() })
    const [treatment] = await test.request('patients.listConsents', { patientId })
    expect([treatment?.latest?.signedOn, treatment?.earlier.map(({ signedOn }) => signedOn)]).toEqual(['2026-11-19', ['2025-11-01']])
  })

  it('are withdrawn once, on a day that can be', async () => {
    const { test, patientId } = await clinic()
    const [treatment] = await test.request('patients.recordConsent', { patientId, consent: consent({ signedOn: '2026-11-10' }) })
    const consentId = treatment?.latest?.id
    expect((await test.refuse('patients.withdrawConsent', { consentId, on: '2026-11-20' })).fields).toEqual({ on: 'A consent is withdrawn today or before.' })
    expect((await test.refuse('patients.withdrawConsent', { consentId, on: '2026-11-09' })).fields).toEqual({ on: 'It was signed on Nov 10, 2026.' })
    if (!consentId) throw new Error('nothing was recorded')
    const [after] = await test.request('patients.withdrawConsent', { consentId, on: localDate('2026-11-12') })
    expect(after).toMatchObject({ state: 'withdrawn', words: 'Withdrawn Nov 12, 2026' })
    expect((await test.refuse('patients.withdrawConsent', { consentId, on: '2026-11-13' })).message).toBe('This consent was already withdrawn on Nov 12, 2026.')
    const [again] = await test.request('patients.recordConsent', { patientId, consent: consent() })
    expect(again?.state).toBe('valid')
  })

  it.each([
    [{ signedOn: '2026-11-20' }, 'consent.signedOn', 'A consent cannot be signed in the future.'],
    [{ signedOn: '1984-03-13' }, 'consent.signedOn', 'The patient was born on Mar 14, 1984.'],
    [{ expiresOn: '2026-11-18' }, 'consent.expiresOn', 'Choose a day after it was signed.'],
    [{ kind: 'photos' }, 'consent.kind', 'Your clinic does not ask for this consent. Add it under Settings, Front desk.'],
  ])('are refused in words: %o', async (changes, field, sentence) => {
    const { test, patientId } = await clinic()
    const refusal = await test.refuse('patients.recordConsent', { patientId, consent: consent(changes) })
    expect(refusal.fields).toEqual({ [field]: sentence })
    expect((await test.request('patients.listConsents', { patientId })).every(({ state }) => state === 'missing')).toBe(true)
  })
})
