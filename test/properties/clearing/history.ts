import fc from 'fast-check';
import { must } from '../../../src/kernel/assert.ts';
import { addDays, dateOf, type CivilDate } from '../../../src/kernel/civil-time.ts';
import { windowsOf } from '../../../src/platform/domain/clearing/clearing-period.ts';
import { clearingRows, type ClearingRow } from '../../../src/platform/domain/clearing/clearing-rows.ts';
import type { Settlement } from '../../../src/platform/domain/settlement.ts';
import { DEFAULT_SETTINGS } from '../../../src/platform/domain/settings.ts';
import { clearingRules } from '../../../src/rules/clearing/calendar.ts';
import { lineOf } from '../../../src/rules/clearing/line.ts';
import { openPeriod } from '../../../src/rules/clearing/standing.ts';
import { addPeriods, dayOfPeriod, periodOf, type Period } from '../../../src/rules/clearing/period.ts';
import { clearingTable, type ClearingTable } from '../../../src/rules/clearing/table.ts';
import { confirmation, type Detail } from '../../support/clearing.ts';
import { moveOn } from '../../support/timeline.ts';
import { openWindow, type Window } from '../../support/window.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../support/world.ts';

/** What a hospital, its visitors and time do. Numbers pick among what is there. */
export type Deed =
  | { readonly deed: 'settle'; readonly visitor: number; readonly yuan: number }
  | { readonly deed: 'refund' | 'reverse'; readonly which: number }
  /** late: on whatever day, of whatever row; else of rows that are open, and on the next days of confirmation. */
  | {
      readonly deed: 'confirm';
      readonly late: boolean;
      readonly which: readonly number[];
      readonly held: readonly number[];
    }
  | { readonly deed: 'withdraw'; readonly which: number }
  | { readonly deed: 'wait'; readonly days: number }
  /** On to the first days of the next month. */
  | { readonly deed: 'new month'; readonly day: number };

/** Few at a time, so that a settlement and its refund are often confirmed by two messages. */
const some = fc.array(fc.nat(30), { minLength: 1, maxLength: 3 });

const fewer = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some });
const oneInEight = fc.integer({ min: 0, max: 7 }).map((draw) => draw === 0);

const one = <D extends string>(deed: D) => fc.constant(deed);
const arbitraries = {
  settle: fc.record({ deed: one('settle'), visitor: fc.nat(2), yuan: fc.integer({ min: 1, max: 4_000 }) }),
  refund: fc.record({ deed: one('refund'), which: fc.nat(6) }),
  reverse: fc.record({ deed: one('reverse'), which: fc.nat(6) }),
  confirm: fc.record({ deed: one('confirm'), late: oneInEight, which: some, held: fewer }),
  withdraw: fc.record({ deed: one('withdraw'), which: fc.nat(3) }),
  wait: fc.record({ deed: one('wait'), days: fc.integer({ min: 1, max: 12 }) }),
  newMonth: fc.record({ deed: one('new month'), day: fc.integer({ min: 1, max: 9 }) }),
};

export const deeds = fc.array<Deed>(
  fc.oneof(
    { weight: 8, arbitrary: arbitraries.settle },
    { weight: 4, arbitrary: arbitraries.refund },
    { weight: 2, arbitrary: arbitraries.reverse },
    { weight: 8, arbitrary: arbitraries.confirm },
    { weight: 3, arbitrary: arbitraries.withdraw },
    { weight: 2, arbitrary: arbitraries.wait },
    { weight: 1, arbitrary: arbitraries.newMonth },
  ),
  { minLength: 10, maxLength: 40, size: 'max' },
);

const VISITORS = ['xian-worker-hypertension-diabetes', 'xian-resident-hypertension', 'hefei-worker-hypertension'];
const START: CivilDate = '2026-09-20';

type Made = {
  readonly setl_id: string;
  readonly msgid: string;
  readonly infno: '2207' | '2208';
  readonly window: Window;
};

/** A history under way. */
export type History = {
  readonly world: TestWorld;
  readonly windows: readonly Window[];
  /** What was made, oldest first, with the message that made it. */
  readonly made: Made[];
  readonly references: string[];
  day: CivilDate;
  count: number;
};

export const begin = async (): Promise<History> => {
  const world = await openTestWorld({ now: `${START} 09:00:00` });
  const opened = VISITORS.map((persona) => openWindow(world, { persona, dise_codg: 'M03900' }));
  return { world, windows: await Promise.all(opened), made: [], references: [], day: START, count: 0 };
};

const SETTINGS = windowsOf(DEFAULT_SETTINGS);
const RULES = clearingRules();

/** The months in which rows can stand: from the first one to the current one. */
export const monthsOf = ({ day }: History): Period[] => {
  const months: Period[] = [];
  for (let period = periodOf(START); period <= periodOf(day); period = addPeriods(period, 1)) months.push(period);
  return months;
};

/** Where every row of the hospital stands. */
export const rowsOf = ({ world }: History): ClearingRow[] =>
  clearingRows(
    world.world.store.reader,
    HOSPITAL,
    { from: '202601', to: '203001' },
    dateOf(world.world.clock.now()),
    SETTINGS,
  );

/** What 3260 would list, month by month. */
export const listedIn = (history: History, period: Period): ClearingRow[] =>
  clearingRows(history.world.world.store.reader, HOSPITAL, { from: period, to: period }, history.day, SETTINGS);

