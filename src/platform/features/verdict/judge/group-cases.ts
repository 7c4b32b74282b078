import type { Ledger, LedgerEvent, LedgerSettlement } from '../types/ledger.ts';
import { grouped } from './grouped.ts';
import { messageKey, type Message } from './message.ts';

/** The messages of one charge batch of a visit, with everything that the HIS sent about them. */
export type CaseGroup = {
  readonly key: string;
  readonly messages: readonly Message[];
};

/** Puts what belongs together together: by visit and batch, where nothing names them by message. */
export const groupCases = (ledger: Ledger): CaseGroup[] => {
  const messages = messagesOf(ledger);
  const settlements = new Map(ledger.settlements.map((row) => [row.setl_id, row]));
  const groups = grouped(messages, (message) => caseKey(message, settlements));
  return [...groups].map(([key, own]) => ({ key, messages: own }));
};

type Draft = { -readonly [Part in 'sends' | 'reversals' | 'mentions']: LedgerEvent[] } & Omit<
  Message,
  'sends' | 'reversals' | 'mentions'
>;

const messagesOf = ({ events, settlements }: Ledger): Message[] => {
  const made = new Map(settlements.map((row) => [messageKey(row.fixmedins_code, row.infno, row.msgid), row]));
  const drafts = new Map<string, Draft>();
  const bySettlement = new Map<string, Draft>();
  const draft = ({ fixmedins_code }: LedgerEvent, infno: string, msgid: string): Draft => {
    const key = messageKey(fixmedins_code, infno, msgid);
    const found = drafts.get(key) ?? newDraft(fixmedins_code, infno, msgid, made.get(key));
    drafts.set(key, found);
    if (found.made) bySettlement.set(found.made.setl_id, found);
    return found;
  };
  for (const event of events) {
    const { deed, original } = event;
    if (deed === 'charge' || deed === 'refund') draft(event, event.infno, event.msgid).sends.push(event);
    if (original) draft(event, original.infno, original.msgid).reversals.push(event);
  }
  for (const event of events) mention(event, bySettlement);
  return [...drafts.values()];
};

const newDraft = (fixmedins_code: string, infno: string, msgid: string, made?: LedgerSettlement): Draft => ({
  fixmedins_code,
  infno,
  msgid,
  deed: infno.startsWith('2208') ? 'refund' : 'charge',
  sends: [],
  reversals: [],
  mentions: [],
  ...(made && { made }),
});

/** A message names a settlement in its input; the answer of another one tells of it, where it arrived. */
const mention = (event: LedgerEvent, bySettlement: ReadonlyMap<string, Draft>): void => {
  const told = event.seen === 'whole' || event.seen === 'late' ? event.tells : [];
  for (const setl_id of new Set([...(event.setl_id === undefined ? [] : [event.setl_id]), ...told])) {
    const named = bySettlement.get(setl_id);
    const itself = named?.sends.includes(event) ?? true;
    if (!itself && named?.made?.fixmedins_code === event.fixmedins_code) named.mentions.push(event);
  }
};

const caseKey = (message: Message, settlements: ReadonlyMap<string, LedgerSettlement>): string => {
  const { fixmedins_code, made, sends, infno, msgid } = message;
  const named = sends.find(({ mdtrt_id }) => mdtrt_id !== undefined);
  const refunded = settlements.get(made?.refundOf ?? named?.setl_id ?? '');
  const { mdtrt_id, chrg_bchno } = refunded ?? made ?? named ?? {};
  if (mdtrt_id === undefined) return messageKey(fixmedins_code, infno, msgid);
  return [fixmedins_code, mdtrt_id, chrg_bchno ?? ''].join(' ');
};
