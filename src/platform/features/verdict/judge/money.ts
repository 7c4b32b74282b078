import { asFen, sum, ZERO, type Fen } from '../../../../kernel/money.ts';
import type { Belief } from './belief.ts';
import type { Message } from './message.ts';

/** What stands in the platform's book: a reversed row is none, a refund takes away what its settlement brought. */
export const platformMoney = (messages: readonly Message[]): Fen =>
  sum(messages.flatMap(({ made }) => (made && made.state !== 'reversed' ? [made.amount] : [])));

/** What a HIS has in its book, as far as that is known; unsure: it may be more or less. */
export type HisMoney = { readonly money: Fen; readonly unsure: boolean };

/** By its answers: what it holds for done. What it does not know it has not booked. */
export const inferredMoney = (held: readonly (readonly [Message, Belief])[]): HisMoney => ({
  money: sum(held.map(([message, { is }]) => (is === 'done' ? amountOf(message) : ZERO))),
  unsure: held.some(([, { is }]) => is === 'doubtful'),
});

/** An answer of success whose settlement is not there any more is worth what the HIS sent. */
const amountOf = ({ made, sends, deed }: Message): Fen => {
  if (made) return made.amount;
  const amount = sends.find((one) => one.amount !== undefined)?.amount ?? ZERO;
  return deed === 'refund' ? asFen(-amount) : amount;
};
