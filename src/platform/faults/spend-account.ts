import { atLeastZero, least, negate, type Fen } from '../../kernel/money.ts';
import type { Reader, Write } from '../store/port.ts';

/** Another hospital takes from the personal account 个人账户 what is there, at most that amount. */
export const spendAccount = (reader: Reader, psn_no: string | undefined, amount: Fen): Write[] => {
  const person = psn_no === undefined ? undefined : reader.person(psn_no);
  if (!person) return [];
  const insutype = person.insurances[0]?.insutype ?? '';
  const taken = atLeastZero(least(reader.balance(person.psn_no, insutype), amount));
  return taken === 0 ? [] : [{ kind: 'account.add', psn_no: person.psn_no, insutype, amount: negate(taken) }];
};
