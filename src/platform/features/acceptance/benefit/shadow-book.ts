import { add, negate, ZERO, type Fen } from '../../../../kernel/money.ts';
import type { ClaimReader } from '../../../domain/claim-facts.ts';
import type { Movement } from '../../../domain/settlement.ts';
import type { Act } from './act.ts';

/** What a message of a remote place would have moved, had the embedded engine answered it. */
type Entry = {
  readonly movements: readonly Movement[];
  readonly psn_no: string;
  readonly insutype: string;
  /** Number of the settlement in the answer. */
  readonly setl_sn: string;
  readonly refundOf?: Entry;
  state: 'effective' | 'refunded' | 'reversed';
};

/** Accounts and accumulators of persons whose own place answers: the sandbox's book never moves for them. */
export type ShadowBook = {
  /** The facts of a person with everything that was moved before. */
  readonly reader: ClaimReader;
  readonly settle: (act: Extract<Act, { infno: '1107' }>, psn_no: string, movements: readonly Movement[]) => void;
  /** A refund or reversal: moves back what the message that it names moved. */
  readonly follow: (act: Exclude<Act, { infno: '1107' }>) => void;
};

const accountKey = (psn_no: string, insutype: string) => `account ${psn_no} ${insutype}`;
const sumKey = (psn_no: string, insutype: string, period: string, code: string) =>
  `sum ${psn_no} ${insutype} ${period} ${code}`;

const keyOf = ({ psn_no, insutype }: Entry, movement: Movement): string => {
  if (movement.kind === 'accumulator') return sumKey(psn_no, insutype, movement.period, movement.cum_type_code);
  const holder = movement.holder ?? { psn_no, insutype };
  return accountKey(holder.psn_no, holder.insutype);
};

/** Opens a shadow over the facts of the sandbox. */
export const shadowBook = (base: ClaimReader): ShadowBook => {
  const moved = new Map<string, Fen>();
  const entries = new Map<string, Entry>();
  const accumulated = new Map<string, Map<string, { cum_type_code: string; period: string }>>();

  const move = (entry: Entry, way: (amount: Fen) => Fen): void => {
    for (const movement of entry.movements) {
      const key = keyOf(entry, movement);
      moved.set(key, add(moved.get(key) ?? ZERO, way(movement.amount)));
      if (movement.kind === 'accumulator') noteAccumulator(entry, movement);
    }
  };
  const noteAccumulator = ({ psn_no, insutype }: Entry, { cum_type_code, period }: AccumulatorOf): void => {
    const person = `${psn_no} ${insutype}`;
    const known = accumulated.get(person) ?? new Map<string, AccumulatorOf>();
    accumulated.set(person, known.set(`${period} ${cum_type_code}`, { cum_type_code, period }));
  };
  const effective = (setl_sn: string): Entry | undefined =>
    [...entries.values()].find((entry) => entry.setl_sn === setl_sn && entry.state === 'effective');

  return {
    reader: shadowReader(base, moved, accumulated),
    settle: ({ infno, msgid, input, output }, psn_no, movements) => {
      const { insutype } = input.data;
      const entry: Entry = { movements, psn_no, insutype, setl_sn: output.setlinfo.setl_sn, state: 'effective' };
      entries.set(`${infno} ${msgid}`, entry);
      move(entry, same);
    },
    follow: (act) => {
      if (act.infno === '1301') return reverse(entries.get(`${act.input.data.oinfno} ${act.input.data.omsgid}`), move);
      const original = effective(act.input.data.setl_sn);
      if (!original) return;
      original.state = 'refunded';
      const refund: Entry = {
        ...original,
        setl_sn: act.output.setlinfo.setl_sn,
        refundOf: original,
        state: 'effective',
      };
      entries.set(`1203 ${act.msgid}`, refund);
      move(refund, negate);
    },
  };
};

type AccumulatorOf = { readonly cum_type_code: string; readonly period: string };

const same = (amount: Fen): Fen => amount;

const reverse = (entry: Entry | undefined, move: (entry: Entry, way: (amount: Fen) => Fen) => void): void => {
  if (entry?.state !== 'effective') return;
  entry.state = 'reversed';
  move(entry, entry.refundOf ? same : negate);
  if (entry.refundOf) entry.refundOf.state = 'effective';
};

const shadowReader = (
  base: ClaimReader,
  moved: ReadonlyMap<string, Fen>,
  accumulated: ReadonlyMap<string, ReadonlyMap<string, AccumulatorOf>>,
): ClaimReader => ({
  ...base,
  balance: (psn_no, insutype) => add(base.balance(psn_no, insutype), moved.get(accountKey(psn_no, insutype)) ?? ZERO),
  accumulators: (psn_no, insutype) => {
    const rows = base.accumulators(psn_no, insutype);
    const known = new Set(rows.map((row) => `${row.period} ${row.cum_type_code}`));
    const fresh = [...(accumulated.get(`${psn_no} ${insutype}`) ?? [])].filter(([key]) => !known.has(key));
    const all = [...rows, ...fresh.map(([, row]) => ({ ...row, amount: ZERO }))];
    return all.map((row) => ({
      ...row,
      amount: add(row.amount, moved.get(sumKey(psn_no, insutype, row.period, row.cum_type_code)) ?? ZERO),
    }));
  },
  registration: () => undefined,
  // Whether a visit number may be used again is the national node's concern.
  settlementsByVisitNumber: () => [],
});
