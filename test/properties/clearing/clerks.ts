import fc from 'fast-check';
import { provinceOf } from '../../../src/kernel/admdvs.ts';
import { must } from '../../../src/kernel/assert.ts';
import { addDays, dateOf, type CivilDate } from '../../../src/kernel/civil-time.ts';
import type { PlaceFault } from '../../../src/kernel/fault/effect.ts';
import { kindNamed } from '../../../src/platform/faults/kinds.ts';
import { actInMonth } from '../../../src/platform/workspace/clearing/act.ts';
import type { Output as Settled } from '../../../src/platform/domain/national/1107.gen.ts';
import { deduct } from '../../../src/platform/workspace/clearing/deduct.ts';
import { dropClearingFault, setClearingFault } from '../../../src/platform/workspace/clearing/faults.ts';
import { recheckDay } from '../../../src/platform/workspace/clearing/recheck-day.ts';
import { runMonth } from '../../../src/platform/workspace/clearing/run-month.ts';
import type { BillState } from '../../../src/rules/clearing/month/month.ts';
import { addPeriods, dayOfPeriod, periodOf } from '../../../src/rules/clearing/period.ts';
import { faultOf } from '../../kernel/fault/rows.ts';
import { confirmation } from '../../support/clearing.ts';
import { nationalClaim, NATIONAL_INPUTS } from '../../support/national-claim.ts';
import { valuesOf } from '../../support/play-catalogue.ts';
import { moveOn } from '../../support/timeline.ts';
import { openWindow, type Window } from '../../support/window.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../support/world.ts';
import type { Detail } from '../../support/clearing.ts';

/** What hospitals, provinces, clerks and time do to clearing. Numbers pick among what is there, newest first. */
export type Act =
  | { readonly act: 'settle'; readonly visitor: number; readonly yuan: number; readonly forgotten: boolean }
  | { readonly act: 'province settles' }
  | { readonly act: 'refund' | 'province refunds'; readonly which: number }
  | { readonly act: 'confirm'; readonly leave: number }
  | { readonly act: 'deduct'; readonly which: number; readonly share: number }
  | { readonly act: 'spoil'; readonly kind: 'missing' | 'amount-differs' | 'extra'; readonly which: number }
  | { readonly act: 'mend' | 'recheck'; readonly which: number }
  | { readonly act: 'reject' | 'correct' | 'agree'; readonly which: number }
  | { readonly act: 'run'; readonly until: 'collected' | 'generated' | 'closed' }
  | { readonly act: 'wait'; readonly days: number };

const one = <A extends string>(act: A) => fc.constant(act);
const which = fc.nat(7);
const forgotten = fc.nat(5).map((draw) => draw === 0);

const arbitraries: readonly (readonly [weight: number, fc.Arbitrary<Act>])[] = [
  [6, fc.record({ act: one('settle'), visitor: fc.nat(1), yuan: fc.integer({ min: 1_500, max: 4_000 }), forgotten })],
  [1, fc.record({ act: one('province settles') })],
  [2, fc.record({ act: fc.constantFrom('refund', 'province refunds'), which })],
  [5, fc.record({ act: one('confirm'), leave: fc.nat(4) })],
  [8, fc.record({ act: one('deduct'), which, share: fc.integer({ min: 1, max: 4 }) })],
  [3, fc.record({ act: one('spoil'), kind: fc.constantFrom('missing', 'amount-differs', 'extra'), which })],
  [2, fc.record({ act: one('mend'), which })],
  [4, fc.record({ act: one('recheck'), which })],
  [6, fc.record({ act: one('reject'), which: fc.nat(2) })],
  [2, fc.record({ act: one('correct'), which: fc.nat(2) })],
  [2, fc.record({ act: one('agree'), which: fc.nat(2) })],
  [
    3,
    fc.record({
      act: one('run'),
      until: fc.constantFrom('collected', 'generated', 'generated', 'generated', 'closed'),
    }),
  ],
  [5, fc.record({ act: one('wait'), days: fc.integer({ min: 1, max: 20 }) })],
];

export const acts = fc.array<Act>(fc.oneof(...arbitraries.map(([weight, arbitrary]) => ({ weight, arbitrary }))), {
  minLength: 25,
  maxLength: 80,
  size: 'max',
});

