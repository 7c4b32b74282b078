import type { Case, VerdictName } from '../types/verdict.ts';
import { beliefOf, type Belief } from './belief.ts';
import { broken, brokenRules, isLate, type Grounds } from './broken-rules.ts';
import { classify, type Facts } from './classify.ts';
import { evidenceOf } from './evidence.ts';
import type { CaseGroup } from './group-cases.ts';
import type { BookIndex } from './his-money.ts';
import type { Message } from './message.ts';
import { inferredMoney, platformMoney } from './money.ts';
import { ofKnownSuccess, repeated } from './reversals.ts';

/** True for a verdict against the HIS. */
export const convicts = (verdict: VerdictName): boolean => verdict !== 'unresolved' && verdict !== 'consistent';

/** Judges what belongs to one charge batch, by the HIS's own book where there is one. */
export const judgeCase = ({ messages }: CaseGroup, grounds: Grounds, book: BookIndex | undefined): Case => {
  const facts = factsOf(messages, grounds, book);
  const { verdict, why } = classify(facts);
  const rules = brokenRules(messages, grounds);
  const { platform, his, unsure, byBook } = facts;
  const differs = byBook && !unsure && platform !== his;
  return {
    ...subjectOf(messages),
    verdict,
    convicts: convicts(verdict),
    why,
    platform,
    his,
    unsure,
    byBook,
    broken: differs ? [...rules, broken('sums-agree', [])] : rules,
    evidence: evidenceOf(messages),
  };
};

const factsOf = (messages: readonly Message[], grounds: Grounds, book: BookIndex | undefined): Facts => {
  const held = messages.map((message): [Message, Belief] => [message, beliefOf(message)]);
  const own = book?.moneyOf(messages);
  const { money, unsure } = own ?? inferredMoney(held);
  const open = held.flatMap(([, { is, since }]) => (is === 'unknown' && since !== undefined ? [since] : []));
  const openSince = open.length === 0 ? undefined : Math.max(...open);
  return {
    chargedTwice: messages.flatMap(grounds.secondsOf).some(({ twice }) => twice),
    reversedTwice: messages.flatMap(repeated).some(({ says }) => says === 'done'),
    reversedKnown: messages.flatMap(ofKnownSuccess).some(({ says }) => says === 'done'),
    platform: platformMoney(messages),
    his: money,
    unsure,
    byBook: own !== undefined,
    ...(openSince !== undefined && { openSince }),
    overdue: isLate(openSince, grounds.now, grounds.terms),
    refused: held.some(([, belief]) => belief.is === 'unknown' && belief.refused === true),
    certain: held.every(([, { is, certain }]) => certain || is === 'unknown'),
  };
};

const subjectOf = (messages: readonly Message[]) => {
  const sources = messages.flatMap(({ made, sends }) => [...(made ? [made] : []), ...sends]);
  const named = sources.find(({ mdtrt_id }) => mdtrt_id !== undefined);
  const psn_no = sources.find((one) => one.psn_no !== undefined)?.psn_no;
  return {
    fixmedins_code: messages[0]?.fixmedins_code ?? '',
    ...(named?.mdtrt_id !== undefined && { mdtrt_id: named.mdtrt_id }),
    ...(named?.chrg_bchno !== undefined && { chrg_bchno: named.chrg_bchno }),
    ...(psn_no !== undefined && { psn_no }),
    setl_ids: messages.flatMap(({ made }) => (made ? [made.setl_id] : [])),
    msgids: messages.map(({ msgid }) => msgid),
  };
};
