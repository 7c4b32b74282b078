import { ask, type Answer, type Doubt } from './ask.ts';
import { BATCH, settlementDoubt, type Visit } from './inputs.ts';
import { newMessage, type Message } from './message.ts';
import { persist } from './persist.ts';
import { textAt, yuanOf } from './values.ts';
import type { Entry, State } from './book.ts';
import type { Window } from './window.ts';

/** Tries at the same message before the window asks and reverses. */
const RESENDS = 5;

/**
 * 2207 so that nobody is charged twice and nothing is left open. Written down as unknown before it is sent; then the
 * same message (same msgid, same bytes) until there is an answer; a query where it can answer; 冲正 only of what
 * is still unknown. Returns what the book says in the end.
 */
export const settleSurely = async (window: Window, visit: Visit, settle: Message): Promise<State> => {
  const write = bookOf(window, visit, settle);
  const doubt = settlementDoubt(visit, '2207');
  write('unknown');
  const first = await ask(window, settle, doubt);
  if (first.kind === 'done') return write('paid', first.output);
  // No copy of the message can have got through before: this no is final.
  if (first.kind === 'refused' && first.meaning === 'no') return write('not-charged');
  window.say(`2207 ${inWords(first)}，原报文重发`);

  await window.sleep(5);
  const again = await persist(window, settle, doubt, RESENDS);
  if (again.kind === 'done') return write('paid', again.output);
  const found = await queried(window, visit, again);
  return found === undefined ? reversed(window, visit, settle, write) : write('paid', found);
};

/** Writes down what is known now. */
export type Write = (state: State, output?: unknown) => State;

export const bookOf = (window: Window, visit: Visit, { msgid }: Message): Write => {
  const { fixmedins_code } = window;
  const entry = { fixmedins_code, msgid, mdtrt_id: visit.mdtrt_id, chrg_bchno: BATCH };
  return (state, output) => {
    const setl_id = textAt(output, 'setlinfo.setl_id');
    const row: Entry = { ...entry, setl_id, medfee_sumamt: yuanOf(visit.total), state };
    window.book.put(row);
    return state;
  };
};

/**
 * 5203 tells of a settlement by its number, and only of persons of the hospital's own province: who has no answer has
 * no number, so it helps where an answer came and could not be believed.
 */
const queried = async (window: Window, visit: Visit, answer: Answer): Promise<unknown> => {
  const setl_id = answer.kind === 'unknown' ? (answer.setl_id ?? '') : '';
  if (setl_id === '') return undefined;
  const { psn_no, mdtrt_id, patient } = visit;
  const query = newMessage(window, '5203', patient.insuplc_admdvs, { data: { psn_no, setl_id, mdtrt_id } });
  const isIt: Doubt = (output) => (textAt(output, 'setlinfo.setl_id') === setl_id ? undefined : '不是这笔结算');
  const told = await persist(window, query, isIt, 3);
  return told.kind === 'done' ? told.output : undefined;
};

/**
 * 冲正, itself always under the same msgid. Once it is on its way the settlement is no longer taken for paid, unless the
 * platform refuses the reversal: then the old message, sent once more, tells how things stand.
 */
const reversed = async (window: Window, visit: Visit, settle: Message, write: Write): Promise<State> => {
  const { psn_no, patient } = visit;
  const input = { data: { psn_no, omsgid: settle.msgid, oinfno: '2207' } };
  const answer = await persist(window, newMessage(window, '2601', patient.insuplc_admdvs, input));
  window.say(`冲正 ${inWords(answer)}`);
  if (answer.kind === 'done') return write('reversed');
  if (answer.kind === 'unknown') return write('unknown');
  await window.sleep(5);
  const last = await persist(window, settle, settlementDoubt(visit, '2207'));
  if (last.kind === 'done') return write('paid', last.output);
  return last.kind === 'refused' && last.meaning === 'no' ? write('not-charged') : write('unknown');
};

export const inWords = (answer: Answer): string =>
  answer.kind === 'done' ? '成功' : answer.kind === 'refused' ? `被拒绝：${answer.text}` : `结果未知（${answer.why}）`;
