import { describe, expect, it } from 'vitest';
import { runCheck, type TrafficCheck } from '../../../../../src/platform/features/acceptance/checks/run-check.ts';
import type { Grounds } from '../../../../../src/platform/features/acceptance/checks/finding.ts';
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

describe('counts of messages', () => {
  it('are by disease and credential; refused and repeated ones do not count', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE);
    const first = tape.settle(WORKER, DISEASE, { data: { mdtrt_cert_type: '01' } });
    tape.put('1107', { ...first, seq: 50, repeated: true });
    tape.settle(WORKER, DISEASE, { ok: false, refusal: 'filing-missing' });
    tape.settle(WORKER, 'M06900');
    const least = { kind: 'acts', infno: '1107', least: 2, disease: DISEASE } as const;
    expect(found(tape, least)).toMatchObject({ required: 2, seen: 2, lacking: [] });
    expect(found(tape, { ...least, credential: '03' })).toMatchObject({ seen: 1, lacking: ['还差 1'] });
    expect(found(tape, { ...least, credential: '02' })).toMatchObject({ seen: 0, lacking: ['还差 2'] });
  });

  it('are of 门诊慢特病 alone: an ordinary visit with a disease code does not count', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE, { data: { med_type: '11' } });
    expect(found(tape, { kind: 'acts', infno: '1107', least: 1, disease: DISEASE }).seen).toBe(0);
  });

  it('of refunds leave out the refund of what is refunded; a refund after its reversal counts again', () => {
    const tape = openTape();
    const settlement = tape.settle(WORKER, DISEASE);
    const refund = tape.refund(settlement);
    tape.refund(settlement, refund);
    const refunds = { kind: 'acts', infno: '1203', least: 6, disease: DISEASE } as const;
    expect(found(tape, refunds).seen).toBe(1);
    tape.reverse(refund);
    tape.refund(settlement);
    expect(found(tape, refunds).seen).toBe(2);
  });

  it('of reversals are by what they reverse, and leave out what is reversed already', () => {
    const tape = openTape();
    const settlement = tape.settle(WORKER, DISEASE);
    const refund = tape.refund(settlement);
    tape.reverse(refund);
    tape.reverse(refund);
    tape.reverse(settlement);
    tape.reverse(settlement);
    const reversals = { kind: 'acts', infno: '1301', least: 6, disease: DISEASE } as const;
    expect(found(tape, { ...reversals, oinfno: '1107' }).seen).toBe(1);
    expect(found(tape, { ...reversals, oinfno: '1203' }).seen).toBe(1);
  });

  it('of a registration without a disease are those of its visit', () => {
    const tape = openTape();
    const data = { psn_no: 'P1', mdtrtsn: 'N7', mdtrt_cert_type: '01' };
    tape.put('1005', { input: { data } });
    const registered = { kind: 'acts', infno: '1005', least: 2, disease: DISEASE, credential: '01' } as const;
    expect(found(tape, registered).seen).toBe(0);
    tape.settle(WORKER, DISEASE, { data: { mdtrtsn: 'N7' } });
    expect(found(tape, registered).seen).toBe(1);
  });

  it('of 1406 are those that found the disease; without the bytes of the answer it cannot be said', () => {
    const tape = openTape();
    const asked = { input: { data: { psn_no: 'P1' } } };
    tape.put('1406', { ...asked, output: { opspinfo: [{ opsp_dise_code: DISEASE }, { opsp_dise_code: 'M06900' }] } });
    tape.put('1406', { ...asked, output: { opspinfo: [] } });
    const queries = { kind: 'acts', infno: '1406', least: 2, disease: DISEASE } as const;
    expect(found(tape, queries).seen).toBe(1);
    tape.put('1406', { input: { data: { psn_no: 'P1', opsp_dise_code: DISEASE } } });
    expect(found(tape, queries)).toMatchObject({
      seen: 1,
      verdict: 'skip',
      note: expect.stringContaining('丢失') as string,
    });
  });
});

describe('counts of rows', () => {
  const row = (trt_dcla_detl_sn: string, opsp_dise_code = DISEASE, vali_flag = '1') => ({
    trt_dcla_detl_sn, opsp_dise_code, vali_flag,
  }); // prettier-ignore

  it('are different rows of each disease; what came twice and what has ended count no further', () => {
    const tape = openTape();
    tape.put('1824', { output: { data: [row('1'), row('2', 'M06900')], totalrow: 2 } });
    tape.put('1824', { output: { data: [row('1'), row('3'), row('4'), row('5', 'M04600', '0')] } });
    const finding = found(tape, { kind: 'rows', infno: '1824', least: 2, each: true });
    expect(finding).toMatchObject({ required: 12, seen: 3 });
    expect(finding.lacking).toEqual([
      'M08300 还差 2', 'M06900 还差 1', 'M04600 还差 2', 'M00200 还差 2', 'M07200 还差 2',
    ]); // prettier-ignore
  });

  it('are of the message for an upload, which must have been taken', () => {
    const tape = openTape();
    tape.put('1603', { input: { data: [{ fixmedins_code: 'H1' }, { fixmedins_code: 'H2' }] }, ok: false });
    expect(found(tape, { kind: 'rows', infno: '1603', least: 1 }).seen).toBe(0);
    tape.put('1603', { input: { data: [{ fixmedins_code: 'H1' }, { fixmedins_code: 'H2' }] } });
    expect(found(tape, { kind: 'rows', infno: '1603', least: 1 })).toMatchObject({ seen: 2, lacking: [] });
  });
});

describe('each population', () => {
  it('settles; the one that has not is named', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE);
    tape.settle(RESIDENT, DISEASE);
    const check = { kind: 'populations', step: 'settle', disease: DISEASE } as const;
    expect(found(tape, check)).toMatchObject({ required: 3, seen: 2, lacking: ['职工退休'], population: 'retired' });
    tape.settle(RETIREE, DISEASE);
    expect(found(tape, check)).toMatchObject({ seen: 3, lacking: [] });
  });

  it('is refunded, and refunded again as another message with success', () => {
    const tape = openTape();
    const settlement = tape.settle(WORKER, DISEASE);
    const refund = tape.refund(settlement);
    const again = { kind: 'populations', step: 'refund-again', disease: DISEASE } as const;
    tape.put('1203', { ...refund, seq: 60, repeated: true });
    tape.refund(settlement, refund, { ok: false, refusal: 'settlement-refunded' });
    expect(found(tape, again).seen).toBe(0);
    tape.refund(settlement, refund);
    expect(found(tape, again)).toMatchObject({ seen: 1, lacking: ['职工退休', '居民'] });
    expect(found(tape, { ...again, step: 'refund' }).seen).toBe(1);
  });

  it('settles, is refunded and settles, in that order and one person', () => {
    const tape = openTape();
    const check = { kind: 'populations', step: 'settle-refund-settle', disease: DISEASE } as const;
    tape.refund(tape.settle(WORKER, DISEASE));
    tape.settle(RETIREE, DISEASE);
    expect(found(tape, check).seen).toBe(0);
    tape.settle(WORKER, DISEASE);
    expect(found(tape, check)).toMatchObject({ seen: 1, lacking: ['职工退休', '居民'] });
  });

  it('leaves out the residents where they are explained', () => {
    const tape = openTape();
    tape.settle(WORKER, DISEASE);
    tape.settle(RETIREE, DISEASE);
    const check = { kind: 'populations', step: 'settle', disease: DISEASE } as const;
    expect(found(tape, check, { residentsExcused: true })).toMatchObject({ required: 2, seen: 2, lacking: [] });
  });
});
