import type { RuleName } from '../types/verdict.ts';
import { beliefOf } from './belief.ts';
import type { CaseGroup } from './group-cases.ts';
import { grouped } from './grouped.ts';
import { isCopied, type Message } from './message.ts';

/** A second charge for the same goods while the outcome of the first one was unknown. */
export type SecondCharge = {
  readonly first: Message;
  readonly second: Message;
  /** Both stand in the platform's book in the end. */
  readonly twice: boolean;
};

/** What a pair of charges breaks: the same batch under another msgid is a resend gone wrong. */
export const ruleOf = ({ first, second }: SecondCharge): RuleName =>
  batchOf(first) !== undefined && batchOf(first) === batchOf(second) ? 'same-msgid' : 'one-charge';

/** All pairs, by person: whoever had a certain answer to the first may sell the same thing again. */
export const secondCharges = (groups: readonly CaseGroup[]): SecondCharge[] => {
  const charges = groups.flatMap(({ messages }) => messages).filter((one) => one.deed === 'charge' && !isCopied(one));
  const byPerson = grouped(charges, (message) => {
    const person = personOf(message);
    return person === undefined ? undefined : `${message.fixmedins_code} ${person}`;
  });
  return [...byPerson.values()].flatMap((own) => pairsOf(own.toSorted((one, other) => seqOf(one) - seqOf(other))));
};

const pairsOf = (messages: readonly Message[]): SecondCharge[] =>
  messages.flatMap((first, index) => {
    if (!first.sends.some(({ seen, says }) => seen === 'none' || says === 'unknown')) return [];
    const later = messages.slice(index + 1).filter((second) => isSecond(first, second));
    return later.map((second) => ({ first, second, twice: stands(first) && stands(second) }));
  });

const isSecond = (first: Message, second: Message): boolean =>
  isSamePurchase(first, second) && beliefOf(first, seqOf(second)).is === 'unknown';

/** By the goods where the platform has both; else by the amount. */
const isSamePurchase = (first: Message, second: Message): boolean => {
  if (batchOf(first) !== undefined && batchOf(first) === batchOf(second)) return true;
  if (first.made && second.made) return first.made.content === second.made.content;
  const amount = amountOf(first);
  return amount !== undefined && amount === amountOf(second);
};

const stands = ({ made }: Message): boolean => made?.state === 'effective';

const seqOf = ({ sends }: Message): number => sends[0]?.seq ?? Infinity;

const personOf = ({ made, sends }: Message): string | undefined =>
  made?.psn_no ?? sends.find(({ psn_no }) => psn_no !== undefined)?.psn_no;

const amountOf = ({ made, sends }: Message): number | undefined =>
  made?.amount ?? sends.find(({ amount }) => amount !== undefined)?.amount;

const batchOf = ({ made, sends }: Message): string | undefined => {
  const named = made ?? sends.find(({ mdtrt_id }) => mdtrt_id !== undefined);
  return named?.mdtrt_id === undefined ? undefined : `${named.mdtrt_id} ${named.chrg_bchno ?? ''}`;
};
