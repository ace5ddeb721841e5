import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keep } from '../testing/clinic-folder.ts'
import { TEST_PASSWORD } from '../testing/set-up.ts'
import { signedInApp } from '../testing/test-app.ts'

describe('the demo clinic', () => {
  it('opens in its own folder beside the clinic, starts over on request, and is left for the clinic, locked and unchanged', async () => {
    const test = keep(await signedInApp())
    expect((await test.refuse('access.startDemoOver', {})).code).toBe('rule_broken')
    const demo = await test.request('access.openDemo', {})
    expect(demo).toMatchObject({ state: 'open', isDemo: true, person: { role: 'owner' } })
    expect(existsSync(join(test.dir, 'demo', 'myodesk.db'))).toBe(true)
    const count = async () => (await test.request('patients.search', { text: '', scope: 'all', limit: 1 })).total
    const [clinic, patients] = [await test.request('practice.getClinic', {}), await count()]
    expect(patients).toBeGreaterThanOrEqual(40)

    await test.request('practice.saveClinic', { ...clinic, name: 'Tried out' })
    expect((await test.request('access.startDemoOver', {})).clinicName).toBe(demo.clinicName)
    expect([await test.request('practice.getClinic', {}), await count()]).toEqual([clinic, patients])

    expect(await test.request('access.leaveDemo', {})).toMatchObject({ state: 'locked', isDemo: false, clinicName: 'Larkspur Medical Massage' })
    await test.request('access.signIn', { personId: test.ownerId, password: TEST_PASSWORD })
    expect((await test.request('practice.getClinic', {})).name).toBe('Larkspur Medical Massage')
    expect((await test.request('data.listBackups', {})).map(one => one.kind)).toEqual(['on-quit'])
  }, 120_000)
})
