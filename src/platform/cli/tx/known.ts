import { fail, ok, type Result } from '../../../kernel/result.ts';
import { misuse, type Failure } from '../server/failure.ts';
import { findTransaction, type OpenDoor, type Transaction } from './transactions.ts';

/** The transaction of that number, or that there is none. */
export const known = (infno: string, door: OpenDoor | undefined): Result<Transaction, Failure> => {
  const found = findTransaction(infno, door) ?? findTransaction(infno.toUpperCase(), door);
  return found === undefined ? fail(misuse(`没有交易 ${infno}。全部交易见 kuasheng tx list`)) : ok(found);
};
