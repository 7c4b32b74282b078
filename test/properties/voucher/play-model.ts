import { expect } from 'vitest';
import { must } from '../../../src/kernel/assert.ts';
import { makeBatch, type Wanted } from '../../../src/platform/features/voucher/make/make-batch.ts';
import type { MadeBatch } from '../../../src/platform/features/voucher/make/pack-draft.ts';
import { redDue } from '../../../src/platform/features/voucher/red-due.ts';
import { markVoucher } from '../../../src/platform/workspace/vouchers/mark-voucher.ts';
import type { VoucherDesk } from '../../support/voucher-desk.ts';
import { expected, START, type Model, type Step } from './model.ts';

/** A settlement that is played with, beside its model. */
export type Play = {
  readonly desk: VoucherDesk;
  readonly setl_id: string;
  readonly refund: () => Promise<{ readonly infcode: number }>;
  /** The first batch of the voucher and of the red voucher: what 5501 is asked about. */
  readonly voucher: MadeBatch;
  readonly red: { made?: MadeBatch };
  model: Model;
};

export const begin = async (desk: VoucherDesk): Promise<Play> => {
  const { setl_id, window } = await desk.settled();
  const voucher = desk.make(setl_id);
  return { desk, setl_id, refund: () => window.refund(setl_id), voucher, red: {}, model: START };
};

const WANTED: Readonly<Partial<Record<Step, Partial<Wanted>>>> = {
  upload: {},
  'upload-bad': { broken: 'parts' },
  again: { again: true },
  'again-bad': { again: true, broken: 'parts' },
  red: { kind: 'red' },
  'red-bad': { kind: 'red', broken: 'parts' },
  'red-again': { kind: 'red', again: true },
};

/** Does a step; answers what came of it. */
const done = async (play: Play, step: Step): Promise<'ok' | 'refused' | 'impossible'> => {
  const { desk, setl_id } = play;
  const wanted = WANTED[step];
  if (wanted) return uploaded(play, wanted);
  if (step === 'wait') {
    await desk.wait();
    return 'ok';
  }
  if (step === 'refund') return (await play.refund()).infcode === 0 ? 'ok' : 'refused';
  const { world } = desk.world;
  const voucher = world.store.reader.vouchersOfSettlement(setl_id).find(({ red }) => !red);
  if (!voucher || play.model.state === 'none') return 'impossible';
  const marked = await markVoucher(world, voucher, step as 'applying' | 'reimbursed' | 'none' | 'reversed');
  return marked.ok ? 'ok' : 'refused';
};

const uploaded = async ({ desk, setl_id, red }: Play, wanted: Partial<Wanted>) => {
  const { world } = desk.world;
  const plain = { settlements: [setl_id], kind: 'settled', mode: '1', again: false } as const;
  const made = makeBatch(world.store.reader, { ...plain, ...wanted }, world.clock.now());
  if (!made.ok) return 'impossible';
  if (wanted.kind === 'red') red.made ??= made.value;
  const answer = await desk.send(made.value);
  return answer.infcode === 0 ? 'ok' : 'refused';
};

/** Plays a step and compares: what came of it, what 5501 answers, what is to be done. */
export const play = async (one: Play, step: Step): Promise<string> => {
  const { outcome, model } = expected(one.model, step);
  const what = `${step} in ${JSON.stringify(one.model)}`;
  expect(await done(one, step), what).toBe(outcome);
  one.model = model;
  await compare(one, what);
  return `${step} ${outcome}`;
};

const compare = async ({ desk, voucher, red, model, setl_id }: Play, what: string): Promise<void> => {
  expect(await statusOf(desk, voucher), what).toBe(statusIn(model.state, model.rhred, model.reim));
  if (red.made) expect(await statusOf(desk, red.made), what).toBe(statusIn(model.redState, '0', '0'));
  const due = redDue(desk.world.world.store.reader).some((one) => one.setl_id === setl_id);
  expect(due, what).toBe(model.state === 'normal' && model.rhred === '0' && model.refunded);
};

const statusIn = (state: Model['state'], rhred: string, reim: string): string =>
  ({ none: '未查询到', received: '正在校验', failed: '校验失败', normal: `${rhred} ${reim}` })[state];

const statusOf = async (desk: VoucherDesk, made: MadeBatch): Promise<string> => {
  const { output, err_msg } = await desk.status(made);
  if (err_msg === null) return `${output.rhredFlag ?? ''} ${output.reimFlag ?? ''}`;
  const known = ['未查询到', '正在校验', '校验失败'].find((text) => err_msg.includes(text));
  must(known, `5501 answers in a known way: ${err_msg}`);
  return known;
};
