import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { openPeriodAsked, OPEN_PERIOD_REFUSALS, windowsOf } from '../../../domain/clearing/clearing-period.ts';
import { clearingRow } from '../../../domain/clearing/clearing-rows.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { refusalOfRows, ROWS_REFUSALS } from '../../../domain/upload-faults.ts';
import { beingReversed } from './being-reversed.ts';
import { faultsOfRow } from './faults-of-row.ts';
import type { Input } from './wire.gen.ts';

/** 异地清分结果确认: takes rows into the clearing of a month, or leaves them out; all of a message or nothing. */
export const confirmClearing = hospitalTransaction<Input>()({
  infno: '3261',
  slug: 'confirm-clearing',
  title: '异地清分结果确认',
  kind: 'mutation',
  needs: [
    'data.trt_year', 'data.trt_month', 'detail[].certno', 'detail[].mdtrt_id', 
    'detail[].setl_sn', 'detail[].medfee_sumamt', 'detail[].optins_pay_sumamt', 'detail[].cnfm_flag',
  ], // prettier-ignore
  refusals: [...OPEN_PERIOD_REFUSALS, 'totalrow-short', ...ROWS_REFUSALS],
  load: (reader, { data, detail }, { institution, today, settings, party }) => {
    const windows = windowsOf(settings);
    const rows = detail.map(
      ({ setl_sn }) => [setl_sn, clearingRow(reader, institution.fixmedins_code, setl_sn, today, windows)] as const,
    );
    const period = openPeriodAsked(data, today, windows, party, reader);
    return { period, rows: new Map(rows), reversing: beingReversed(reader) };
  },
  decide: ({ period, rows, reversing }, { data, detail }, { institution, party, now, reference }) => {
    if (isRefusal(period)) return decline(period);
    const { totalrow = detail.length } = data;
    if (totalrow < detail.length) return decline(refuse(party, 'totalrow-short', totalrow, detail.length));
    const confirmedHere = new Set(detail.filter((row) => row.cnfm_flag === '1').map((row) => row.setl_sn));
    const batch = { period, rows, reversing, confirmedHere };
    const fault = refusalOfRows(
      detail,
      (row) => row.setl_sn,
      (row) => faultsOfRow(row, batch),
      party,
    );
    if (fault) return decline(fault);
    const { fixmedins_code } = institution;
    return accept(
      undefined,
      detail.map(({ setl_sn: setl_id, cnfm_flag }) => ({
        kind: 'confirmation.put',
        confirmation: {
          setl_id,
          period,
          fixmedins_code,
          confirmed: cnfm_flag === '1',
          reference: reference(),
          at: now,
        },
      })),
    );
  },
  examples: [
    {
      title: '确认一行',
      input: {
        data: { trt_year: '2026', trt_month: '09', totalrow: 1 },
        detail: [
          {
            certno: '{certno}', mdtrt_id: '{mdtrt_id}', mdtrt_setl_time: '{setl_time}', setl_sn: '{setl_id}',
            medfee_sumamt: 6.4, optins_pay_sumamt: 0, cnfm_flag: '1',
          },
        ],
      },
    },
  ], // prettier-ignore
  notes: [
    '每月 1 日至截止日（设置 clearingDeadline，5 至 8 日，缺省 8 日）办理上月；一次最多 100 行，可分多次。',
    '每行都与 3260 的明细核对，有一行不符整批不保存；cnfm_flag 0 为本月不清分，转入下月。',
    '已经说过的行要先用 3262 回退才能改；请保存应答的 inf_refmsgid。',
    '退费行在原结算确认之前不能确认；同一批里一起确认可以。',
  ],
  differences: [
    '重复确认、行不相符、逾期的处理没有公开资料，上述规则是沙箱自定的；截止日据深圳一家医院的需求书。',
    '总行数 totalrow 是本批还是全月的行数没有公开资料：不少于本批行数即可。',
  ],
});
