import type { Fen } from '../../kernel/money.ts';
import { movementWrites, negated } from './movements.ts';
import type { Party } from './party.ts';
import { refuse, type Refusal } from './refusals.ts';
import type { Settlement } from './settlement.ts';
import type { DomainWrite } from './write.ts';

/** What a reversal 冲正 finds of the message that it names. */
export type Reversible = {
  /** Everything that the message made in this book, oldest first: a msgid may have been used twice. */
  readonly made: readonly Settlement[];
  /** For a refund: the settlement that it refunded. */
  readonly original: Settlement | undefined;
  /** True when the refunded lines or visit number have been withdrawn or settled again. */
  readonly superseded: boolean;
  readonly psn_no: string | undefined;
  readonly ssn?: string | undefined;
  /** For a refund: what each account 个人账户 would have to pay once more, and what is on it; where the book keeps them. */
  readonly accounts?: readonly { readonly pays: Fen; readonly balance: Fen }[];
};

/** The latest effective thing that the message made is what its reversal names; failing that, the latest. */
export const named = (made: readonly Settlement[]): Settlement | undefined =>
  made.filter((row) => row.state !== 'reversed').at(-1) ?? made.at(-1);

export type Reversal = { readonly undo: readonly DomainWrite[] } | 'already-reversed';

/** How one book undoes what a message made in it; nothing is ever computed anew. Undefined when it made nothing. */
export const reversalOf = (reversible: Reversible, by: Party): Reversal | Refusal | undefined => {
  const target = named(reversible.made);
  if (!target) return undefined;
  const { psn_no, ssn } = reversible;
  const anotherPerson = psn_no !== undefined && psn_no !== target.visitor.psn_no;
  if (anotherPerson || (ssn !== undefined && ssn !== target.visitor.certno)) return refuse(by, 'original-mismatch');
  if (target.state === 'reversed') return 'already-reversed';
  if (target.state === 'refunded') return refuse(by, 'original-refunded');
  return target.refundOf === undefined ? { undo: undo(target) } : refundUndone(target, reversible, by);
};

/** The settlement stands again and takes from the account once more what it took: that must still be there. */
const refundUndone = (
  target: Settlement,
  { original, superseded, accounts = [] }: Reversible,
  by: Party,
): Reversal | Refusal => {
  if (superseded || original?.state !== 'refunded') return refuse(by, 'refund-superseded');
  if (accounts.some(({ pays, balance }) => balance < pays)) return refuse(by, 'account-spent');
  return { undo: [...undo(target), stateOf(original, 'effective')] };
};

const undo = (target: Settlement): DomainWrite[] => [
  stateOf(target, 'reversed'),
  ...movementWrites(target, negated(target.movements)),
];

const stateOf = ({ book, setl_id }: Settlement, state: Settlement['state']): DomainWrite => ({
  kind: 'settlement.state',
  book,
  setl_id,
  state,
});