export const FIRST: CivilDate = '2026-09-18';
const VISITORS = ['xian-worker-hypertension-diabetes', 'hefei-worker-hypertension'];
const PAYERS = ['610000', '340000', '320000'];

/** A history under way. */
export type Clerks = {
  readonly test: TestWorld;
  readonly windows: readonly Window[];
  /** Numbers of settlements, oldest first. */
  readonly settled: { readonly setl_id: string; readonly window?: Window }[];
  count: number;
};

export const begin = async (): Promise<Clerks> => {
  const test = await openTestWorld({ now: `${FIRST} 09:00:00` });
  const windows = await Promise.all(VISITORS.map((persona) => openWindow(test, { persona, dise_codg: 'M03900' })));
  return { test, windows, settled: [], count: 0 };
};

export const readerOf = ({ test }: Clerks) => test.world.store.reader;
const today = ({ test }: Clerks): CivilDate => dateOf(test.world.clock.now());
const newest = <T>(list: readonly T[], which: number): T | undefined =>
  list.at(-1 - (which % Math.max(1, list.length)));
const outcome = (ok: boolean): string => (ok ? 'done' : 'refused');

type Deeds = { readonly [A in Act['act']]: (clerks: Clerks, act: Extract<Act, { act: A }>) => Promise<string> };

const forget = (test: TestWorld) => {
  const params = kindNamed('split-commit')?.params.parse({ leg: 'hub-only' }) as PlaceFault;
  const fault = faultOf({ kind: 'split-commit', with: { ...params }, when: { infno: ['2207'] }, count: 1 });
  return test.add({ kind: 'fault.put', fault });
};

const valuesIn = ({ test }: Clerks, persona: string) => ({
  ...valuesOf(test, persona, HOSPITAL),
  mdtrtarea: '440300',
});

/** What the province that spoils its list means: a settlement, on its day. */
const dayOf = (clerks: Clerks, which: number) => {
  const row = newest(clerks.settled, which);
  const setl_id = row?.setl_id ?? '';
  return { setl_id, date: readerOf(clerks).settlement('national', setl_id)?.setl_time.slice(0, 10) ?? FIRST };
};

const insuplcOf = (clerks: Clerks, setl_id: string): string =>
  readerOf(clerks).settlement('national', setl_id)?.insuplc ?? '';

const lastMonth = (clerks: Clerks) => readerOf(clerks).clearingRecords('month', '', '~').at(-1)?.period ?? '202609';

/** A payer whose bills stand so in the newest month; now and then whoever. */
const payerIn = (clerks: Clerks, state: BillState, which: number): string | undefined => {
  const bills = readerOf(clerks).clearingRecord('month', lastMonth(clerks))?.bills ?? [];
  const payers = [...new Set(bills.filter((bill) => bill.state === state).map(({ payer }) => payer))];
  return which === 2 || payers.length === 0 ? PAYERS[which] : newest(payers, which);
};

const event = async (clerks: Clerks, kind: string, state: BillState, which: number) => {
  const payer = payerIn(clerks, state, which);
  const reason = kind === 'reject' ? { reason: '金额有误' } : {};
  return outcome((await actInMonth(clerks.test.world, lastMonth(clerks), { kind, payer, ...reason })).ok);
};

