import { describe, expect, it } from 'vitest';
import { playRow } from '../../../../../src/platform/features/acceptance/self-run/play-row.ts';
import type { Row } from '../../../../../src/platform/features/acceptance/self-run/row.ts';
import { eachPopulation, onePerson } from '../../../../../src/platform/features/acceptance/self-run/rows/cases.ts';
import type { Step } from '../../../../../src/platform/features/acceptance/self-run/step.ts';
import { provincesBefore, STAGE, type Answering } from './stage.ts';

/** The player alone: a row of two made-up messages, answered by a function. */

const ASK: Step = {
  infno: '1111',
  input: ({ one, fresh }) => ({ data: { psn_no: one.person.psn_no, mdtrtsn: fresh } }),
  keep: ({ msgid, input, output }) => ({ settled: { msgid, mdtrtsn: 'V', output: { input, output } } }),
};
const UNDO: Step = { infno: '2222', input: ({ kept }) => ({ data: { omsgid: kept.settled?.msgid } }) };

const row = (steps: readonly Step[], more: Partial<Row> = {}): Row => ({
  key: 'made-up',
  title: '试',
  cases: eachPopulation,
  steps,
  ...more,
});

const M05300 = { title: '慢阻肺', disease: { code: 'M05300', name: '慢性阻塞性肺疾病' } };

const played = async (one: Row, answering: Answering) => {
  const { provinces, sent } = provincesBefore(answering);
  return { ...(await playRow(provinces, STAGE, one, M05300)), sent };
};

describe('a row', () => {
  it('is played by each of its cases in turn, later steps with what earlier ones kept', async () => {
    const { verdict, cases, sent } = await played(row([ASK, UNDO]), () => ({ output: {} }));
    expect(verdict).toBe('passed');
    expect(cases.map(({ words }) => words)).toEqual([
      '职工在职（医保电子凭证）',
      '职工退休（居民身份证）',
      '居民（社会保障卡）',
    ]);
    expect(sent.map(({ infno }) => infno)).toEqual(['1111', '2222', '1111', '2222', '1111', '2222']);
    expect(sent[1]?.input.data['omsgid']).toBe(sent[0]?.msgid);
    expect(sent[3]?.input.data['omsgid']).toBe(sent[2]?.msgid);
  });

  it('ends with the first case that is refused, and says who refused what', async () => {
    const { verdict, remarks, sent } = await played(row([ASK]), ({ input }) =>
      input.data['psn_no'] === 'PSN-职工退休' ? { err_msg: '[参保地 西安市] 系统维护' } : {},
    );
    expect(verdict).toBe('failed');
    expect(remarks).toEqual(['职工退休（居民身份证）：1111 被拒绝：[参保地 西安市] 系统维护']);
    expect(sent).toHaveLength(2);
  });

  it('fails where the message breaks its table, and where a step finds something wrong with the answer', async () => {
    const inexact = await played(row([ASK], { cases: onePerson }), () => ({ violations: 'data.psn_no:missing' }));
    expect(inexact.remarks).toEqual(['职工在职（医保电子凭证）：1111 报文与接口表不符：data.psn_no:missing']);
    const wrong: Step = { ...ASK, problems: ({ output }) => (output === 1 ? ['不对', '也不对'] : []) };
    const found = await played(row([wrong], { cases: onePerson }), () => ({ output: 1 }));
    expect(found).toMatchObject({ verdict: 'failed', remarks: ['职工在职（医保电子凭证）：1111 不对；也不对'] });
  });

  it('wants a refusal by the right party where a step says so', async () => {
    const stopped = row([{ ...ASK, refusedBy: '[国家平台]' }], { cases: onePerson });
    const by = async (answering: Answering) => (await played(stopped, answering)).remarks.join('');
    expect(await by(() => ({ err_msg: '[国家平台] 病种不在范围' }))).toBe('');
    expect(await by(() => ({ err_msg: '[参保地 西安市] 无该病种待遇' }))).toContain('应由 [国家平台] 拦截：[参保地');
    expect(await by(() => ({}))).toContain('却成功了');
  });

  it('is skipped where every case is, or where there is none; the reason is told', async () => {
    const unless: Step = { ...ASK, skip: ({ output }) => (output === 0 ? '没有这个规定' : undefined) };
    const none = await played(row([unless], { cases: onePerson }), () => ({ output: 0 }));
    expect(none).toMatchObject({ verdict: 'skipped', remarks: ['职工在职（医保电子凭证）：没有这个规定'] });
    const nobody = await played(row([ASK], { cases: () => [], without: '没有这样的人' }), () => ({}));
    expect(nobody).toMatchObject({ verdict: 'skipped', remarks: ['没有这样的人'], cases: [] });
  });

  it('passes with what was skipped beside what was played', async () => {
    const skipsResidents: Step = {
      ...ASK,
      skip: (_, { one }) => (one.person.insutype === '390' ? '未开通' : undefined),
    };
    const { verdict, remarks } = await played(row([skipsResidents]), () => ({}));
    expect([verdict, remarks]).toEqual(['passed', ['居民（社会保障卡）：未开通']]);
  });

  it('bears its number in the role of the tested province', async () => {
    const { provinces } = provincesBefore(() => ({}));
    const numbered = row([ASK], { number: { treatment: '2', insured: '9' } });
    const insured = await playRow(provinces, { ...STAGE, role: 'insured' }, numbered, M05300);
    expect([(await played(numbered, () => ({}))).number, insured.number]).toEqual(['2', '9']);
  });
});

