import { placeName } from '../../../src/kernel/admdvs.ts';
import { FUNDS } from '../../../src/rules/benefit/fund.ts';

/** What the funds paid for one persona: code fund_pay_type → 元, as the answer of 2207 prints it. */
export type Paid = {
  readonly persona: string;
  readonly place: string;
  readonly disease: string;
  readonly funds: Readonly<Record<string, string>>;
};

const HEAD = `# Every fund of every place

The acceptance script of the national platform asks (row 16) that every kind of fund that an insured place supports
be seen in results of settlements. For each place with policies in \`seeds/policies/\` four personas or fewer make all
of its funds pay. They stand in \`seeds/personas/funds-*.yaml\` and are settled as 门诊慢特病 at H44030099001. Each needs
one claim only: below, one line of 20,000 元, of which 19,000 are in scope. The personas are inventions of the sandbox,
and so are many values of the policies; each policy file says which.

Written by \`UPDATE_GOLDEN=1 npx vitest run test/e2e/funds.test.ts\` from what the settlements answered. The same test
fails when this page is stale, and when a place supports a fund that nobody shows.

| fund_pay_type | |
|---|---|
`;

const FOOT = `
Funds that no policy of the seeds has: 离休 340100, 老红军 360100, 医院垫付 999996, and those of single provinces.
`;

const funds = Object.values(FUNDS).map(
  ({ fund_pay_type, fund_pay_type_name }) => `| ${fund_pay_type} | ${fund_pay_type_name} |`,
);

const rowOf = ({ persona, disease, funds }: Paid): string => {
  const amounts = Object.entries(funds).map(([code, amount]) => `${code} ${amount}`);
  return `| ${persona} | ${disease} | ${amounts.join(' · ')} |`;
};

const sectionOf = (place: string, supported: readonly string[], paid: readonly Paid[]): string =>
  [
    `\n## ${placeName(place)} ${place}\n`,
    `Supported: ${supported.join(', ')}\n`,
    '| persona | disease | paid |',
    '|---|---|---|',
    ...paid.filter((row) => row.place === place).map(rowOf),
    '',
  ].join('\n');

/** docs/funds.md: place × persona × fund. */
export const pageOf = (supported: ReadonlyMap<string, readonly string[]>, paid: readonly Paid[]): string => {
  const sections = [...supported].map(([place, codes]) => sectionOf(place, codes, paid));
  return `${HEAD}${[...funds].sort().join('\n')}\n${FOOT}${sections.join('')}`;
};
