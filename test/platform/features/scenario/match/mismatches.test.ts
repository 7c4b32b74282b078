import { describe, expect, it } from 'vitest';
import { mismatches, mismatchInWords } from '../../../../../src/platform/features/scenario/match/mismatches.ts';
import { OPERATORS } from '../../../../../src/platform/features/scenario/match/operators.ts';
import type { Tree } from '../../../../../src/platform/features/scenario/tree.ts';
import { loadTable, tableNumbers } from '../../../../../src/platform/wire/load-table.ts';

const said = (wanted: Tree, came: unknown): readonly string[] => mismatches(wanted, came).map(mismatchInWords);

const ANSWER = {
  setlinfo: { setl_id: 'J1', fund_pay_sumamt: '260.50', acct_pay: '0.00', memo: null },
  setldetail: [
    { fund_pay_type: '310100', fund_payamt: '200.00' },
    { fund_pay_type: '320100', fund_payamt: '60.50' },
  ],
};

describe('what is expected of an answer', () => {
  it('is a part of it: only what is written counts, amounts by their value', () => {
    expect(said({ setlinfo: { fund_pay_sumamt: '260.5', acct_pay: '0', memo: null } }, ANSWER)).toEqual([]);
  });

  it('says path, what was expected, what came', () => {
    expect(said({ setlinfo: { fund_pay_sumamt: '260.51', setl_id: 'J2', memo: '好' } }, ANSWER)).toEqual([
      'setlinfo.fund_pay_sumamt 应为 260.51，实为 260.50',
      'setlinfo.setl_id 应为 J2，实为 J1',
      'setlinfo.memo 应为 好，实为 （空）',
    ]);
    expect(said({ setlinfo: { a: '1' } }, null)).toEqual(['应为 {"setlinfo":{"a":"1"}}，实为 （空）']);
  });

  it('of a list are rows that are among those that came, in any order, each for itself', () => {
    expect(said({ setldetail: [{ fund_pay_type: '320100' }, { fund_payamt: '200' }] }, ANSWER)).toEqual([]);
    expect(said({ setldetail: [{ fund_pay_type: '320100' }, { fund_payamt: '60.50' }] }, ANSWER)).toEqual([
      'setldetail.0.fund_payamt 应为 60.50，实为 200.00',
    ]);
    expect(said({ setldetail: [{}, {}, {}] }, ANSWER)).toEqual(['setldetail 应为 第 3 行 {}，实为 只有 2 行']);
  });

  it.each<[Tree, boolean]>([
    [{ contains: '60.' }, true],
    [{ contains: '70.' }, false],
    [{ lacks: '70.' }, true],
    [{ lacks: '60.' }, false],
    [{ not: '260.5' }, false],
    [{ not: '260.51' }, true],
    [{ gte: '260.50', lte: '260.5' }, true],
    [{ gte: '260.51' }, false],
    [{ lte: '99' }, false],
    [{ present: true }, true],
    [{ present: false }, false],
  ])('may be said by an operator: %j holds for 260.50: %s', (wanted, holds) => {
    expect(said({ fund_pay_sumamt: wanted }, ANSWER.setlinfo).length === 0).toBe(holds);
  });

  it('counts rows, and tells absent from empty by neither', () => {
    expect(said({ setldetail: { rows: '2' } }, ANSWER)).toEqual([]);
    expect(said({ setldetail: { rows: '3' } }, ANSWER)).toHaveLength(1);
    expect(said({ memo: { present: false }, other: { present: false } }, ANSWER.setlinfo)).toEqual([]);
  });

  it('has no operator that is a code of the wire', () => {
    const codes = ['hospital', 'national'].flatMap((door) =>
      tableNumbers(door).flatMap((infno) => {
        const { input = [], output = [] } = loadTable(door, infno) ?? {};
        return [...input, ...output].flatMap(({ name, fields }) => [name, ...fields.map(({ code }) => code)]);
      }),
    );
    expect(codes.length).toBeGreaterThan(1_000);
    expect(Object.keys(OPERATORS).filter((operator) => codes.includes(operator))).toEqual([]);
  });
});
