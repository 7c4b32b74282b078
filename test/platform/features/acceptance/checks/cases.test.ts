import { describe, expect, it } from 'vitest';
import type { BenefitCheck, Grounds } from '../../../../../src/platform/features/acceptance/checks/finding.ts';
import { runCheck, type TrafficCheck } from '../../../../../src/platform/features/acceptance/checks/run-check.ts';
import {
  groundsOf,
  openTape,
  RESIDENT,
  RETIREE,
  trafficOf,
  WORKER,
  type Tape,
} from '../../../../support/acceptance-tape.ts';

const DISEASE = 'M05300';

const found = (tape: Tape, check: TrafficCheck, grounds: Partial<Grounds> = {}) =>
  runCheck(check, trafficOf(tape), groundsOf(grounds));

describe('other categories of persons', () => {
  it('are seen by the answer: civil servants, disabled soldiers, funds that pay for some alone', () => {
    const check = { kind: 'others', disease: DISEASE } as const;
    const tape = openTape();
    tape.settle(WORKER, DISEASE);
    expect(found(tape, check)).toMatchObject({ seen: 0, note: expect.stringContaining('cvlserv_flag') as string });
    tape.settle({ ...WORKER, psn_no: 'P4', cvlserv_flag: '1' }, DISEASE);
    tape.settle({ ...WORKER, psn_no: 'P5', psn_type: '1111' }, DISEASE);
    tape.settle({ ...RESIDENT, psn_no: 'P6' }, DISEASE, {
      setldetail: [{ fund_pay_type: '610100', fund_payamt: 12.5 }],
    });
    expect(found(tape, check)).toMatchObject({ seen: 3, note: '看到的人员类别：公务员、军残、医疗救助对象' });
  });
});

describe('全额垫付', () => {
  const check = { kind: 'advance', disease: DISEASE } as const;

  it('is met by the flag of the answer', () => {
    const tape = openTape('insured');
    tape.settle(WORKER, DISEASE, { setlinfo: { fulamt_advpay_flag: '1' } });
    expect(found(tape, check)).toMatchObject({ seen: 1, lacking: [] });
  });

  it('need not be shown by a place whose policies have no such rule, and must by one that has', () => {
    const [xian, bingtuan] = [openTape('insured'), openTape('insured')];
    xian.settle(WORKER, DISEASE, { insuplc: '610100' });
    expect(found(xian, check)).toMatchObject({ verdict: 'omit' });
    bingtuan.settle(RESIDENT, DISEASE, { insuplc: '660000' });
    const finding = found(bingtuan, check);
    expect([finding.verdict, finding.lacking]).toEqual([undefined, ['还差 1']]);
  });

  it('is left to the province where nobody knows the rules of the place', () => {
    const tape = openTape('insured');
    tape.settle(WORKER, DISEASE, { insuplc: '150100' });
    expect(found(tape, check)).toMatchObject({ verdict: 'attested' });
    expect(found(openTape('insured'), check).verdict).toBeUndefined();
  });
});

describe('all funds of the insured place', () => {
  const check = { kind: 'funds', disease: DISEASE } as const;
  const paid = (...codes: string[]) => ({
    setldetail: codes.map((fund_pay_type) => ({ fund_pay_type, fund_payamt: 1 })),
  });

  it('are those that its policies have; each that has not paid is named', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE, { ...paid('310100', '310200'), insuplc: '610100' });
    const finding = found(tape, check);
    expect(finding.lacking).toContain('城乡居民基本医疗保险基金');
    expect(finding.lacking).not.toContain('城镇职工基本医疗保险统筹基金');
    expect(finding.seen).toBe(1);
    const everything = ['390100', '390200', '330100', '310300', '320100', '370100', '350100', '610200', '610100'];
    tape.settle(RESIDENT, DISEASE, { ...paid(...everything), insuplc: '610100' });
    expect(found(tape, check).lacking).toEqual([]);
  });

  it('do not count that paid nothing, or for a person of another place', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE, { setldetail: [{ fund_pay_type: '310100', fund_payamt: 0 }], insuplc: '610100' });
    tape.settle(WORKER, DISEASE, { ...paid('310100'), insuplc: '110000' });
    expect(found(tape, check)).toMatchObject({ seen: 1, note: expect.stringContaining('110000') as string });
  });

  it('are left to the province where the place has no policies of its own', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE, { insuplc: '150100' });
    expect(found(tape, check)).toMatchObject({ verdict: 'attested' });
  });
});

