import type { HospitalContext } from '../../../dispatch/definition.ts';
import { refuse, type Refusal } from '../../../domain/refusals.ts';
import { notAgain } from '../../../domain/voucher/again.ts';
import { voucherKey, voucherName } from '../../../domain/voucher/keys.ts';
import type { LoadedRow } from './load.ts';

/** The rows where every voucher may be sent again; the first that may not stops the batch. */
export const rowsAgain = (
  rows: readonly LoadedRow[],
  { institution, party }: HospitalContext,
): readonly LoadedRow[] | Refusal => {
  const names = rows.map(({ again }) => voucherName(again));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refuse(party, 'voucher-twice', twice);
  for (const { voucher, again, initUpldWay, relation } of rows) {
    const to = voucherKey(institution.fixmedins_code, relation);
    const stopped = notAgain(voucher, again, initUpldWay, to, party);
    if (stopped) return stopped;
  }
  return rows;
};