describe('a message', () => {
  const sentBy = async (as: Step['as'], role: 'treatment' | 'insured' = 'treatment') => {
    const { provinces, sent } = provincesBefore(() => ({}));
    await playRow(provinces, { ...STAGE, role }, row([{ ...ASK, ...(as && { as }) }], { cases: onePerson }), M05300);
    return sent[0];
  };
  const signedIn = async (...voice: Parameters<typeof sentBy>) => {
    const [, encoded = ''] = (await sentBy(...voice))?.headers['authorization']?.split(' ') ?? [];
    return Buffer.from(encoded, 'base64').toString();
  };

  it('goes to the national door of the workspace and says that it is a rehearsal', async () => {
    expect(await sentBy(undefined)).toMatchObject({
      url: 'http://127.0.0.1:1/w/team-a/national/1111',
      headers: { 'x-kuasheng-self-run': '1' },
    });
  });

  it('is signed by the province that speaks, with its own key where it has one', async () => {
    expect(await signedIn(undefined)).toBe('440000:kuasheng-440000');
    expect(await signedIn('insured')).toBe('610000:secret');
    expect(await signedIn('third')).toBe('460000:kuasheng-460000');
    expect(await signedIn('tested')).toBe('440000:kuasheng-440000');
    expect(await signedIn('tested', 'insured')).toBe('610000:secret');
  });

  it('carries a number of 30 characters that nothing else carries', async () => {
    const { sent } = await played(row([ASK, UNDO]), () => ({}));
    const numbers = sent.flatMap(({ msgid, input }) => [msgid, input.data['mdtrtsn']]).filter(Boolean);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(numbers.map((number) => String(number).length))).toEqual(new Set([30]));
    expect(sent[1]?.msgid).toContain('20260901100001');
  });

  it('that nobody answers fails the row', async () => {
    const { provinces } = provincesBefore(() => ({}));
    const silent = { ...provinces, send: async (...said: Parameters<typeof provinces.send>) => ({
      ...(await provinces.send(...said)), accepted: false, err_msg: '沙箱没有应答（ECONNREFUSED）',
    }) }; // prettier-ignore
    const { remarks } = await playRow(silent, STAGE, row([ASK]), M05300);
    expect(remarks).toEqual(['职工在职（医保电子凭证）：1111 被拒绝：沙箱没有应答（ECONNREFUSED）']);
  });
});
