import { ask } from './ask.ts';
import { settlementDoubt, type Visit } from './inputs.ts';
import { newMessage, type Message } from './message.ts';
import { persist } from './persist.ts';
import { bookOf } from './settle-surely.ts';
import type { State } from './book.ts';
import type { Bug, Window } from './window.ts';

/** Makes a new visit with the same bill and settles it. */
export type ChargeAnew = () => Promise<State>;

type Mistake = (window: Window, visit: Visit, settle: Message, chargeAnew: ChargeAnew) => Promise<State>;

/** Three windows that do well while every answer comes, and lose money when one does not. Not to be copied. */
export const settleWrongly: Readonly<Record<Bug, Mistake>> = {
  /** Takes a lost answer for a failure and charges the patient once more. */
  'charge-again': async (window, visit, settle, chargeAnew) => {
    const write = bookOf(window, visit, settle);
    const answer = await ask(window, settle, settlementDoubt(visit, '2207'));
    if (answer.kind === 'done') return write('paid', answer.output);
    write('not-charged');
    if (answer.kind === 'refused') return 'not-charged';
    window.say('2207 超时，重新收费');
    await window.sleep(5);
    return chargeAnew();
  },

  /** Takes a lost answer for a failure, lets the patient pay all of it and forgets it. */
  'never-asks': async (window, visit, settle) => {
    const write = bookOf(window, visit, settle);
    const answer = await ask(window, settle, settlementDoubt(visit, '2207'));
    return answer.kind === 'done' ? write('paid', answer.output) : write('not-charged');
  },

  /** Gets the answer by the same message, as it should; yet the reversal that it planned at the time-out still goes. */
  'reverses-known': async (window, visit, settle) => {
    const write = bookOf(window, visit, settle);
    const doubt = settlementDoubt(visit, '2207');
    const first = await ask(window, settle, doubt);
    if (first.kind === 'done') return write('paid', first.output);
    await window.sleep(5);
    const again = await persist(window, settle, doubt);
    if (again.kind !== 'done') return write('not-charged');
    window.say('2207 已得到应答；超时任务仍发冲正');
    await window.sleep(5);
    const { psn_no, patient } = visit;
    const input = { data: { psn_no, omsgid: settle.msgid, oinfno: '2207' } };
    const reversal = await persist(window, newMessage(window, '2601', patient.insuplc_admdvs, input));
    return write(reversal.kind === 'done' ? 'reversed' : 'paid', again.output);
  },
};
