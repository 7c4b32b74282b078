import { must } from '../../src/kernel/assert.ts';
import { dateTimeOf } from '../../src/kernel/civil-time.ts';
import { BREAKS } from '../../src/platform/features/voucher/make/breaks.ts';
import { makeBatch, type Wanted } from '../../src/platform/features/voucher/make/make-batch.ts';
import type { MadeBatch } from '../../src/platform/features/voucher/make/pack-draft.ts';
import { dueContext } from '../../src/platform/time/due-work.ts';
import { dueHandlers } from '../../src/platform/time/due-handlers.ts';
import type { Output as Result } from '../../src/platform/transactions/hospital/4902-upload-result/wire.gen.ts';
import type { Output as Status } from '../../src/platform/transactions/hospital/5501-voucher-status/wire.gen.ts';
import { openWindow, type Window } from './window.ts';
import { openTestWorld, type Answer, type TestWorld, type TestWorldOptions } from './world.ts';

/** A hospital's accounting office: it settles, makes specimens, uploads them, and waits for the check. */
export type VoucherDesk = {
  readonly world: TestWorld;
  /** A settlement of 600 元 of a person from another province, or of that persona at home. */
  readonly settled: (persona?: string) => Promise<{ setl_id: string; window: Window }>;
  readonly make: (setl_id: string | readonly string[], wanted?: Partial<Omit<Wanted, 'settlements'>>) => MadeBatch;
  /** Sends a batch as it was made, or with another input. */
  readonly send: (made: MadeBatch, input?: unknown) => Promise<Answer>;
  /** 4902 of a batch. */
  readonly result: (made: Pick<MadeBatch, 'upldBchno' | 'bizStsb'>) => Promise<Answer<Result>>;
  /** 5501 of the first voucher of a batch. */
  readonly status: (made: MadeBatch) => Promise<Answer<Status>>;
  /** Everything that is due within a minute is done. */
  readonly wait: () => Promise<void>;
  /** Sends, waits, and gives the reasons of the first voucher; empty: it was taken. */
  readonly upload: (made: MadeBatch) => Promise<string>;
};

const HOSPITAL = 'H44030099001';
const AT_HOME = 'H61010099001';

export const openVoucherDesk = async (options: TestWorldOptions = {}): Promise<VoucherDesk> => {
  const world = await openTestWorld(options);
  const { reader } = world.world.store;
  const institutionOf = new Map<MadeBatch['upldBchno'], string>();
  const sender = ({ upldBchno }: Pick<MadeBatch, 'upldBchno'>) => institutionOf.get(upldBchno) ?? HOSPITAL;
  const asked = (made: Pick<MadeBatch, 'upldBchno'>) => ({ fixmedinsCode: sender(made), fixmedinsName: '样张医院' });
  const envelope = (made: Pick<MadeBatch, 'upldBchno'>) => ({ fixmedins_code: sender(made), insuplc_admdvs: '' });
  let batch = 0;

  const wait = () => passAMinute(world);
  const send: VoucherDesk['send'] = (made, input = JSON.parse(made.input)) =>
    world.call(made.infno, input, envelope(made));
  const result: VoucherDesk['result'] = (made) =>
    world.call<Result>('4902', { ...asked(made), bizStsb: made.bizStsb, upldBchno: made.upldBchno }, envelope(made));

  return {
    world,
    settled: async (persona = 'xian-worker-hypertension-diabetes') => {
      const local = persona !== 'xian-worker-hypertension-diabetes';
      const institution = local ? AT_HOME : HOSPITAL;
      const window = await openWindow(world, { persona, dise_codg: 'M03900', institution });
      const chrg_bchno = `B${(batch += 1)}`;
      await window.upload(chrg_bchno, 600);
      const answer = await window.settle(chrg_bchno, 600);
      must(answer.infcode === 0, `2207 settles: ${answer.err_msg}`);
      return { setl_id: answer.output.setlinfo.setl_id, window };
    },
    make: (settlements, wanted = {}) => {
      const plain = { kind: 'settled', mode: '1', again: false } as const;
      const of = typeof settlements === 'string' ? [settlements] : settlements;
      const made = makeBatch(reader, { ...plain, ...wanted, settlements: of }, world.world.clock.now());
      must(made.ok, `a batch is made: ${made.ok ? '' : made.error}`);
      institutionOf.set(made.value.upldBchno, reader.settlement('treatment', of[0] ?? '')?.fixmedins_code ?? '');
      return made.value;
    },
    send,
    result,
    wait,
    status: (made) => {
      const [code, no] = made.vouchers[0]?.name.split('-') ?? [];
      const input = { ...asked(made), elecSetlCertCode: code, elecSetlCertNo: no, elecSetlCertType: '1' };
      return world.call<Status>('5501', input, envelope(made));
    },
    upload: async (made) => {
      const sent = await send(made);
      must(sent.infcode === 0, `${made.infno} takes the batch: ${sent.err_msg}`);
      await wait();
      const { output } = await result(made);
      const [row] = output;
      must(row, 'the batch has a voucher');
      return row.savFaleRea ?? (row.ftfileSavRslt === '1' && row.chkRslt === '1' ? '' : '没有结果');
    },
  };
};

/** A minute later, everything that was due done. */
export const passAMinute = async (world: TestWorld): Promise<void> => {
  const now = world.world.clock.now() + 60_000;
  world.setClock(dateTimeOf(now));
  await doDue(world, now);
};

/** Due work as the clock does it: in order, each in its own savepoint. */
const doDue = ({ world }: TestWorld, until: number): Promise<void> =>
  world.queue.submit((writer) => {
    for (let due = writer.reader.nextDue(until); due; due = writer.reader.nextDue(until)) {
      const handler = dueHandlers[due.kind];
      must(handler, `somebody does ${due.kind}`);
      const writes = handler(writer.reader, due, dueContext(due.at, world.library, world.settings()));
      writer.apply([{ kind: 'due.done', due }, ...writes]);
    }
  });

/** An error case by name. */
export const breakNamed = (name: string) => {
  const found = BREAKS.find((one) => one.name === name);
  must(found, `there is a case ${name}`);
  return found;
};
