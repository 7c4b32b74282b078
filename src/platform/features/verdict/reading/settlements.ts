import type { Reader } from '../../../store/port.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import type { LedgerEvent, LedgerSettlement } from '../types/ledger.ts';

type Books = Pick<Reader, 'settlementsByMessage' | 'legsInState' | 'batch'>;

/**
 * What the messages of these events made: in the treatment place's book, and at the insured place where the treatment
 * place does not know yet.
 */
export const settlementsOf = (reader: Books, events: readonly LedgerEvent[]): LedgerSettlement[] => {
  const keys = new Map<string, readonly [string, string, string]>();
  const name = (sender: string, infno: string, msgid: string) =>
    keys.set([sender, infno, msgid].join(' '), [sender, infno, msgid]);
  for (const { deed, fixmedins_code, infno, msgid, original } of events) {
    if (deed === 'charge' || deed === 'refund') name(fixmedins_code, infno.slice(0, 4), msgid);
    if (original) name(fixmedins_code, original.infno.slice(0, 4), original.msgid);
  }
  const made = [...keys.values()].flatMap((key) => latest(reader.settlementsByMessage('treatment', ...key)));
  return [...made.map((row) => entryOf(reader, row)), ...ofOpenLegs(reader, keys)];
};

/** A msgid may have been used twice: what stands comes before what was reversed. */
const latest = (made: readonly Settlement[]): Settlement[] => {
  const row = made.findLast(({ state }) => state !== 'reversed') ?? made.at(-1);
  return row ? [row] : [];
};

const entryOf = (reader: Books, row: Settlement): LedgerSettlement => ({
  setl_id: row.setl_id,
  ...(row.refundOf !== undefined && { refundOf: row.refundOf }),
  state: row.state,
  infno: row.infno.slice(0, 4),
  msgid: row.msgid,
  fixmedins_code: row.fixmedins_code,
  mdtrt_id: row.mdtrt_id,
  chrg_bchno: row.chrg_bchno ?? '',
  psn_no: row.visitor.psn_no,
  amount: row.shares.medfee_sumamt,
  content: contentOf(reader, row),
});

/** Person, category, disease, total, and the lines as long as they are those that were settled. */
const contentOf = (reader: Books, row: Settlement): string => {
  const batch = reader.batch(row.mdtrt_id, row.chrg_bchno ?? '');
  const lines = batch?.revision === row.batchRevision ? (batch?.lines ?? []) : [];
  const goods = lines.map(
    ({ med_list_codg, cnt, det_item_fee_sumamt }) => `${med_list_codg} ${cnt} ${det_item_fee_sumamt}`,
  );
  const { visitor, med_type, dise_codg = '', shares } = row;
  return [visitor.psn_no, med_type, dise_codg, shares.medfee_sumamt, ...goods.sort()].join('\n');
};

/** The insured place may have carried out what the hospital was told nobody knows of. */
const ofOpenLegs = (reader: Books, keys: ReadonlyMap<string, unknown>): LedgerSettlement[] =>
  reader.legsInState('unknown').flatMap(({ outer, questions }) => {
    const inner = questions.at(-1);
    if (!inner || !keys.has([outer.sender, outer.infno.slice(0, 4), outer.msgid].join(' '))) return [];
    const made = latest(reader.settlementsByMessage('insured', inner.sender, inner.infno, inner.msgid));
    return made.map((row) => ({
      ...entryOf(reader, row),
      infno: outer.infno.slice(0, 4),
      msgid: outer.msgid,
      fixmedins_code: outer.sender,
    }));
  });