const DEEDS: Deeds = {
  settle: async (clerks, { visitor, yuan, forgotten: isForgotten }) => {
    const window = clerks.windows[visitor];
    must(window, 'somebody visits');
    if (isForgotten) await forget(clerks.test);
    await window.upload(`B${clerks.count}`, yuan);
    const { infcode, output } = await window.settle(`B${clerks.count}`, yuan);
    if (infcode === 0) clerks.settled.push({ setl_id: output.setlinfo.setl_id, window });
    return outcome(infcode === 0);
  },
  'province settles': async (clerks) => {
    const mdtrtsn = `440300NATIONAL${clerks.count}`;
    const values = { ...valuesIn(clerks, 'nanjing-worker-rheumatoid'), dise_codg: 'M06900', mdtrtsn };
    const { infcode, output } = await clerks.test.national<Settled>('1107', nationalClaim(values), { msgid: mdtrtsn });
    if (infcode === 0) clerks.settled.push({ setl_id: output.setlinfo.setl_sn });
    return outcome(infcode === 0);
  },
  refund: async (clerks, { which: at }) => {
    const row = newest(clerks.settled, at);
    return row?.window ? outcome((await row.window.refund(row.setl_id)).infcode === 0) : 'idle';
  },
  'province refunds': async (clerks, { which: at }) => {
    const setl_sn = newest(clerks.settled, at)?.setl_id ?? '';
    const row = readerOf(clerks).settlement('national', setl_sn);
    if (!row) return 'idle';
    const { mdtrtsn = '', insuplc, visitor } = row;
    const values = { ...valuesIn(clerks, VISITORS[0] ?? ''), insuplc, psn_no: visitor.psn_no, mdtrtsn, setl_sn };
    return outcome((await clerks.test.national('1203', NATIONAL_INPUTS['1203']?.(values as never))).infcode === 0);
  },
  confirm: async (clerks, { leave }) => {
    const month = addPeriods(periodOf(today(clerks)), -1);
    const named = { trt_year: month.slice(0, 4), trt_month: month.slice(4) };
    const listed = await clerks.test.call<{ data: readonly Detail[] }>('3260', { data: { ...named, startrow: 1 } });
    const rows =
      (listed.output as { data?: Detail[] } | null)?.data?.filter((_row, index) => index % 5 !== leave) ?? [];
    if (rows.length === 0) return 'idle';
    return outcome((await clerks.test.call('3261', confirmation(month, rows))).infcode === 0);
  },
  deduct: async (clerks, { which: at, share }) => {
    const disputed = payerIn(clerks, 'rejected', 0);
    const ofPayer = clerks.settled.filter(({ setl_id: id }) => provinceOf(insuplcOf(clerks, id)) === disputed);
    const setl_id = newest(at > 3 && ofPayer.length > 0 ? ofPayer : clerks.settled, at)?.setl_id ?? '';
    const fund = readerOf(clerks).settlement('national', setl_id)?.shares.fund_pay_sumamt ?? 0;
    const amount = Math.max(1, Math.floor(fund / share));
    const entered = await deduct(clerks.test.world, { setl_id, amount, reason: '超量开药' });
    return entered.ok && entered.value.pending === true ? 'pending' : outcome(entered.ok);
  },
  spoil: async (clerks, { kind, which: at }) => {
    const { date, setl_id } = dayOf(clerks, at);
    const meant = kind === 'extra' ? {} : { setl_id };
    return outcome((await setClearingFault(clerks.test.world, { kind, province: '440000', date, ...meant })).ok);
  },
  mend: async (clerks, { which: at }) => {
    const fault = newest(readerOf(clerks).clearingRecords('fault', '', '~'), at);
    return fault ? outcome((await dropClearingFault(clerks.test.world, fault.id)) !== undefined) : 'idle';
  },
  recheck: async (clerks, { which: at }) => {
    const differing = (await recheckDay(clerks.test.world, dayOf(clerks, at).date)).flatMap((day) => day.differing);
    return differing.some((row) => row.clearedIn !== undefined) ? 'too late' : 'done';
  },
  reject: (clerks, { which: at }) => event(clerks, 'reject', 'issued', at),
  correct: (clerks, { which: at }) => event(clerks, 'correct', 'rejected', at),
  agree: (clerks, { which: at }) => event(clerks, 'confirm', 'rejected', at),
  run: async (clerks, { until }) => {
    const months = readerOf(clerks).clearingRecords('month', '', '~');
    const open = months.find((month) => month.stage !== 'closed')?.period ?? addPeriods(lastMonth(clerks), 1);
    return outcome((await runMonth(clerks.test.world, months.length === 0 ? '202609' : open, until)).ok);
  },
  wait: async (clerks, { days }) => {
    const next = addDays(today(clerks), days);
    // Hospitals confirm on the first days of a month: those are not slept through.
    const month = periodOf(next) > periodOf(today(clerks)) ? dayOfPeriod(periodOf(next), 2) : next;
    await moveOn(clerks.test, `${month} 09:00:00`);
    return 'done';
  },
};

/** Does an act; says what came of it. */
export const play = async (clerks: Clerks, act: Act): Promise<string> => {
  clerks.count += 1;
  return (DEEDS[act.act] as (clerks: Clerks, act: Act) => Promise<string>)(clerks, act);
};
