import type { CaseGroup } from './group-cases.ts';
import type { Message } from './message.ts';
import type { SecondCharge } from './double-charges.ts';

/** Cases in which one purchase was charged twice are one case: both charges are its evidence. */
export const joinedCases = (groups: readonly CaseGroup[], seconds: readonly SecondCharge[]): CaseGroup[] => {
  const of = new Map(
    groups.flatMap((group) => group.messages.map((message): [Message, string] => [message, group.key])),
  );
  const into = new Map<string, string>();
  const rootOf = (key: string): string => {
    const next = into.get(key);
    return next === undefined ? key : rootOf(next);
  };
  for (const { first, second } of seconds.filter(({ twice }) => twice)) {
    const [one, other] = [rootOf(of.get(first) ?? ''), rootOf(of.get(second) ?? '')];
    if (one !== other) into.set(other, one);
  }
  const joined = new Map<string, Message[]>();
  for (const { key, messages } of groups) joined.set(rootOf(key), [...(joined.get(rootOf(key)) ?? []), ...messages]);
  return [...joined].map(([key, messages]) => ({ key, messages }));
};
