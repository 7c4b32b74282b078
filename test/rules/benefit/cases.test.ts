import { expect, it } from 'vitest';
import { settle } from '../../../src/rules/benefit/settle.ts';
import { accumulatorKey } from '../../../src/rules/ledger/accumulator.ts';
import { examples } from './case-file.ts';

it.each(examples.map((example) => [`${example.file} — ${example.name}`, example] as const))('%s', (_title, example) => {
  const { shares, deltas } = settle(example.request);
  const asked = Object.keys(example.expect);
  expect(Object.fromEntries(Object.entries(shares).filter(([field]) => asked.includes(field)))).toEqual(example.expect);
  const year = example.request.visit.settlementDate.slice(0, 4);
  const moved = Object.fromEntries(deltas.map((delta) => [accumulatorKey(delta), delta.amount]));
  for (const [code, amount] of Object.entries(example.deltas)) {
    expect(moved).toMatchObject({ [code.includes('@') ? code : `${code}@${year}`]: amount });
  }
});
