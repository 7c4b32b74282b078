import { add, asFen, negate, subtract, ZERO } from '../../../../../kernel/money.ts';
import { amountsOf, negated } from '../../../../domain/voucher/amounts.ts';
import type { Draft } from '../draft.ts';
import { ofBill, ofInfo, ofRow, ofVisit, type Break } from './break.ts';

const CENT = asFen(1);

/** One 分 from cash to the other parts: the total stays. */
const shifted = (draft: Draft): Draft =>
  ofInfo(draft, ({ psnCashpay = ZERO, othPay = ZERO }) => ({
    psnCashpay: subtract(psnCashpay, CENT),
    othPay: add(othPay, CENT),
  }));

/** All amounts below zero, the flag still that of a normal voucher. */
const turned = (draft: Draft): Draft => {
  const bill = ofBill(draft, ({ billInfo, feeDetl, ...rest }) => ({
    ...rest,
    billInfo: { ...billInfo, ...negated(amountsOf(billInfo)), billAmt: negate(billInfo.billAmt ?? ZERO) },
    feeDetl: feeDetl.map((line) => ({
      ...line,
      pric: negate(asFen(line.pric ?? 0)) as never,
      detItemFeeSumamt: negate(line.detItemFeeSumamt ?? ZERO),
    })),
  }));
  return ofRow(bill, { medfeeSumamt: negate(draft.vouchers[0]?.relation.medfeeSumamt ?? ZERO) });
};

const named = (draft: Draft, setlId: string | undefined): Draft => ofVisit(ofRow(draft, { setlId }), { setlId });

/** What is wrong with a kind of voucher: 实时与跨省, 全自费, 冲红. */
export const KIND_BREAKS: readonly Break[] = [
  { name: 'amount-negative', means: '正常票的金额为负', fault: 'amount-negative', kind: 'settled', broken: turned },
  {
    name: 'settlement-missing',
    means: '实时结算的凭证没有结算ID',
    fault: 'settlement-missing',
    kind: 'settled',
    broken: (draft) => named(draft, undefined),
  },
  {
    name: 'settlement-unknown',
    means: '没有这个结算ID',
    fault: 'settlement-unknown',
    kind: 'settled',
    broken: (draft) => named(draft, '999999999999'),
  },
  {
    name: 'settlement-differs',
    means: '现金与其他支付各差一分，与结算不符',
    fault: 'settlement-differs',
    kind: 'settled',
    broken: shifted,
  },
  {
    name: 'settlement-has-voucher',
    means: '同一结算换号再开一张',
    fault: 'settlement-has-voucher',
    kind: 'settled',
    afterwards: true,
    edition: 1,
  },
  {
    name: 'insured-place-missing',
    means: '跨省结算的凭证没有参保地（须是跨省结算）',
    fault: 'insured-place-missing',
    kind: 'settled',
    broken: (draft) => ofRow(draft, { insuplcAdmdvs: undefined }),
  },
  {
    name: 'settlement-not-wanted',
    means: '全自费凭证填了结算ID',
    fault: 'settlement-not-wanted',
    kind: 'self-pay',
    broken: (draft) => named(draft, '999999999999'),
  },
  {
    name: 'self-pay-funds',
    means: '全自费凭证有统筹基金支付',
    fault: 'self-pay-funds',
    kind: 'self-pay',
    broken: (draft) =>
      ofInfo(draft, ({ psnCashpay = ZERO }) => ({ hifpPay: CENT, psnCashpay: subtract(psnCashpay, CENT) })),
  },
  {
    name: 'red-without-original',
    means: '冲红票没有原凭证号码',
    fault: 'red-without-original',
    kind: 'red',
    afterwards: true,
    broken: (draft) => ofInfo(draft, () => ({ relElecSetlCertNo: undefined, relElecSetlCertCode: undefined })),
  },
  {
    name: 'red-original-unknown',
    means: '冲红票的原凭证不存在',
    fault: 'red-original-unknown',
    kind: 'red',
    afterwards: true,
    broken: (draft) => ofInfo(draft, () => ({ relElecSetlCertNo: '0000000000' })),
  },
  {
    name: 'red-differs',
    means: '冲红票的金额不是原凭证的相反数',
    fault: 'red-differs',
    kind: 'red',
    afterwards: true,
    broken: shifted,
  },
  {
    name: 'red-twice',
    means: '已冲红的凭证再开一张冲红票（先上传冲红票）',
    fault: 'red-original-red',
    kind: 'red',
    afterwards: true,
    edition: 1,
  },
];