describe('the six fee items', () => {
  it('must each have had a value, in one settlement or several', () => {
    const tape = openTape();
    const check = { kind: 'fee-items', disease: DISEASE } as const;
    tape.settle(WORKER, DISEASE, { data: { inscp_claa_amt: 100, preselfpay_drug_amt: 1, preselfpay_serv_amt: 0 } });
    expect(found(tape, check)).toMatchObject({ required: 6, seen: 2 });
    expect(found(tape, check).lacking).toContain('先自付诊疗 preselfpay_serv_amt');
    tape.settle(RETIREE, DISEASE, {
      data: { preselfpay_serv_amt: 1, preselfpay_mcs_amt: 1, overlmt_selfpay: 2, overlmt_bed_amt: 1 },
    });
    expect(found(tape, check)).toMatchObject({ seen: 6, lacking: [] });
  });
});

describe('1404', () => {
  const row = { setl_sn: 'A1', dise_codg: DISEASE, mdtrtarea: '440300', insuplc: '610100' };

  it('finds a settlement of the disease', () => {
    const tape = openTape();
    tape.put('1404', { output: { setlinfo: [], totalrow: 0 } });
    expect(found(tape, { kind: 'found', disease: DISEASE }).seen).toBe(0);
    tape.put('1404', { output: { setlinfo: [row] } });
    expect(found(tape, { kind: 'found', disease: DISEASE }).seen).toBe(1);
  });

  it('cannot be verified without the bytes of its answer', () => {
    const tape = openTape();
    tape.put('1404', {});
    expect(found(tape, { kind: 'found', disease: DISEASE })).toMatchObject({ verdict: 'skip' });
  });

  it('tells whether the province sees rows that are none of its business: the screen itself nobody sees', () => {
    const tape = openTape();
    const check = { kind: 'screen', disease: DISEASE } as const;
    expect(found(tape, check)).toMatchObject({ verdict: 'attested' });
    tape.put('1404', { output: { setlinfo: [row] } });
    expect(found(tape, check)).toMatchObject({
      verdict: 'attested',
      note: expect.stringContaining('都是本省') as string,
    });
    tape.put('1404', { output: { setlinfo: [{ ...row, mdtrtarea: '110000' }] } });
    expect(found(tape, check)).toMatchObject({ verdict: 'fail' });
  });
});

describe('diseases outside the list', () => {
  it('are returned by 1406', () => {
    const tape = openTape();
    tape.put('1406', { output: { opspinfo: [{ opsp_dise_code: DISEASE }] } });
    expect(found(tape, { kind: 'outside-returned' }).seen).toBe(0);
    tape.put('1406', { output: { opspinfo: [{ opsp_dise_code: 'M00201' }] } });
    expect(found(tape, { kind: 'outside-returned' }).seen).toBe(1);
  });

  it('are stopped by the national node, for each population in trial and settlement', () => {
    const tape = openTape();
    const stopped = { ok: false, refusal: 'disease-out-of-scope' };
    for (const patient of [WORKER, RETIREE]) {
      const data = { ...patient };
      tape.put('1106', { input: { data }, ...stopped });
      tape.settle(patient, 'M00201', { ...stopped, data });
    }
    const finding = found(tape, { kind: 'outside-stopped' });
    expect(finding).toMatchObject({ required: 6, seen: 4, lacking: ['居民 1106', '居民 1107'] });
    expect(found(tape, { kind: 'outside-stopped' }, { residentsExcused: true }).lacking).toEqual([]);
  });
});

describe('messages that keep to the tables', () => {
  it('are those whose last one of each transaction has no breach', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE, { violations: ['data.hosp_lv:code'] });
    expect(found(tape, { kind: 'clean' })).toMatchObject({ verdict: 'fail', lacking: ['1107 data.hosp_lv:code'] });
    tape.settle(WORKER, DISEASE);
    expect(found(tape, { kind: 'clean' })).toMatchObject({
      seen: 1,
      lacking: [],
      note: expect.stringContaining('1 笔') as string,
    });
  });

  it('cannot be told before anything came', () => {
    expect(found(openTape(), { kind: 'clean' })).toMatchObject({ required: 1, seen: 0 });
  });
});

describe('待遇验证', () => {
  const check = { kind: 'benefit' } as const;
  const held = (differences: readonly string[]): BenefitCheck => {
    return (evidence) => ({ compared: evidence, differences, missing: [] });
  };

  it('passes where every settlement agrees, fails where one differs', () => {
    const tape = openTape('insured');
    tape.settle(WORKER, DISEASE);
    expect(found(tape, check, { benefit: held([]) })).toMatchObject({ required: 1, seen: 1, lacking: [] });
    const wrong = found(tape, check, { benefit: held(['结算 A1 统筹基金应为 70.00，来的是 69.00']) });
    expect(wrong).toMatchObject({ verdict: 'fail', lacking: [expect.stringContaining('69.00')] });
  });

  it('is left to the province where nothing is expected, and waits where nothing was settled', () => {
    const tape = openTape('insured');
    const { verdict, required } = found(tape, check);
    expect([verdict, required]).toEqual([undefined, 1]);
    tape.settle(WORKER, DISEASE);
    expect(found(tape, check)).toMatchObject({ verdict: 'attested' });
  });
});
