import { defineConfig } from 'vitest/config';
import { shared } from './vitest.config.ts';

/** The suites of minutes, not seconds: `npm run check` and CI. */
export default defineConfig({
  test: {
    ...shared,
    include: ['test/slow/**/*.test.ts'],
    passWithNoTests: true,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
