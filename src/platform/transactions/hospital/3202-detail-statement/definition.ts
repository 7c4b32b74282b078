import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { fetchableUntil, fileWrites } from '../../../domain/keep-file.ts';
import { refuse } from '../../../domain/refusals.ts';
import { fileSeries } from '../../../domain/serial-numbers.ts';
import { resultText } from '../../../domain/statement/detail-verdicts.ts';
import { faultOfDays, outside, STATEMENT_REFUSALS, statementRows } from '../../../domain/statement/statement-rows.ts';
import { statementFacts } from './statement-facts.ts';
import { unlikeFile } from './unlike-file.ts';
import type { Input, Output } from './wire.gen.ts';

/** 医药机构费用结算对明细账: compares the uploaded file with our settlements; the verdicts are fetched with 9102. */
export const detailStatement = hospitalTransaction<Input, Output>()({
  infno: '3202',
  slug: 'detail-statement',
  title: '医药机构费用结算对明细账',
  kind: 'mutation',
  needs: [
    'data.setl_optins', 'data.file_qury_no', 'data.stmt_begndate', 'data.stmt_enddate', 'data.clr_type',
  ], // prettier-ignore
  refusals: [...STATEMENT_REFUSALS, 'upload-unknown', 'upload-unreadable'],
  load: statementFacts,
  decide: ({ uploaded, detail, rows, ours, confirmed, serial }, { data }, { institution, party, now }) => {
    const fault = faultOfDays(data, party);
    if (fault) return decline(fault);
    if (!uploaded) return decline(refuse(party, 'upload-unknown', data.file_qury_no));
    if (!detail.ok) return decline(refuse(party, 'upload-unreadable', detail.error));
    const text = resultText(statementRows(rows, data), detail.value, {
      whyNot: (setl_id) => {
        const row = ours.get(setl_id);
        return row && outside(row, data);
      },
      confirmedIn: (setl_id) => confirmed.get(setl_id),
    });
    const series = fileSeries(institution.admdvs, now);
    const made = { file_qury_no: series.print(serial), filename: 'result.txt', dld_endtime: fetchableUntil(now) };
    const { fixmedins_code } = institution;
    const warn_msg = unlikeFile(data, detail.value);
    return accept(
      { fileinfo: made },
      [
        { kind: 'serial.take', key: series.key, value: serial },
        ...fileWrites({ ...made, fixmedins_code, kind: 'made', content: text }),
      ],
      warn_msg === undefined ? {} : { warn_msg },
    );
  },
  examples: [
    {
      title: '当天门诊结算的明细账',
      input: {
        data: {
          setl_optins: '{insuplc}', file_qury_no: '{file_qury_no}', stmt_begndate: '2026-09-01',
          stmt_enddate: '2026-09-30', medfee_sumamt: 6.4, fund_pay_sumamt: 0, cash_payamt: 6.4, fixmedins_setl_cnt: 1,
          clr_type: '11', refd_setl_flag: '0', fixmedins_refd_setl_flag: '0',
        },
      },
    },
  ], // prettier-ignore
  notes: [
    '先用 9101 上传明细文件：一行一笔，制表符分隔，列为 setl_id、mdtrt_id、psn_no、medfee_sumamt、fund_pay_sumamt、acct_pay、' +
      'refd_setl_flag；再用应答的 file_qury_no 以 9102 下载 result.txt。',
    'result.txt 每行一个结论：psn_no、mdtrt_id、setl_id、msgid、stmt_rslt、refd_setl_flag、memo、中心的三个金额；空值写 null。',
    '结论有：一致、仅中心有、仅机构有、医疗费总额不符、基金支付总额不符、个人账户支出不符、重复；stmt_rslt 0 为一致，其余为 1。',
    '仅中心有的行带原报文 msgid，可据以冲正；已退费的、已用 3261 确认的不能冲正，memo 写明怎样办。',
  ],
  differences: [
    'memo 的文字是沙箱自定的；行内的退费标志只回写中心的，不作比对。',
    '报文里的总额、基金、笔数与文件不符时照常对账，只在 warn_msg 提示；现金支付金额 cash_payamt 不作比对。',
    '一次最多 20000 行，是沙箱的限制。',
  ],
});
