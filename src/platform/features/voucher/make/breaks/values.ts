import { addDays } from '../../../../../kernel/civil-time.ts';
import { add, asFen, ZERO, type Fen } from '../../../../../kernel/money.ts';
import { asPrice } from '../../../../../kernel/quantity.ts';
import type { BillLine } from '../../../../domain/voucher/voucher.ts';
import type { Draft } from '../draft.ts';
import { ofBill, ofInfo, ofRow, ofSent, ofVisit, type Break } from './break.ts';

const CENT = asFen(1);
const HUGE = asFen(10_000_000_001);

const more = (amount: Fen | undefined): Fen => add(amount ?? ZERO, CENT);

const firstLine = (draft: Draft, change: (line: BillLine) => BillLine): Draft =>
  ofBill(draft, (bill) => ({
    ...bill,
    feeDetl: bill.feeDetl.map((line, index) => (index === 0 ? change(line) : line)),
  }));

/** What is wrong with what a voucher says, whatever kind it is. */
export const VALUE_BREAKS: readonly Break[] = [
  {
    name: 'bill-invalid',
    means: '结构化文件缺少必填的姓名',
    fault: 'bill-invalid',
    broken: (draft) => ofInfo(draft, () => ({ psnName: undefined })),
  },
  {
    name: 'code-invalid',
    means: '凭证标识不是 0 或 1',
    fault: 'code-invalid',
    broken: (draft) => ofInfo(draft, () => ({ elecSetlCertFlag: '9' })),
  },
  {
    name: 'institution-differs',
    means: '结构化文件是另一家机构的',
    fault: 'institution-differs',
    broken: (draft) => ofVisit(draft, { fixmedinsCode: 'H99999999999' }),
  },
  {
    name: 'field-differs',
    means: '报文与结构化文件的姓名不同',
    fault: 'field-differs',
    broken: (draft) => ofInfo(draft, () => ({ psnName: '样张另一人' })),
  },
  {
    name: 'check-code',
    means: '校验码不对',
    fault: 'check-code-wrong',
    broken: (draft) => ofRow(draft, { elecSetlCertChkcode: 'XXXXXX' }),
  },
  {
    name: 'date-in-future',
    means: '开票日期是明天',
    fault: 'date-in-future',
    broken: (draft, today) => {
      const billDate = addDays(today, 1);
      const dated = ofInfo(ofRow(draft, { billDate }), () => ({ billDate }));
      return ofSent(dated, { bizStsb: billDate });
    },
  },
  {
    name: 'date-outside',
    means: '开票日期在业务区间以外',
    fault: 'date-outside',
    broken: (draft) => ofSent(draft, { bizStsb: '20000101-20000131' }),
  },
  {
    name: 'visit-dates',
    means: '就诊结束早于开始',
    fault: 'visit-dates',
    broken: (draft) => ofVisit(draft, { endtime: '2000-01-01 00:00:00' }),
  },
  {
    name: 'parts',
    means: '各项支付合计不等于总费用',
    fault: 'parts-differ',
    broken: (draft) => ofInfo(draft, ({ psnCashpay }) => ({ psnCashpay: more(psnCashpay) })),
  },
  {
    name: 'bill-amount',
    means: '开票金额不等于总费用',
    fault: 'bill-amount-differs',
    broken: (draft) => ofInfo(draft, ({ billAmt }) => ({ billAmt: more(billAmt) })),
  },
  {
    name: 'lines',
    means: '明细合计不等于总费用',
    fault: 'lines-differ',
    broken: (draft) => firstLine(draft, (line) => ({ ...line, detItemFeeSumamt: more(line.detItemFeeSumamt) })),
  },
  {
    name: 'line-wrong',
    means: '明细的数量乘单价不等于金额',
    fault: 'line-wrong',
    broken: (draft) => firstLine(draft, (line) => ({ ...line, pric: asPrice((line.pric ?? 0) + 1_000_000) })),
  },
  {
    name: 'amount-range',
    means: '总费用超过一亿元',
    fault: 'amount-out-of-range',
    broken: (draft) => ofInfo(draft, () => ({ medSumfee: HUGE })),
  },
  {
    name: 'place',
    means: '就医地不是机构所在地',
    fault: 'place-wrong',
    broken: (draft) => ofRow(draft, { mdtrtareaAdmdvs: '659900' }),
  },
  {
    name: 'duplicate',
    means: '已上传的凭证换了内容再用 4901 上传',
    fault: 'voucher-duplicate',
    afterwards: true,
    broken: (draft) => ofRow(draft, { maindiagName: '样张更改的诊断' }),
  },
];
