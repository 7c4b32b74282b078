import { placeOf } from '../../../../kernel/admdvs.ts';
import { dateOf, instantOf, type Instant } from '../../../../kernel/civil-time.ts';
import { yuan } from '../../../../kernel/money.ts';
import { addPeriods, dayOfPeriod, type Period } from '../../../../rules/clearing/period.ts';
import type { Windows } from '../../../../rules/clearing/standing.ts';
import { clearingRows, type ClearingReader, type ClearingRow } from '../../../domain/clearing/clearing-rows.ts';
import { PAGE } from '../../../domain/downloads.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { PastMessage } from '../handle-message.ts';
import { msgidAt } from './visit-messages.ts';

/** A month that a hospital confirms. */
export type Month = { readonly institution: Institution; readonly period: Period };

/** When a hospital confirms a month: on the 3rd of the next one, which is before every deadline (sandbox). */
export const confirmedAt = (period: Period): Instant => instantOf(`${dayOfPeriod(addPeriods(period, 1), 3)} 10:00:00`);

/** 3261 of all rows that are open in the month, a hundred in each message, in the order in which 3260 lists them. */
export const confirming = (reader: ClearingReader, { institution, period }: Month, windows: Windows): PastMessage[] => {
  const at = confirmedAt(period);
  const { fixmedins_code } = institution;
  const rows = clearingRows(reader, fixmedins_code, { from: period, to: period }, dateOf(at), windows)
    .filter(({ standing }) => standing.state === 'open')
    .map(detailOf);
  const pages = Array.from({ length: Math.ceil(rows.length / PAGE) }, (_one, no) =>
    rows.slice(no * PAGE, (no + 1) * PAGE),
  );
  const sender = { door: 'hospital', sender: fixmedins_code, institution } as const;
  return pages.map((detail, no) => ({
    ...sender,
    infno: '3261',
    msgid: msgidAt(fixmedins_code, at, no),
    at,
    mdtrtarea: placeOf(institution.admdvs),
    input: { data: { trt_year: period.slice(0, 4), trt_month: period.slice(4), totalrow: detail.length }, detail },
  }));
};

const detailOf = ({ settlement: { visitor, mdtrt_id, setl_time, setl_id, shares } }: ClearingRow) => ({
  certno: visitor.certno,
  mdtrt_id,
  mdtrt_setl_time: setl_time,
  setl_sn: setl_id,
  medfee_sumamt: Number(yuan(shares.medfee_sumamt)),
  optins_pay_sumamt: Number(yuan(shares.fund_pay_sumamt)),
  cnfm_flag: '1',
});

/** How many rows a 3261 confirms. */
export const rowsIn = ({ input }: PastMessage): number =>
  (input as { readonly detail: readonly object[] }).detail.length;
