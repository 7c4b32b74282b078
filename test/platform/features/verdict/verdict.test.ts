import { describe, expect, it } from 'vitest';
import { openHis, setlOf } from './his.ts';

const LOST = 'answer-lost;how=rst';
const M = 'H44030099001202609011000009001';
const OTHER = 'H44030099001202609011000009002';

const rulesOf = (cases: readonly { broken: readonly { rule: string }[] }[]) =>
  cases.flatMap(({ broken }) => broken.map(({ rule }) => rule));

describe('a settlement whose answer is lost after COMMIT', () => {
  it('is consistent when the same message is sent again and its answer comes', async () => {
    const his = await openHis();
    const visit = await his.visit();
    expect(await his.settle(visit, { msgid: M, fault: LOST })).toBe('lost');
    setlOf(await his.settle(visit, { msgid: M }));
    const { cases, convicted, counts, sums, blames } = await his.verdict();
    expect(counts).toMatchObject({ consistent: 1, unresolved: 0 });
    expect(convicted).toBe(false);
    expect(cases[0]).toMatchObject({ mdtrt_id: visit, chrg_bchno: 'B1', platform: 10_000, his: 10_000, broken: [] });
    expect(cases[0]?.evidence.map(({ seen }) => seen)).toEqual(['none', 'whole']);
    expect(sums).toMatchObject({ platform: 10_000, his: 10_000, unexplained: 0 });
    expect(blames).toMatchObject([{ infno: '2207', blame: 'injected', clause: '故障 answer-lost（after-commit）' }]);
  });

  it('is consistent when it is reversed', async () => {
    const his = await openHis();
    const visit = await his.visit();
    await his.settle(visit, { msgid: M, fault: LOST });
    expect(await his.reverse(M)).toMatchObject({ infcode: 0 });
    const { cases, convicted } = await his.verdict();
    expect(convicted).toBe(false);
    expect(cases[0]).toMatchObject({ verdict: 'consistent', platform: 0, his: 0 });
  });

  it('is unresolved for a while, and money of the platform alone when nobody ever asks', async () => {
    const his = await openHis();
    await his.settle(await his.visit(), { msgid: M, fault: LOST });
    const early = await his.verdict();
    expect(early.convicted).toBe(false);
    expect(early.cases[0]).toMatchObject({ verdict: 'unresolved', convicts: false, platform: 10_000, his: 0 });
    await his.later(31);
    const late = await his.verdict();
    expect(late.convicted).toBe(true);
    expect(late.cases[0]).toMatchObject({ verdict: 'orphan-on-platform', convicts: true });
    expect(rulesOf(late.cases)).toEqual(['resolved-in-time']);
    expect((await his.verdict('?within=2h')).cases[0]).toMatchObject({ verdict: 'unresolved' });
    expect(late.sums).toEqual({ platform: 10_000, his: 0, explained: 10_000, open: 0, unexplained: 0 });
  });

  it('is charged twice when the window registers the patient anew and settles the same goods', async () => {
    const his = await openHis();
    await his.settle(await his.visit(), { msgid: M, fault: LOST });
    setlOf(await his.settle(await his.visit(), { msgid: OTHER }));
    const { cases, convicted } = await his.verdict();
    expect(convicted).toBe(true);
    expect(cases).toHaveLength(1);
    expect(cases[0]).toMatchObject({ verdict: 'double-charged', platform: 20_000, his: 10_000, msgids: [M, OTHER] });
    expect(rulesOf(cases)).toEqual(['one-charge']);
  });

  it('is charged twice when the same goods are settled as another batch of the visit', async () => {
    const his = await openHis();
    const visit = await his.visit();
    await his.settle(visit, { msgid: M, fault: LOST });
    await his.upload(visit, 'B2');
    setlOf(await his.settle(visit, { chrg_bchno: 'B2' }));
    expect((await his.verdict()).counts).toMatchObject({ 'double-charged': 1 });
  });

  it('is not charged twice by other goods, nor by the same goods once the first answer has come', async () => {
    const his = await openHis();
    const first = await his.visit();
    await his.settle(first, { msgid: M, fault: LOST });
    setlOf(await his.settle(await his.visit(55), { yuan: 55 }));
    setlOf(await his.settle(first, { msgid: M }));
    setlOf(await his.settle(await his.visit()));
    const { convicted, counts } = await his.verdict();
    expect(convicted).toBe(false);
    expect(counts).toMatchObject({ consistent: 3 });
  });

  it('breaks the rule of the same msgid, without harm, when it is tried under another one', async () => {
    const his = await openHis();
    const visit = await his.visit();
    await his.settle(visit, { msgid: M, fault: LOST });
    expect(await his.settle(visit, { msgid: OTHER })).toMatchObject({ infcode: -1 });
    setlOf(await his.settle(visit, { msgid: M }));
    const { cases, convicted } = await his.verdict();
    expect(convicted).toBe(false);
    expect(cases[0]).toMatchObject({ verdict: 'consistent' });
    expect(rulesOf(cases)).toEqual(['same-msgid']);
  });
});

