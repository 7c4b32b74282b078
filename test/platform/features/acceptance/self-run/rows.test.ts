import { describe, expect, it } from 'vitest';
import { SIX } from '../../../../../src/platform/features/acceptance/self-run/diseases.ts';
import { playRow } from '../../../../../src/platform/features/acceptance/self-run/play-row.ts';
import { OUT_OF_SCOPE } from '../../../../../src/platform/features/acceptance/self-run/rows/outside.ts';
import { PREPARATION } from '../../../../../src/platform/features/acceptance/self-run/rows/preparation.ts';
import { TREATMENT } from '../../../../../src/platform/features/acceptance/self-run/rows/treatment.ts';
import { countsOf } from '../../../../../src/platform/features/acceptance/self-run/tally.ts';
import { member, provincesBefore, STAGE, type Answering, type Sent } from './stage.ts';

/** The rows as data, and played before a national node that says yes to everything and pays nothing. */

const [FIRST] = SIX;
const PART = { title: '第一个病种', disease: FIRST ?? { code: '', name: '' } };

const money = (sign: 1 | -1, number: string, medfee: string, more: object = {}) => {
  const parts = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'];
  const amounts = [medfee, '58.00', '44.50', '29.36', '357.64'].map((amount) => `${sign < 0 ? '-' : ''}${amount}`);
  const [total = '', ...split] = amounts;
  return {
    setlinfo: {
      setl_sn: number,
      medfee_sumamt: total,
      ...Object.fromEntries(parts.map((code, index) => [code, split[index]])),
      psn_part_amt: total,
      psn_cashpay: total,
      ...more,
    },
    setldetail: [],
  };
};

/** Answers by the number of the transaction; a refund has the number of its settlement with an R. */
const yes: Answering = ({ infno, msgid, input: { data } }) => {
  const medfee = (data['medfee_sumamt'] as string | undefined) ?? '489.50';
  if (infno === '1106' || infno === '1107') return { output: money(1, msgid, medfee) };
  const setl_sn = String(data['setl_sn']);
  if (infno === '1203') return { output: money(-1, `R${setl_sn}`, medfee, { init_setl_sn: setl_sn }) };
  if (infno === '1005') return { output: { data: { mdtrt_regno: 'S1', psn_no: data['psn_no'] } } };
  return { output: null };
};

/** The rows whose answers the stub can give: the ordinary bill, everything that moves money. */
const MOVING = TREATMENT.filter(
  ({ steps, key }) => steps.some(({ infno }) => infno === '1107') && !/find|hidden|types|full/.test(key),
);

const stage = { ...STAGE, cast: { ...STAGE.cast, others: [member('公务员')] } };

const playedAll = async () => {
  const { provinces, sent } = provincesBefore(yes);
  const rows = [];
  for (const row of MOVING) rows.push(await playRow(provinces, stage, row, PART));
  return { rows, sent };
};

describe('the rows', () => {
  const numbers = (role: 'treatment' | 'insured') => [
    ...new Set(TREATMENT.flatMap(({ number }) => number?.[role] ?? [])),
  ];

  it('are those of the script for both roles', () => {
    expect(numbers('treatment')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '14', '15', '16', '17']);
    expect(numbers('insured')).toEqual(['1', '9', '10', '11', '12', '13', '7', '8', '14', '15', '16', '17']);
    const prepared = PREPARATION.flatMap(({ number }) => number?.treatment ?? []).sort();
    expect(prepared).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `准备${number}`));
    expect(OUT_OF_SCOPE.map(({ number }) => number?.treatment)).toEqual(['范围外1', '范围外2']);
  });

  it('have keys of their own', () => {
    const keys = [...PREPARATION, ...TREATMENT, ...OUT_OF_SCOPE].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('pass before a node that agrees, and reach every count of the standard', async () => {
    const { rows } = await playedAll();
    expect(
      rows.flatMap(({ verdict, key, remarks }) => (verdict === 'passed' ? [] : [`${key} ${remarks.join()}`])),
    ).toEqual([]);
    const short = countsOf(rows).filter(({ title, seen, least }) => seen < least && !title.includes('1406'));
    expect(short).toEqual([]);
  });

  it('give every new settlement a visit number of its own, tried under the same', async () => {
    const { sent } = await playedAll();
    const visits = (infno: string) =>
      sent.filter((one) => one.infno === infno).map(({ input }) => input.data['mdtrtsn']);
    expect(new Set(visits('1107')).size).toBe(visits('1107').length);
    expect(visits('1107')).toEqual(visits('1106'));
  });
});

describe('row 15', () => {
  const flow = async (key: string): Promise<string[]> => {
    const { provinces, sent } = provincesBefore(yes);
    const row = TREATMENT.find((one) => one.key === key);
    if (row) await playRow(provinces, stage, { ...row, cases: (...of) => row.cases(...of).slice(0, 1) }, PART);
    const said = ({ infno, input: { data } }: Sent) => (infno === '1301' ? `1301(${String(data['oinfno'])})` : infno);
    return sent.filter(({ infno }) => infno !== '1106').map(said);
  };

  it('is the whole chain, twice in a row', async () => {
    const once = ['1107', '1203', '1301(1203)', '1301(1107)', '1107', '1203', '1107'];
    expect(await flow('chain')).toEqual([...once, ...once]);
  });

  it('is for M08300 also the one that is printed there', async () => {
    const once = ['1107', '1203', '1301(1203)', '1107'];
    expect(await flow('short-chain')).toEqual([...once, ...once]);
    expect(TREATMENT.find(({ key }) => key === 'short-chain')?.only).toEqual(['M08300']);
  });
});
