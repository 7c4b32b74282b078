import { expect, it } from 'vitest';
import { fundsSeen } from '../../../../../src/platform/features/acceptance/self-run/funds-seen.ts';
import type { Played } from '../../../../../src/platform/features/acceptance/self-run/play-row.ts';
import type { Exchange } from '../../../../../src/platform/features/acceptance/self-run/step.ts';
import { countsOf } from '../../../../../src/platform/features/acceptance/self-run/tally.ts';

const exchange = (infno: string, data: object, more: Partial<Exchange> = {}): Exchange => ({
  infno,
  as: '440000',
  msgid: 'M',
  input: { data },
  accepted: true,
  err_msg: '',
  violations: '',
  output: null,
  ...more,
});

const row = (...exchanges: readonly Exchange[]): Played => ({
  role: 'treatment',
  key: 'made-up',
  number: '1',
  title: '试',
  verdict: 'passed',
  cases: [{ words: '职工在职', verdict: 'passed', exchanges }],
  remarks: [],
});

const seen = (...exchanges: readonly Exchange[]) =>
  Object.fromEntries(countsOf([row(...exchanges)]).flatMap(({ title, seen }) => (seen === 0 ? [] : [[title, seen]])));

it('settlements and registrations count by credential, reversals by what they reverse', () => {
  expect(
    seen(
      exchange('1107', { mdtrt_cert_type: '01' }),
      exchange('1107', { mdtrt_cert_type: '01' }),
      exchange('1107', { mdtrt_cert_type: '03' }),
      exchange('1005', { mdtrt_cert_type: '02' }),
      exchange('1106', { mdtrt_cert_type: '02' }),
      exchange('1301', { oinfno: '1107' }),
      exchange('1301', { oinfno: '1203' }),
      exchange('1301', { oinfno: '1203' }),
    ),
  ).toEqual({
    '结算，医保电子凭证': 2,
    '结算，社会保障卡': 1,
    '挂号，居民身份证': 1,
    '正交易冲正 1301（1107）': 1,
    '负交易冲正 1301（1203）': 2,
  });
});

it('what was refused does not count, and the same refund again counts once', () => {
  const refund = (setl_sn: string) => exchange('1203', {}, { output: { setlinfo: { setl_sn } } });
  expect(seen(refund('A1'), refund('A1'), refund('A2'))).toEqual({ '退费 1203': 2 });
  expect(seen(exchange('1406', {}, { accepted: false }))).toEqual({});
});

it('the standard asks for two of each credential, and six refunds and reversals', () => {
  expect(countsOf([]).map(({ least }) => least)).toEqual([2, 2, 2, 2, 2, 2, 2, 6, 6, 6]);
});

it('funds are those that paid in the settlements, each once', () => {
  const settled = (...types: readonly string[]) => {
    const setldetail = types.map((type) => ({
      fund_pay_type: type,
      fund_pay_type_name: `基金${type}`,
      fund_payamt: type === '610100' ? 0 : 1,
    }));
    return exchange('1107', {}, { output: { setldetail } });
  };
  expect(fundsSeen([row(settled('390200', '390100')), row(settled('390100', '610100'))])).toEqual([
    { type: '390100', name: '基金390100' },
    { type: '390200', name: '基金390200' },
  ]);
});