/** The national tables of all months, from what the hospital has confirmed. */
export const tablesOf = (history: History): ClearingTable[] => {
  const confirmed = rowsOf(history).filter(({ standing }) => standing.state === 'confirmed');
  return monthsOf(history).map((period) => {
    const rows = confirmed.filter(({ standing }) => standing.period === period);
    return clearingTable(period, rows.flatMap(({ settlement }) => lineOf(settlement) ?? []), RULES);
  }).filter(({ total }) => total.lines > 0);
}; // prettier-ignore

/** All settlements and refunds that stand. */
export const standing = ({ world, made }: History): Settlement[] =>
  made.flatMap(({ setl_id }) => {
    const row = world.world.store.reader.settlement('treatment', setl_id);
    return row && row.state !== 'reversed' ? [row] : [];
  });

const detailOf = ({ settlement: row }: ClearingRow): Detail => ({
  seqno: 1, mdtrtarea: '440300', medins_no: HOSPITAL, certno: row.visitor.certno, mdtrt_id: row.mdtrt_id,
  mdtrt_setl_time: row.setl_time, setl_sn: row.setl_id, fulamt_advpay_flag: '0',
  medfee_sumamt: row.shares.medfee_sumamt / 100, optins_pay_sumamt: row.shares.fund_pay_sumamt / 100,
}); // prettier-ignore

const picked = <T>(list: readonly T[], which: readonly number[]): T[] =>
  list.length === 0 ? [] : [...new Set(which.map((at) => list[at % list.length] as T))];

const settle = async (history: History, { visitor, yuan }: Extract<Deed, { deed: 'settle' }>): Promise<string> => {
  const window = history.windows[visitor % history.windows.length];
  must(window, 'somebody visits');
  const batch = `B${history.count}`;
  const msgid = `MSG-${batch}`;
  await window.upload(batch, yuan);
  const answer = await window.settle(batch, yuan, msgid);
  if (answer.infcode !== 0) return 'refused';
  history.made.push({ setl_id: answer.output.setlinfo.setl_id, msgid, infno: '2207', window });
  return 'done';
};

const refundOrReverse = async (history: History, deed: 'refund' | 'reverse', which: number): Promise<string> => {
  const row = history.made.at(-1 - (which % Math.max(1, history.made.length)));
  if (!row) return 'idle';
  const msgid = `MSG-R${history.count}`;
  if (deed === 'reverse') {
    const { infcode } = await row.window.reverse(row.msgid, row.infno, msgid);
    return infcode === 0 ? 'done' : 'refused';
  }
  const answer = await row.window.refund(row.setl_id, msgid);
  if (answer.infcode !== 0) return 'refused';
  history.made.push({ setl_id: answer.output.setlinfo.setl_id, msgid, infno: '2208', window: row.window });
  return 'done';
};

const confirm = async (history: History, deed: Extract<Deed, { deed: 'confirm' }>): Promise<string> => {
  const { which, held, late } = deed;
  if (!late && openPeriod(history.day, SETTINGS) === undefined) {
    await setDay(history, dayOfPeriod(addPeriods(periodOf(history.day), 1), 2));
  }
  const period = openPeriod(history.day, SETTINGS) ?? addPeriods(periodOf(history.day), -1);
  const listed = listedIn(history, period).filter(({ standing }) => late || standing.state === 'open');
  const rows = picked(listed, which).map(detailOf);
  if (rows.length === 0) return 'idle';
  const input = confirmation(period, rows, picked(rows, held).map((row) => row.setl_sn));
  const answer = await history.world.call('3261', input);
  if (answer.infcode !== 0) return 'refused';
  history.references.push((JSON.parse(answer.bytes) as { inf_refmsgid: string }).inf_refmsgid);
  return 'done';
}; // prettier-ignore

export const withdraw = async (history: History, otransid: string): Promise<string> => {
  const period = addPeriods(periodOf(history.day), -1);
  const data = { trt_year: period.slice(0, 4), trt_month: period.slice(4), otransid };
  const { infcode, err_msg } = await history.world.call('3262', { data });
  if (err_msg?.includes('请先回退') === true) return 'refused for a refund';
  return infcode === 0 ? 'done' : 'refused';
};

/** Which message is taken back: all, that of a settlement whose refund is confirmed as well, or one of the last. */
const named = (history: History, which: number): string => {
  const rows = new Map(rowsOf(history).map((row) => [row.settlement.setl_id, row]));
  const refunded = [...rows.values()].flatMap(({ settlement, standing: { state } }) =>
    state === 'confirmed' && settlement.refundOf !== undefined ? (rows.get(settlement.refundOf) ?? []) : [],
  );
  const aimed = refunded.at(-1)?.confirmations.find((row) => row.confirmed)?.reference;
  return which === 0 ? '0' : ((which === 1 ? aimed : undefined) ?? history.references.at(-which) ?? '0');
};

/** Does a deed; says what came of it. */
export const play = async (history: History, deed: Deed): Promise<string> => {
  history.count += 1;
  switch (deed.deed) {
    case 'settle':
      return settle(history, deed);
    case 'refund':
    case 'reverse':
      return refundOrReverse(history, deed.deed, deed.which);
    case 'confirm':
      return confirm(history, deed);
    case 'withdraw':
      return withdraw(history, named(history, deed.which));
    case 'wait':
      return setDay(history, addDays(history.day, deed.days));
    case 'new month':
      return setDay(history, dayOfPeriod(addPeriods(periodOf(history.day), 1), deed.day));
  }
};

/** Time goes on as the clock of a workspace moves it: what falls due is done. */
const setDay = async (history: History, day: CivilDate): Promise<string> => {
  history.day = day;
  await moveOn(history.world, `${day} 09:00:00`);
  return 'done';
};