describe('a settlement of which the platform itself does not know', () => {
  const SPLIT = 'split-commit;leg=place-only;timeout=50';

  it('is money of the platform where the insured place has settled and the window does nothing', async () => {
    const his = await openHis();
    expect(await his.settle(await his.visit(), { msgid: M, fault: SPLIT })).toMatchObject({ infcode: -1 });
    expect((await his.verdict()).cases[0]).toMatchObject({ verdict: 'unresolved', platform: 10_000 });
    await his.later(31);
    expect((await his.verdict()).cases[0]).toMatchObject({ verdict: 'orphan-on-platform', his: 0 });
  });

  it('is consistent where the window asks again with the same message', async () => {
    const his = await openHis();
    const visit = await his.visit();
    await his.settle(visit, { msgid: M, fault: SPLIT });
    setlOf(await his.settle(visit, { msgid: M }));
    await his.later(31);
    const { cases } = await his.verdict();
    expect(cases).toMatchObject([{ verdict: 'consistent', platform: 10_000, his: 10_000, broken: [] }]);
  });

  it('is consistent where the window reverses', async () => {
    const his = await openHis();
    const visit = await his.visit();
    await his.settle(visit, { msgid: M, fault: SPLIT });
    expect((await his.verdict()).cases[0]).toMatchObject({ verdict: 'unresolved', platform: 10_000 });
    expect(await his.reverse(M)).toMatchObject({ infcode: 0 });
    await his.later(31);
    expect((await his.verdict()).cases).toMatchObject([{ verdict: 'consistent', platform: 0, his: 0, broken: [] }]);
  });
});

describe('reversals and refunds', () => {
  it('convicts a reversal of a settlement whose answer came', async () => {
    const his = await openHis();
    setlOf(await his.settle(await his.visit(), { msgid: M }));
    await his.reverse(M);
    const { cases } = await his.verdict();
    expect(cases[0]).toMatchObject({ verdict: 'reversed-known-success', convicts: true });
    expect(rulesOf(cases)).toEqual(['own-unknowns-only']);
  });

  it('convicts a second reversal where the platform says yes to it', async () => {
    const his = await openHis();
    await his.control('PATCH', '/settings', { reversedAgain: 'ok' });
    await his.settle(await his.visit(), { msgid: M, fault: LOST });
    await his.reverse(M);
    await his.reverse(M);
    expect((await his.verdict()).cases[0]).toMatchObject({ verdict: 'reversed-twice', convicts: true });
  });

  it('lets a reversal be repeated whose answer was lost', async () => {
    const his = await openHis();
    await his.settle(await his.visit(), { msgid: M, fault: LOST });
    await his.reverse(M, '2207', { msgid: OTHER, fault: 'reversal-lost' });
    await his.reverse(M, '2207', { msgid: OTHER });
    await his.later(60);
    const { cases, convicted } = await his.verdict();
    expect(convicted).toBe(false);
    expect(cases[0]).toMatchObject({ verdict: 'consistent' });
  });

  it('leaves to a person what the platform refuses to reverse, and not what it was too busy for', async () => {
    const his = await openHis();
    await his.settle(await his.visit(), { msgid: M, fault: LOST });
    await his.reverse(M, '2207', { fault: 'reversal-refused' });
    await his.later(31);
    expect((await his.verdict()).cases[0]).toMatchObject({ verdict: 'unresolved', platform: 10_000 });
    await his.settle(await his.visit(55), { yuan: 55, msgid: OTHER, fault: LOST });
    await his.reverse(OTHER, '2207', { fault: 'busy;as=envelope' });
    await his.later(31);
    const { counts } = await his.verdict();
    expect(counts).toMatchObject({ unresolved: 1, 'orphan-on-platform': 1 });
  });

  it('leaves a charge in the HIS alone when the answer to a refund is lost and nobody asks', async () => {
    const his = await openHis();
    const visit = await his.visit();
    const setl_id = setlOf(await his.settle(visit, { msgid: M }));
    await his.refund(visit, setl_id, { fault: LOST });
    await his.later(31);
    const { cases } = await his.verdict();
    expect(cases[0]).toMatchObject({ verdict: 'orphan-in-his', platform: 0, his: 10_000, convicts: true });
  });

  it('is consistent after settlement and refund', async () => {
    const his = await openHis();
    const visit = await his.visit();
    setlOf(await his.refund(visit, setlOf(await his.settle(visit))));
    expect((await his.verdict()).cases).toMatchObject([{ verdict: 'consistent', platform: 0, his: 0 }]);
  });
});

