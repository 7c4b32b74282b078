import type { Output } from '../../src/platform/transactions/hospital/3260-clearing-details/wire.gen.ts';
import { openWindow, type Window } from './window.ts';
import { HOSPITAL, type Answer, type Parsed, type TestWorld } from './world.ts';

/** A row of 3260. */
export type Detail = Parsed<Output>['data'][number];

/** The cashier's and the clearing clerk's desk of one hospital; tests name only what matters to them. */
export type ClearingDesk = {
  readonly window: Window;
  /** Settles a batch of that many 元 on the clock's day; gives its number. */
  readonly settle: (batch: string, yuan: number, msgid?: string) => Promise<string>;
  /** 3260 of a month, `202609`. */
  readonly details: (period: string, startrow?: number) => Promise<Detail[]>;
  /** 3261 of rows; `held` are those with flag 0. */
  readonly confirm: (period: string, rows: readonly Detail[], held?: readonly string[]) => Promise<Confirmed>;
  readonly withdraw: (period: string, otransid?: string) => Promise<Answer>;
};

/** The answer to a 3261, with the number by which 3262 names it. */
export type Confirmed = { readonly answer: Answer; readonly reference: string };

const month = (period: string) => ({ trt_year: period.slice(0, 4), trt_month: period.slice(4) });

/** 3261 as a hospital writes it from what 3260 gave. */
export const confirmation = (period: string, rows: readonly Detail[], held: readonly string[] = []) => ({
  data: { ...month(period), totalrow: rows.length },
  detail: rows.map(({ certno, mdtrt_id, mdtrt_setl_time, setl_sn, medfee_sumamt, optins_pay_sumamt }) => ({
    ...{ certno, mdtrt_id, mdtrt_setl_time, setl_sn, medfee_sumamt, optins_pay_sumamt },
    cnfm_flag: held.includes(setl_sn) ? '0' : '1',
  })),
});

export const openClearingDesk = async (
  world: TestWorld,
  persona = 'xian-worker-hypertension-diabetes',
  institution = HOSPITAL,
): Promise<ClearingDesk> => {
  const window = await openWindow(world, { persona, dise_codg: 'M03900', institution });
  const send = <T>(infno: string, input: object) => world.call<T>(infno, input, { fixmedins_code: institution });
  return {
    window,
    settle: async (batch, yuan, msgid) => {
      await window.upload(batch, yuan);
      return (await window.settle(batch, yuan, msgid)).output.setlinfo.setl_id;
    },
    details: async (period, startrow = 1) =>
      (await send<Output>('3260', { data: { ...month(period), startrow } })).output.data,
    confirm: async (period, rows, held) => {
      const answer = await send('3261', confirmation(period, rows, held));
      const { inf_refmsgid } = JSON.parse(answer.bytes) as { inf_refmsgid: string };
      return { answer, reference: inf_refmsgid };
    },
    withdraw: (period, otransid = '0') => send('3262', { data: { ...month(period), otransid } }),
  };
};
