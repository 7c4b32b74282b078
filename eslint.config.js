import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const PORTS =
  'Time, chance and ids are arguments (src/kernel/ports.ts), made in src/platform/time/real-ports.ts alone.';
const MONEY = 'Amounts are integers: parseScaled and printScaled of src/kernel/decimal.ts.';
const ORDER = 'Depends on the machine: sort by code point, print with the functions of src/kernel.';

const property = (name, message) => ({ property: name, message });
const CHANCE = ['randomUUID', 'randomBytes', 'randomInt', 'randomFillSync', 'getRandomValues'];
const LOCALE = ['localeCompare', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'];
const CRYPTO = ['node:crypto', 'crypto'].map((name) => ({ name, importNames: CHANCE, message: PORTS }));

/** The world of the machine: its clock, its dice, its language. */
const world = {
  'no-restricted-globals': ['error', { name: 'Date', message: PORTS }, { name: 'parseFloat', message: MONEY }],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: PORTS },
    { object: 'globalThis', property: 'Date', message: PORTS },
    ...CHANCE.map((name) => property(name, PORTS)),
    ...LOCALE.map((name) => property(name, ORDER)),
  ],
  '@typescript-eslint/no-restricted-imports': ['error', { paths: CRYPTO }],
};

/** In the product: no stop-watch either, and no text made of a float. Tests, scripts and benches may measure. */
const product = {
  'no-restricted-globals': [...world['no-restricted-globals'], { name: 'performance', message: PORTS }],
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { paths: [...CRYPTO, { name: 'node:perf_hooks', message: PORTS }] },
  ],
  'no-restricted-properties': [
    ...world['no-restricted-properties'],
    property('hrtime', PORTS),
    property('toFixed', MONEY),
    property('toPrecision', MONEY),
    property('parseFloat', MONEY),
  ],
};

/** Rules of typescript-eslint that ask the compiler; the strict set without types carries the rest. */
const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-array-delete': 'error',
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/return-await': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '**/*.gen.ts', 'test/boundaries/fixture/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strict,
  {
    rules: {
      ...world,
      eqeqeq: 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: typed,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      ...product,
      complexity: ['error', 12],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 60],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'bin/**'],
    rules: { complexity: ['error', 12], 'max-lines-per-function': ['error', 60] },
  },
  {
    // A program of its own: it lives in the machine's time.
    files: ['examples/**'],
    rules: { 'no-restricted-globals': 'off', complexity: ['error', 12], 'max-lines-per-function': ['error', 60] },
  },
  {
    files: ['src/platform/time/real-ports.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
    },
  },
);
