import { isAdmdvs, provinceOf } from '../../../kernel/admdvs.ts';
import { valueAt } from '../../features/demo/answer-values.ts';
import type { Message } from './message.ts';
import type { Transaction } from './transactions.ts';

/** What the user says of the province that sends. */
export type ProvinceOptions = { readonly province?: string; readonly provinceKey?: string };

/** The header with which a province signs in at the national door; nothing at the hospital's. */
export const signInHeader = (
  transaction: Transaction,
  message: Message,
  { province = provinceNamed(transaction, message), provinceKey = `kuasheng-${province}` }: ProvinceOptions,
): Readonly<Record<string, string>> => {
  if (transaction.door !== 'national') return {};
  return { authorization: `Basic ${Buffer.from(`${province}:${provinceKey}`).toString('base64')}` };
};

/** On whose side it speaks says which place of the message is its own; without any it is that of the institution. */
const provinceNamed = ({ definition }: Transaction, message: Message): string => {
  const data = valueAt(message, 'input.data');
  const row: unknown = Array.isArray(data) ? data[0] : data;
  const fields = definition?.role === 'insured' ? ['insuplc'] : ['mdtrtarea', 'admdvs'];
  const places = [...fields.map((field) => valueAt(row, field)), valueAt(message, 'mdtrtarea_admvs')];
  const place = places.find((value) => typeof value === 'string' && isAdmdvs(value));
  return typeof place === 'string' ? provinceOf(place) : '';
};
