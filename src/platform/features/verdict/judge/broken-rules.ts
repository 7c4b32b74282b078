import { RULE_TABLE } from '../rules.ts';
import type { LedgerEvent } from '../types/ledger.ts';
import type { BrokenRule, RuleName, VerdictTerms } from '../types/verdict.ts';
import { heldOf } from './belief.ts';
import { ruleOf, type SecondCharge } from './double-charges.ts';
import { grouped } from './grouped.ts';
import type { Message } from './message.ts';
import { ofKnownSuccess, repeated } from './reversals.ts';

/** What a case is looked at with. */
export type Grounds = {
  readonly now: number;
  readonly terms: VerdictTerms;
  /** Second charges that came after this first one. */
  readonly secondsOf: (first: Message) => readonly SecondCharge[];
};

/** Every rule that the messages of a case break, in the order of the table; a rule may be broken without any harm. */
export const brokenRules = (messages: readonly Message[], grounds: Grounds): BrokenRule[] => {
  const found: [RuleName, readonly LedgerEvent[]][] = [
    ...messages
      .flatMap(grounds.secondsOf)
      .map((pair): [RuleName, readonly LedgerEvent[]] => [ruleOf(pair), pair.second.sends.slice(0, 1)]),
    ['one-reversal', messages.flatMap(repeated)],
    ['own-unknowns-only', messages.flatMap(ofKnownSuccess)],
    ['back-off', messages.flatMap((message) => tooSoon(message, grounds.terms))],
    ['resolved-in-time', messages.flatMap((message) => tooLate(message, grounds))],
  ];
  return found.flatMap(([rule, events]) => (events.length === 0 ? [] : [broken(rule, events)]));
};

export const broken = (rule: RuleName, events: readonly LedgerEvent[]): BrokenRule => ({
  rule,
  seqs: events.map(({ seq }) => seq),
  text: RULE_TABLE[rule].title,
});

/** Copies of one message too soon after the one before. Under a clock that stands nobody can tell. */
const tooSoon = ({ sends, reversals }: Message, { backOff }: VerdictTerms): LedgerEvent[] => {
  const own = [sends, ...grouped(reversals, ({ msgid }) => msgid).values()].map((copies) =>
    copies.filter(({ copied }) => !copied),
  );
  return own.flatMap((copies) =>
    copies.filter((event, index) => {
      const before = copies[index - 1];
      const gap = before ? event.at - before.at : 0;
      return gap > 0 && gap < backOff * 1000;
    }),
  );
};

/** The message that made the outcome known too late, or the last one where it is unknown still. */
const tooLate = (message: Message, { now, terms }: Grounds): LedgerEvent[] => {
  const held = heldOf(message);
  return held.flatMap(({ event, before, after }, index) => {
    const lasts = index === held.length - 1 && after.is === 'unknown';
    const ends = !lasts && before.is === 'unknown' && after.is !== 'unknown';
    const late = lasts ? isLate(after.since, now, terms) : ends && isLate(before.since, event.at, terms);
    return late ? [event] : [];
  });
};

/** T has run out. */
export const isLate = (since: number | undefined, at: number, { within }: VerdictTerms): boolean =>
  since !== undefined && at - since >= within * 1000;
