import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,e2e}/**/*.test.{ts,tsx}'],
    // Every core: by itself it would leave one free, which on a machine of two is half of it.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
