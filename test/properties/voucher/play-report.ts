import { must } from '../../../src/kernel/assert.ts';
import { OPERATIONS, type Cell, type Ticket } from '../../../src/platform/domain/voucher/onboarding/matrix.ts';
import type { MadeBatch } from '../../../src/platform/features/voucher/make/pack-draft.ts';
import { cellsOf } from '../../../src/platform/features/voucher/onboarding/cells.ts';
import type { VoucherDesk } from '../../support/voucher-desk.ts';
import { openWindow } from '../../support/window.ts';
import { afterAct, TICKETS, type Act, type ReportModel } from './report-model.ts';

const HOSPITAL = 'H44030099001';
/** Insured where the hospital is. */
const LOCAL = 'shenzhen-fund-civil-servant';

/** Three settlements, what was sent last of each, and every answer in the order of its message. */
export type Report = {
  readonly desk: VoucherDesk;
  readonly afterSeq: number;
  readonly setl_id: Readonly<Record<Ticket, string>>;
  readonly last: Map<Ticket, MadeBatch>;
  readonly answers: string[];
};

export const beginReport = async (desk: VoucherDesk): Promise<Report> => {
  const far = await desk.settled();
  const paid = await desk.settled();
  const setl_id = { 'cross-province': far.setl_id, 'self-pay': paid.setl_id, 'real-time': await settledAtHome(desk) };
  const afterSeq = await lastSeq(desk);
  return { desk, afterSeq, setl_id, last: new Map(), answers: [] };
};

const settledAtHome = async ({ world }: VoucherDesk): Promise<string> => {
  const window = await openWindow(world, { persona: LOCAL, institution: HOSPITAL });
  await window.upload('B1', 20);
  const { infcode, err_msg, output } = await window.settle('B1', 20);
  must(infcode === 0, `2207 settles: ${err_msg}`);
  return output.setlinfo.setl_id;
};

/** Rows of queries follow their answers. */
const lastSeq = async ({ world }: VoucherDesk): Promise<number> => {
  await world.world.queue.submit(() => undefined);
  return world.world.store.reader.lastJournalSeq();
};

/** Does an act; gives the model after it. A wait is for all three. */
export const playAct = async (report: Report, model: ReportModel, { act, ticket }: Act): Promise<ReportModel> => {
  if (act === 'wait') {
    await report.desk.wait();
    const waited = TICKETS.map((each) => [each, afterAct(model[each], 'wait')] as const);
    return Object.fromEntries(waited) as ReportModel;
  }
  if (!isIdle(model, act, ticket)) await send(report, act, ticket);
  return { ...model, [ticket]: afterAct(model[ticket], act) };
};

/** Nothing can be made or asked of a voucher that is not there; a second 4901 is another story. */
const isIdle = (model: ReportModel, act: Act['act'], ticket: Ticket): boolean =>
  act.startsWith('upload') === (model[ticket].state !== 'none');

const send = async ({ desk, setl_id, last, answers }: Report, act: Act['act'], ticket: Ticket): Promise<void> => {
  const before = last.get(ticket);
  if (act === 'result' || act === 'status') {
    must(before, 'it was uploaded');
    answers.push((act === 'result' ? await desk.result(before) : await desk.status(before)).bytes);
    return;
  }
  const made = desk.make(setl_id[ticket], {
    kind: ticket === 'self-pay' ? 'self-pay' : 'settled',
    again: act.startsWith('again'),
    ...(act.endsWith('bad') && { broken: 'parts' }),
  });
  const answer = await desk.send(made);
  answers.push(answer.bytes);
  if (answer.infcode === 0) last.set(ticket, made);
};

/** The lines as the report would have them now. */
export const reportedCells = async ({ desk, afterSeq, answers }: Report): Promise<readonly Cell[]> => {
  await lastSeq(desk);
  const { reader } = desk.world.world.store;
  const rows = reader
    .journal(1_000)
    .filter(({ seq, infno, hop }) => seq > afterSeq && hop === 0 && infno in OPERATIONS)
    .reverse();
  must(rows.length === answers.length, 'every message has its row');
  const institution = reader.institution(HOSPITAL);
  must(institution, `${HOSPITAL} is there`);
  const answerOf = (seq: number) => answers[rows.findIndex((row) => row.seq === seq)];
  return cellsOf({ reader, institution, rows, answerOf });
};
