import type { Settlement } from '../settlement.ts';
import type { Output as Settle } from './1107.gen.ts';
import { wordedSettlement } from './setlinfo.ts';

/** A settlement with its number and time, as 1107 answers it. */
export const numbered = (settlement: Settlement): Settle => {
  const { setlinfo, setldetail } = wordedSettlement(settlement);
  return { setlinfo: { ...setlinfo, setl_sn: settlement.setl_id, setl_time: settlement.setl_time }, setldetail };
};
