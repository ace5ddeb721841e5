import { defineConfig } from '@playwright/test'
import { presentRuntime, STAND_IN } from './e2e/runtime.ts'

const runtime = presentRuntime()

if (runtime.kind === 'stand-in') {
  process.env.MYODESK_RUNTIME = 'stand-in'
  process.env.ELECTRON_OVERRIDE_DIST_PATH = STAND_IN
  process.env.MYODESK_HEADLESS ??= '1'
}

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'e2e/results/runs',
  workers: 1,
  // On a busy machine a spec may be quicker than a screen. It is tried once more and then named as flaky, which is a defect to look into: some were the app’s.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  metadata: { runtime: runtime.name },
  projects: [{ name: runtime.name }],
})
