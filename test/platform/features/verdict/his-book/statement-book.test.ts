import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { must } from '../../../../../src/kernel/assert.ts';
import { fileText } from '../../../../../src/platform/dispatch/file-text.ts';
import { verdictOf } from '../../../../../src/platform/features/verdict/verdict-of.ts';
import { HOSPITAL } from '../../../http/counter.ts';
import { openWindow } from '../../../../support/window.ts';
import { openTestWorld } from '../../../../support/world.ts';
import { openHis, setlOf, type Answer, type His } from '../his.ts';

const LOST = 'answer-lost;how=rst';
const M = 'H44030099001202609011000009001';

/** A row of the file, as far as the verdict looks at it. */
const line = (setl_id: string, yuan: number, flag = '0') =>
  [setl_id, 'V', 'P', yuan.toFixed(2), '0.00', '0.00', flag].join('\t');

const outputOf = (answer: Answer): never => {
  must(answer !== 'lost' && answer.infcode === 0, `an answer of success: ${JSON.stringify(answer)}`);
  return answer.output as never;
};

const upload = async (his: His, lines: readonly string[]): Promise<string> => {
  const zipped = Buffer.from(zipSync({ 'detail.txt': strToU8(lines.join('\n')) })).toString('base64');
  const fsUploadIn = { in: zipped, filename: 'detail.zip', fixmedins_code: HOSPITAL };
  const { file_qury_no } = outputOf(await his.send('9101', { fsUploadIn })) as { file_qury_no: string };
  return file_qury_no;
};

const GROUP = { clr_type: '11', setl_optins: '610100', stmt_begndate: '2026-09-01', stmt_enddate: '2026-09-01' };

/** The HIS uploads a file and reconciles by it. */
const reconcile = async (his: His, lines: readonly string[], group: object = {}): Promise<void> => {
  const file_qury_no = await upload(his, lines);
  outputOf(await his.send('3202', { data: { ...GROUP, file_qury_no, ...group } }));
};

/** The number that the platform has for the settlement whose answer was lost. */
const lostOne = async (his: His): Promise<string> => {
  const { cases } = await his.verdict();
  return cases.flatMap(({ msgids, setl_ids }) => (msgids.includes(M) ? setl_ids : [])).join();
};

/** Two settlements, the answer to the second lost. */
const twoSettled = async () => {
  const his = await openHis();
  const answered = setlOf(await his.settle(await his.visit(55), { yuan: 55 }));
  await his.settle(await his.visit(), { msgid: M, fault: LOST });
  return { his, answered, lost: await lostOne(his) };
};

