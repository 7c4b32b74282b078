import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../../../src/kernel/civil-time.ts';
import type { Act } from '../../../../../src/platform/features/acceptance/benefit/act.ts';
import {
  checkBenefits,
  type BenefitCheck,
} from '../../../../../src/platform/features/acceptance/benefit/check-benefits.ts';
import { expectations, type Expectation } from '../../../../../src/platform/features/acceptance/benefit/expectation.ts';
import { loadTable } from '../../../../../src/platform/wire/load-table.ts';
import { read } from '../../../../../src/platform/wire/read.ts';
import type { Values } from '../../../../support/example-of.ts';
import { nationalClaim, NATIONAL_INPUTS } from '../../../../support/national-claim.ts';
import { valuesOf } from '../../../../support/play-catalogue.ts';
import { HOSPITAL, openTestWorld, type Answer, type TestWorld } from '../../../../support/world.ts';

/**
 * A province's own system is played by a second sandbox, whose engine pays what ours would: what it answered is then
 * held against a book that it never moved.
 */
let remote: TestWorld;
let here: TestWorld;
let own: Values;
let acts: Act[];
let serial: number;

const decoded = (infno: string, value: unknown, side: 'input' | 'output') => {
  const table = loadTable('national', infno);
  if (!table) throw new Error(`no table ${infno}`);
  return read(table, value, side).value;
};

const played = async (infno: '1107' | '1203' | '1301', input: object): Promise<Answer> => {
  serial += 1;
  const msgid = `A${serial}`;
  const answer = await remote.national(infno, input, { msgid });
  expect(answer.err_msg).toBeNull();
  const [at, seq] = [instantOf('2026-09-01 10:00:00'), serial];
  const act = { infno, seq, trace: `T${seq}`, msgid, at, input: decoded(infno, input, 'input') };
  acts.push({ ...act, output: decoded(infno, answer.output, 'output') } as Act);
  return answer;
};

const settle = (mdtrtsn: string) => played('1107', nationalClaim({ ...own, mdtrtsn }));
const refund = (setl_sn: string, mdtrtsn: string) =>
  played('1203', NATIONAL_INPUTS['1203']?.({ ...own, mdtrtsn, setl_sn }) ?? {});
const reverse = (oinfno: string, omsgid: string) =>
  played('1301', NATIONAL_INPUTS['1301']?.({ ...own, oinfno, omsgid }) ?? {});

const checked = (given: readonly Expectation[] = []): BenefitCheck[] =>
  checkBenefits(acts, { reader: here.world.store.reader, library: here.world.library, expectations: given });

beforeEach(async () => {
  [remote, here] = [await openTestWorld(), await openTestWorld()];
  own = { ...valuesOf(remote, 'nanjing-worker-rheumatoid', HOSPITAL), mdtrtarea: '440300', dise_codg: 'M06900' };
  acts = [];
  serial = 0;
});

afterEach(async () => {
  await remote.close();
  await here.close();
});

describe('the settlements of a province that reckons as the engine does', () => {
  it('agree fund by fund, with everything that came before counted', async () => {
    for (const mdtrtsn of ['N1', 'N2', 'N3', 'N4']) await settle(mdtrtsn);
    expect(checked()).toHaveLength(4);
    for (const { against, differences } of checked()) expect({ against, differences }).toEqual(AGREED);
  });

  it('agree after refunds and reversals too', async () => {
    const first = await settle('N1');
    const { setl_sn } = (first.output as { setlinfo: { setl_sn: string } }).setlinfo;
    await refund(setl_sn, 'N1');
    await settle('N2');
    await reverse('1107', 'A3');
    await reverse('1203', 'A2');
    await settle('N3');
    for (const { against, differences } of checked()) expect({ against, differences }).toEqual(AGREED);
    expect(checked()).toHaveLength(3);
  });
});

const AGREED = { against: 'engine', differences: [] };

describe('a settlement that comes to something else', () => {
  it('is told with what was expected and what came, by fund', async () => {
    await settle('N1');
    const [act] = acts;
    if (act?.infno !== '1107') throw new Error('a settlement was played');
    const [pool, ...others] = act.output.setldetail;
    if (!pool) throw new Error('a fund paid');
    const less = { ...pool, fund_payamt: (pool.fund_payamt - 100) as typeof pool.fund_payamt };
    acts = [{ ...act, output: { ...act.output, setldetail: [less, ...others] } }];
    expect(checked()).toMatchObject([
      {
        against: 'engine',
        differences: [
          {
            item: pool.fund_pay_type,
            name: pool.fund_pay_type_name,
            expected: pool.fund_payamt,
            came: less.fund_payamt,
          },
        ],
      },
    ]);
  });
});

describe('an uploaded expectation', () => {
  const given = (funds: Record<string, string>) =>
    expectations.parse([{ psn_no: own['psn_no'], dise_codg: 'M06900', medfee_sumamt: '1000.00', funds }]);

  it('counts instead of the engine, for every settlement of that person, disease and total', async () => {
    await settle('N1');
    await settle('N2');
    const differences = [{ item: '310100', expected: 70_000 }];
    expect(checked(given({ '310100': '700.00' }))).toMatchObject([
      { against: 'expectation', differences },
      { against: 'expectation', differences },
    ]);
  });

  it('is refused with words when an amount or a fund is none', () => {
    expect(() => given({ '310100': '7.001' })).toThrow('不超过两位小数');
    expect(() => given({ pool: '7' })).toThrow('六位基金支付类型');
    expect(() => expectations.parse([{ dise_codg: 'M06900', medfee_sumamt: 1, funds: {} }])).toThrow('psn_no');
  });
});

describe('a person whom the sandbox does not know', () => {
  it('has nothing to be held against', async () => {
    await settle('N1');
    const [act] = acts;
    if (act?.infno !== '1107') throw new Error('a settlement was played');
    acts = [{ ...act, input: { ...act.input, data: { ...act.input.data, psn_no: 'X' } } }];
    const [check] = checked();
    expect(check).toMatchObject({ against: undefined, differences: [] });
    expect(check?.note).toContain('期望结果');
  });
});
