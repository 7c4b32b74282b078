import { describe, expect, it } from 'vitest';
import { marksOfUnfinishedWork, namelessFiles, tooLong, tooWide } from './tidy/code.ts';
import { brokenYaml, identityNumbers, lockedAddresses, machinePaths } from './tidy/data.ts';
import { brokenLinks, unguardedInvariants } from './tidy/documents.ts';
import { transactionFolders } from './tidy/transactions.ts';
import { readTree, type Check } from './tidy/tree.ts';

type HouseRule = {
  readonly rule: string;
  readonly check: Check;
  /** A tree that breaks the rule, and how often: the proof that the check can fail. */
  readonly offences: Readonly<Record<string, string>>;
  readonly found: number;
  /** Paths of known offenders. The list may only shrink: one that has become clean must leave it. */
  readonly tolerated?: readonly string[];
};

const TRANSACTIONS = 'src/platform/transactions';

const HOUSE: readonly HouseRule[] = [
  {
    rule: 'files of src have at most 250 lines',
    check: tooLong,
    offences: { 'src/a.ts': 'a\n'.repeat(251), 'src/b.ts': 'b\n'.repeat(250), 'src/c.gen.ts': 'c\n'.repeat(251) },
    found: 1,
    tolerated: [],
  },
  {
    rule: 'lines have at most 120 characters',
    check: tooWide,
    offences: { 'src/a.ts': '医'.repeat(121), 'test/b.test.ts': '医'.repeat(120), 'bin/c.mjs': 'c'.repeat(121) },
    found: 2,
    tolerated: [],
  },
  {
    rule: 'code carries no mark of unfinished work',
    check: marksOfUnfinishedWork,
    offences: {
      'src/a.ts': `// ${'FIX'}ME\n// ${'XX'}X\n'not ${'implemented'}'; fixmedins_code`,
      'test/a.test.ts': `it${'.'}only(); it${'.'}skip(); it.skipIf(old)()`,
    },
    found: 5,
  },
  {
    rule: 'files are named by what they do',
    check: namelessFiles,
    offences: { 'src/utils.ts': '', 'test/helpers/a.ts': '', 'src/common-cold.ts': '' },
    found: 2,
  },
  {
    rule: 'identity numbers are synthetic',
    check: identityNumbers,
    offences: { 'seeds/a.yaml': ['430101', '439900'].map((region) => `- ${region}${'19900307'}0011`).join('\n') },
    found: 1,
  },
  {
    rule: 'the lock holds no addresses',
    check: lockedAddresses,
    offences: { 'package-lock.json': '{ "resolved": "https://a.example/b.tgz" }' },
    found: 1,
  },
  {
    rule: 'no path of a machine is named',
    check: machinePaths,
    offences: { 'docs/a.md': `/${'work'}/main and ../${'shared'}/b`, '.ci/run': `/${'work'}/main` },
    found: 2,
  },
  {
    rule: 'YAML parses',
    check: brokenYaml,
    offences: { 'seeds/a.yaml': 'a: [1', 'scenarios/b.yaml': 'b: 1' },
    found: 1,
  },
  {
    rule: 'links of the documents lead somewhere',
    check: brokenLinks,
    offences: {
      'docs/a.md':
        '[b](b.md#part) [gone](gone.md) [src](../src)\n\n[web]: https://a.example\n```\n[code](code.md)\n```\n',
      'docs/b.md': '`[code](code.md)` [up](../README.md)',
      'src/a.ts': '',
    },
    found: 2,
  },
  {
    rule: 'transaction folders and the catalogue agree',
    check: transactionFolders,
    offences: {
      [`${TRANSACTIONS}/catalogue.ts`]: "'./hospital/2207-settle/definition.ts' './national/1107-gone/definition.ts'",
      [`${TRANSACTIONS}/hospital/2207-settle/definition.ts`]: '',
      [`${TRANSACTIONS}/hospital/2208-refund/decide.ts`]: '',
      [`${TRANSACTIONS}/hospital/Refund/definition.ts`]: '',
    },
    found: 5,
  },
  {
    rule: 'every invariant of the architecture is guarded by a test',
    check: unguardedInvariants,
    offences: {
      'docs/architecture.md': `# A

## Invariants

1. Guarded. Guard: \`test/a.test.ts\`
2. Unguarded.
3. Half guarded.
   Guard: \`test/a.test.ts\`, \`test/b.test.ts\`

## B

1. No invariant.
`,
      'test/a.test.ts': '',
    },
    found: 2,
  },
];

describe('the house is in order', () => {
  const repository = readTree();

  it('and there is a house', () => {
    expect(repository.has('src/kernel/money.ts')).toBe(true);
  });

  it.each(HOUSE.map((law) => [law.rule, law] as const))('%s', (_rule, { check, offences, found, tolerated = [] }) => {
    expect(check(new Map(Object.entries(offences)))).toHaveLength(found);
    const offenders = check(repository);
    expect(offenders.filter((offender) => !tolerated.some((path) => offender.startsWith(`${path}: `)))).toEqual([]);
    expect(tolerated.filter((path) => !offenders.some((offender) => offender.startsWith(`${path}: `)))).toEqual([]);
  });
});