describe('what nobody can know convicts nobody', () => {
  it.each(['money-altered', 'wrong-person', 'bad-json', 'wrong-msgid'])('an answer struck by %s', async (kind) => {
    const his = await openHis();
    await his.settle(await his.visit(), { msgid: M, fault: kind });
    await his.later(60);
    const { cases, convicted } = await his.verdict();
    expect(convicted).toBe(false);
    expect(cases[0]).toMatchObject({ verdict: 'unresolved', unsure: true });
    await his.reverse(M);
    expect((await his.verdict()).cases[0]).toMatchObject({ verdict: 'consistent' });
  });

  it('a message that was lost before it was handled and never asked for', async () => {
    const his = await openHis();
    const visit = await his.visit();
    await his.settle(visit, { msgid: M, fault: 'request-lost;how=rst' });
    await his.later(60);
    const { cases, convicted } = await his.verdict();
    expect(convicted).toBe(false);
    expect(cases[0]).toMatchObject({ verdict: 'unresolved', mdtrt_id: visit, platform: 0, his: 0 });
    expect(rulesOf(cases)).toEqual(['resolved-in-time']);
  });

  it('a settlement of another window that a fault sent', async () => {
    const his = await openHis();
    expect(await his.settle(await his.visit(), { msgid: M, fault: 'two-windows' })).toMatchObject({ infcode: -1 });
    await his.later(60);
    const { cases, convicted } = await his.verdict();
    expect(convicted).toBe(false);
    expect(cases[0]).toMatchObject({ verdict: 'unresolved', platform: 10_000 });
  });

  it('a slow answer that left whole is neither a known success nor a loss', async () => {
    const his = await openHis();
    setlOf(await his.settle(await his.visit(), { msgid: M, fault: 'delay;ms=20' }));
    expect((await his.verdict()).cases[0]).toMatchObject({ verdict: 'consistent' });
    await his.reverse(M);
    expect((await his.verdict()).convicted).toBe(false);
  });
});

describe('what the journal has forgotten', () => {
  it('is no orphan in the own book of the HIS', async () => {
    const his = await openHis();
    const numbered = setlOf(await his.settle(await his.visit()));
    const visit = await his.visit(20);
    await his.settle(visit, { yuan: 20 });
    setlOf(await his.settle(await his.visit(30), { yuan: 30, msgid: M }));
    await his.control('PATCH', '/settings', { journalDays: 1 });
    // Rows fall due as rows come; the newest one stays.
    await his.visit(40);
    await his.later(3 * 24 * 60);
    await his.control('GET', '/journal/hash');
    expect((await his.verdict()).cases).toEqual([]);
    const rows = [
      { setl_id: numbered, medfee_sumamt: '100' },
      { mdtrt_id: visit, chrg_bchno: 'B1', medfee_sumamt: '20' },
      { msgid: M, medfee_sumamt: '30' },
    ].map((row) => ({ fixmedins_code: 'H44030099001', state: 'paid', ...row }));
    await his.control('POST', '/verdict/his-book', { rows });
    expect(await his.verdict()).toMatchObject({ convicted: false, cases: [], sums: { his: 0, unexplained: 0 } });
    const stray = { fixmedins_code: 'H44030099001', msgid: OTHER, medfee_sumamt: '1', state: 'paid' };
    await his.control('POST', '/verdict/his-book', { rows: [...rows, stray] });
    expect((await his.verdict()).counts).toMatchObject({ 'orphan-in-his': 1, consistent: 0 });
  });
});
