// The test runner. Tests of the command line run the built binary, so a stale build is renewed first.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/fresh-build.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
