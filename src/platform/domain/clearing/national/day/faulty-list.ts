import { add, asFen } from '../../../../../kernel/money.ts';
import type { Entry } from '../../../../../rules/clearing/reconcile.ts';
import type { ListFault } from '../fault.ts';

/** What the list of a province is made from: what it really has, and what was reversed on the day. */
export type Listed = { readonly entries: readonly Entry[]; readonly reversed: readonly Entry[] };

/** 元 100 where a fault names no amount. */
const AMOUNT = asFen(10_000);

/** The list of a treatment province as it comes: with the faults that a tester has set for it. */
export const faultyList = ({ entries, reversed }: Listed, faults: readonly ListFault[]): readonly Entry[] =>
  faults.reduce<readonly Entry[]>((list, fault) => FAULTS[fault.kind](list, fault, reversed), entries);

type Spoil = (list: readonly Entry[], fault: ListFault, reversed: readonly Entry[]) => readonly Entry[];

/** The row that a fault means: the one that it names, else the first. */
const meant = (list: readonly Entry[], { setl_id }: ListFault): Entry | undefined =>
  setl_id === undefined ? list[0] : list.find((row) => row.setl_id === setl_id);

const FAULTS: { readonly [Kind in ListFault['kind']]: Spoil } = {
  missing: (list, fault) => {
    const gone = meant(list, fault);
    return list.filter((row) => row !== gone);
  },
  extra: (list, { id, setl_id = `无此结算-${id}`, amount = AMOUNT }) => [
    ...list,
    { setl_id, medfee_sumamt: amount, fund_pay_sumamt: amount, acct_pay: asFen(0) },
  ],
  'amount-differs': (list, fault) => {
    const wrong = meant(list, fault);
    const more = fault.amount ?? AMOUNT;
    return list.map((row) => (row === wrong ? { ...row, fund_pay_sumamt: add(row.fund_pay_sumamt, more) } : row));
  },
  'reversed-but-listed': (list, fault, reversed) => [...list, meant(reversed, fault) ?? []].flat(),
};