describe("the HIS's book by its 3202", () => {
  it('has an orphan of the platform where the file lacks the settlement whose answer was lost', async () => {
    const { his, answered, lost } = await twoSettled();
    await reconcile(his, [line(answered, 55)]);
    await his.later(31);
    const { book, cases, convicted, sums } = await his.verdict();
    expect({ book, convicted }).toEqual({ book: 'statement', convicted: true });
    expect(cases).toMatchObject([
      { verdict: 'orphan-on-platform', setl_ids: [lost], platform: 10_000, his: 0, byBook: true },
      { verdict: 'consistent', setl_ids: [answered], platform: 5500, his: 5500, byBook: true },
    ]);
    expect(sums).toEqual({ platform: 15_500, his: 5500, explained: 10_000, open: 0, unexplained: 0 });
  });

  it('is consistent where the file has both, though by its messages the HIS could not know', async () => {
    const { his, answered, lost } = await twoSettled();
    await his.later(31);
    expect((await his.verdict()).counts).toMatchObject({ 'orphan-on-platform': 1 });
    await reconcile(his, [line(answered, 55), line(lost, 100)]);
    const { book, convicted, counts } = await his.verdict();
    expect({ book, convicted, consistent: counts.consistent }).toEqual({
      book: 'statement',
      convicted: false,
      consistent: 2,
    });
  });

  it('has an orphan of its own where the platform does not know a row', async () => {
    const { his, answered, lost } = await twoSettled();
    await reconcile(his, [line(answered, 55), line(lost, 100), line('HIS-ONLY', 7)]);
    const { cases, sums } = await his.verdict();
    expect(cases[0]).toMatchObject({ verdict: 'orphan-in-his', setl_ids: ['HIS-ONLY'], his: 700, convicts: true });
    expect(sums).toMatchObject({ his: 16_200, unexplained: 0 });
  });

  it.each([
    ['days', { stmt_begndate: '2026-08-01', stmt_enddate: '2026-08-31' }],
    ['clearing place', { setl_optins: '320100' }],
    ['clearing category', { clr_type: '21' }],
  ])('says nothing outside its %s, whether the file has a row or not', async (_of, group) => {
    const { his, answered } = await twoSettled();
    const before = await his.verdict();
    await reconcile(his, [line(answered, 1)], group);
    const { cases, sums } = await his.verdict();
    expect({ cases, sums }).toEqual({ cases: before.cases, sums: before.sums });
  });

  it.each([
    ['both flagged', '1', '1', -55],
    ['the refund alone flagged, its amount without a sign', '0', '1', 55],
    ['neither flagged', '0', '0', -55],
  ])('has a refund beside what it refunds: %s', async (_how, ofCharge, ofRefund, yuan) => {
    const his = await openHis();
    const visit = await his.visit(55);
    const charge = setlOf(await his.settle(visit, { yuan: 55 }));
    const refund = setlOf(await his.refund(visit, charge));
    await reconcile(his, [line(charge, 55, ofCharge), line(refund, yuan, ofRefund)]);
    const { cases } = await his.verdict();
    expect(cases).toMatchObject([{ verdict: 'consistent', platform: 0, his: 0, byBook: true }]);
  });

  it('has money that the platform gave back where it lacks the refund', async () => {
    const his = await openHis();
    const visit = await his.visit(55);
    const charge = setlOf(await his.settle(visit, { yuan: 55 }));
    setlOf(await his.refund(visit, charge));
    await reconcile(his, [line(charge, 55)]);
    expect((await his.verdict()).cases).toMatchObject([{ verdict: 'orphan-in-his', platform: 0, his: 5500 }]);
    // A statement without refunds does not speak of it.
    await reconcile(his, [line(charge, 55)], { refd_setl_flag: '0' });
    expect((await his.verdict()).cases).toMatchObject([{ verdict: 'consistent', byBook: false }]);
  });

  it('has what was reversed before the file was made, and knows nothing of what happened after it', async () => {
    const { his, answered, lost } = await twoSettled();
    const file = [line(answered, 55), line(lost, 100)];
    await reconcile(his, file);
    await his.reverse(M);
    setlOf(await his.settle(await his.visit(36), { yuan: 36 }));
    const { cases, sums } = await his.verdict();
    expect(cases.map(({ verdict, byBook, his }) => [verdict, byBook, his])).toEqual([
      ['consistent', true, 5500], ['consistent', false, 0], ['consistent', false, 3600],
    ]); // prettier-ignore
    expect(sums).toMatchObject({ platform: 9100, his: 9100, unexplained: 0 });
    await reconcile(his, file);
    expect((await his.verdict()).counts).toMatchObject({ 'orphan-in-his': 1, 'orphan-on-platform': 1 });
  });

  it('is as old as its upload: a settlement between 9101 and 3202 is not in it', async () => {
    const { his, answered, lost } = await twoSettled();
    const file_qury_no = await upload(his, [line(answered, 55), line(lost, 100)]);
    setlOf(await his.settle(await his.visit(36), { yuan: 36 }));
    outputOf(await his.send('3202', { data: { ...GROUP, file_qury_no } }));
    expect(await his.verdict()).toMatchObject({ convicted: false, counts: { consistent: 3 } });
  });

  it('is weaker than a book that was given, and silent when its file is gone', async () => {
    const { his, answered, lost } = await twoSettled();
    await reconcile(his, [line(answered, 54), line(lost, 100)]);
    expect((await his.verdict()).counts).toMatchObject({ 'orphan-on-platform': 1 });
    const given = [`${answered},55`, `${lost},100`].map((row) => `${HOSPITAL},${row},paid\n`).join('');
    await his.control('POST', '/verdict/his-book', `fixmedins_code,setl_id,medfee_sumamt,state\n${given}`);
    expect(await his.verdict()).toMatchObject({ book: 'csv', convicted: false });
    await his.control('DELETE', '/verdict/his-book');
    await his.later(8 * 24 * 60);
    expect((await his.verdict()).book).toBe('inferred');
  });
});

it('has no row of its own in a settlement whose messages retention took', async () => {
  const world = await openTestWorld();
  const window = await openWindow(world, { persona: 'xian-worker-hypertension-diabetes', dise_codg: 'M03900' });
  await window.upload('B1', 55);
  const { setl_id } = (await window.settle('B1', 55, M)).output.setlinfo;
  const content = Buffer.from(line(setl_id, 55)).toString('base64');
  const fsUploadIn = { in: content, filename: 'detail.txt', fixmedins_code: HOSPITAL };
  const { file_qury_no } = (await world.call<{ file_qury_no: string }>('9101', { fsUploadIn })).output;
  await world.call('3202', { data: { ...GROUP, file_qury_no } });
  const { store, clock } = world.world;
  const verdict = () =>
    verdictOf({
      reader: store.reader,
      now: clock.now(),
      fileText,
      tableOf: () => undefined,
      bodiesOf: () => undefined,
      breathe: () => Promise.resolve(),
    });
  expect((await verdict()).cases).toMatchObject([{ setl_ids: [setl_id], verdict: 'consistent', byBook: true }]);
  const gone = store.reader.journal(1000).filter(({ infno }) => infno === '2207');
  await world.add({ kind: 'journal.drop', seqs: gone.map(({ seq }) => seq) });
  expect(await verdict()).toMatchObject({ book: 'statement', cases: [], sums: { platform: 0, his: 0 } });
});
