import type { Context } from '../../../dispatch/definition.ts';
import type { Input } from '../../../domain/national/1301.gen.ts';
import { named, type Reversible } from '../../../domain/reversal.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { negate } from '../../../../kernel/money.ts';
import type { Reader, RememberedMessage } from '../../../store/port.ts';

const accountsOf = (reader: Reader, { movements, visitor }: Settlement) =>
  movements.flatMap((movement) => {
    if (movement.kind !== 'account') return [];
    const { psn_no, insutype } = movement.holder ?? visitor;
    return [{ pays: negate(movement.amount), balance: reader.balance(psn_no, insutype) }];
  });

/** What the insured place finds of the message to reverse. */
export const reversible = (
  reader: Reader,
  { data }: Input,
  { message: { sender } }: Context,
): Reversible & { readonly remembered: RememberedMessage | undefined } => {
  const made = reader.settlementsByMessage('insured', sender, data.oinfno, data.omsgid);
  const target = named(made);
  const original = target?.refundOf === undefined ? undefined : reader.settlement('insured', target.refundOf);
  return {
    made,
    original,
    accounts: original ? accountsOf(reader, original) : [],
    // Nothing is settled under the visit number of a refunded settlement: there is nothing that could stand instead.
    superseded: false,
    psn_no: data.psn_no,
    ssn: data.ssn,
    remembered: reader.message({ door: 'insured', sender, infno: data.oinfno, msgid: data.omsgid }),
  };
};
