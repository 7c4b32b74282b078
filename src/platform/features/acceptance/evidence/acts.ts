import type { Act } from './act.ts';
import { diseasesOf, diseaseOfVisit, isUnread } from './diseases-of.ts';
import type { Exchange } from './exchange.ts';
import { nodeOf, textOf } from './fields.ts';
import { personSeen, type People } from './person-seen.ts';

/** How a settlement stands after what came so far. */
type Standing = { readonly settled: Act; refundedBy?: Act; reversed?: true };

/** What the fold remembers: settlements by number, refund numbers, and what each message did. */
type Ledger = {
  readonly settlements: Map<string, Standing>;
  readonly refunds: Set<string>;
  readonly messages: Map<string, Act>;
};

type Follow = (ledger: Ledger, act: Act) => Act;

/**
 * What happened, exchange by exchange in their order: settlements, refunds and reversals are followed, so that the
 * refund of what is refunded and the reversal of what is reversed are known as such.
 */
export const actsOf = (exchanges: readonly Exchange[], people: People): Act[] => {
  const visits = diseaseOfVisit(exchanges);
  const ledger: Ledger = { settlements: new Map(), refunds: new Set(), messages: new Map() };
  return exchanges.map((exchange) => {
    const follow = FOLLOWED[exchange.infno];
    const act = seen(exchange, people, visits);
    return follow && !exchange.repeated ? follow(ledger, act) : act;
  });
};

const seen = (exchange: Exchange, people: People, visits: ReadonlyMap<string, string>): Act => {
  const credential = textOf(nodeOf(exchange.input, 'data'), 'mdtrt_cert_type');
  return {
    exchange,
    diseases: diseasesOf(exchange, visits),
    ...personSeen(people, exchange),
    ...(credential !== undefined && { credential }),
    effective: exchange.ok && !exchange.repeated,
    ...(isUnread(exchange) && { unread: true as const }),
  };
};

const asked = ({ exchange }: Act, field: string): string => textOf(nodeOf(exchange.input, 'data'), field) ?? '';
const told = ({ exchange }: Act, field: string): string => textOf(nodeOf(exchange.output, 'setlinfo'), field) ?? '';

const messageKey = ({ door, province }: Exchange, infno: string, msgid: string) =>
  [door, province, infno, msgid].join(' ');
const settlementKey = ({ door }: Exchange, setl_sn: string) => `${door} ${setl_sn}`;

const settle: Follow = (ledger, act) => {
  const { exchange } = act;
  if (!act.effective) return act;
  ledger.settlements.set(settlementKey(exchange, told(act, 'setl_sn')), { settled: act });
  ledger.messages.set(messageKey(exchange, '1107', exchange.msgid), act);
  return act;
};

/** A refund's number that was told before is the first refund's answer once more. */
const refund: Follow = (ledger, act) => {
  const { exchange } = act;
  const target = ledger.settlements.get(settlementKey(exchange, asked(act, 'setl_sn')));
  const about = target ? following(act, target.settled) : act;
  if (!act.effective) return about;
  const number = settlementKey(exchange, told(act, 'setl_sn'));
  const again = target ? target.refundedBy !== undefined : ledger.refunds.has(number);
  if (again) return { ...about, effective: false };
  ledger.refunds.add(number);
  ledger.messages.set(messageKey(exchange, '1203', exchange.msgid), about);
  if (target) target.refundedBy = about;
  return about;
};

const reverse: Follow = (ledger, act) => {
  const { exchange } = act;
  const target = ledger.messages.get(messageKey(exchange, asked(act, 'oinfno'), asked(act, 'omsgid')));
  if (!target) return { ...act, effective: false };
  const about = following(act, target);
  if (!act.effective) return about;
  const standing = standingOf(ledger, target);
  const already = target === standing?.settled ? standing.reversed : standing?.refundedBy !== target;
  if (already) return { ...about, effective: false };
  if (standing && target === standing.settled) standing.reversed = true;
  else delete standing?.refundedBy;
  return about;
};

/** The settlement that a message made or refunded. */
const standingOf = ({ settlements }: Ledger, target: Act): Standing | undefined => {
  const { exchange } = target;
  const number = exchange.infno === '1107' ? told(target, 'setl_sn') : asked(target, 'setl_sn');
  return settlements.get(settlementKey(exchange, number));
};

/** What follows a message is about the same person and disease. */
const following = (act: Act, of: Act): Act => ({
  ...act,
  of,
  diseases: of.diseases,
  categories: of.categories,
  ...(of.person !== undefined && { person: of.person }),
  ...(of.population !== undefined && { population: of.population }),
  ...(of.credential !== undefined && { credential: of.credential }),
});

const FOLLOWED: Readonly<Record<string, Follow>> = { 1107: settle, 1203: refund, 1301: reverse };
