// The test runner. Tests of the command line run the built binary, so a stale build is renewed before them, and only them.
import { defineConfig } from 'vitest/config'

const shared = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'stages',
          include: ['test/**/*.test.ts'],
          exclude: ['test/cli/**', 'test/queue/live*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'cli',
          include: ['test/cli/**/*.test.ts', 'test/queue/live*.test.ts'],
          globalSetup: ['test/fresh-build.ts'],
        },
      },
    ],
  },
})
