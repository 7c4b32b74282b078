import { describe, expect, it } from 'vitest';
import { differenceInWords, withheldInWords } from '../../../../src/platform/cli/clearing/difference-in-words.ts';
import { asFen } from '../../../../src/kernel/money.ts';

const entry = (fund: number, state: 'effective' | 'refunded' = 'effective') => ({
  setl_id: 'A1', medfee_sumamt: asFen(200_00), fund_pay_sumamt: asFen(fund), acct_pay: asFen(0), state,
}); // prettier-ignore
const INSURED = { setl_id: 'A1', leg: 'insured', party: '610000' } as const;
const TREATMENT = { setl_id: 'A1', leg: 'treatment', party: '440000' } as const;

describe('a row on which two parties do not agree', () => {
  it('names the party that lacks it, or has it otherwise', () => {
    expect(differenceInWords({ ...INSURED, verdict: 'ours-only', ours: entry(100_00) })).toBe(
      'A1 国家平台有、参保省陕西省没有',
    );
    expect(differenceInWords({ ...TREATMENT, verdict: 'theirs-only', theirs: entry(1), reversed: true })).toBe(
      'A1 国家平台没有、就医省广东省有（没有的一方已冲正）',
    );
    expect(differenceInWords({ ...INSURED, verdict: 'fund-differs', ours: entry(100_00), theirs: entry(99_99) })).toBe(
      'A1 与参保省陕西省基金不符（国家平台 100.00 元，对方 99.99 元）',
    );
    expect(
      differenceInWords({ ...TREATMENT, verdict: 'state-differs', ours: entry(1, 'refunded'), theirs: entry(1) }),
    ).toBe('A1 与就医省广东省状态不符（国家平台已退费，对方有效）');
  });

  it('says where it is cleared when it was found too late, and since when it is kept out', () => {
    expect(differenceInWords({ ...INSURED, verdict: 'ours-only', ours: entry(1), clearedIn: '202609' })).toBe(
      'A1 国家平台有、参保省陕西省没有；已计入 202609 清算，不再暂缓，以审核扣款或退费更正',
    );
    expect(withheldInWords({ ...INSURED, verdict: 'ours-only', date: '2026-09-20' })).toBe(
      'A1 国家平台有、参保省陕西省没有（2026-09-20）',
    );
  });
});
