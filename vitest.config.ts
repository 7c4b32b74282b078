import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Civil time is that of Shanghai on every machine: a zone far from it exposes whoever asks the machine's own clock.
process.env['TZ'] = process.env['KUASHENG_TEST_TZ'] ?? 'America/New_York';

const report = process.env['KUASHENG_TEST_REPORT'];

/** What the fast and the slow suites share. KUASHENG_TEST_REPORT names a file for the outcome as JSON. */
export const shared = {
  environment: 'node',
  reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  setupFiles: ['test/fast-check-seed.ts'],
  // Tests share nothing that changes, so the files of a worker may share their modules: four times as fast.
  isolate: false,
  // Lint and the compiler run beside the tests on the same two cores.
  testTimeout: 30_000,
} satisfies ViteUserConfig['test'];

export default defineConfig({
  test: { ...shared, include: ['test/**/*.test.ts'], exclude: ['test/slow/**', 'test/boundaries/fixture/**'] },
});
