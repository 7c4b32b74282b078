/** A line of the bill: name as people say it, code of the catalogue, quantity, price and amount in 元 as sent. */
export type BillLine = {
  readonly name: string;
  readonly med_list_codg: string;
  readonly cnt: string;
  readonly pric: string;
  readonly det_item_fee_sumamt: string;
};

const line = (
  name: string,
  med_list_codg: string,
  cnt: string,
  pric: string,
  det_item_fee_sumamt: string,
): BillLine => ({
  name,
  med_list_codg,
  cnt,
  pric,
  det_item_fee_sumamt,
});

/** Seven lines of a visit for 高血压 with something in every part of the split (sandbox). */
export const BILL: readonly BillLine[] = [
  line('氨氯地平片（甲类）', 'XC08CAA321A001010199001', '2', '3.20', '6.40'),
  line('沙库巴曲缬沙坦钠片（乙类）', 'XC09DXS255A001010199001', '4', '42.15', '168.60'),
  line('动态血压监测（乙类）', '003107010210000', '1', '160.00', '160.00'),
  line('一次性使用血压袖带（乙类，限价）', 'C9900010019900199001', '1', '36.50', '36.50'),
  line('急诊观察床位费（限价）', '001109000050000', '1', '60.00', '60.00'),
  line('普通门诊诊查费（甲类）', '001102000010000', '1', '10.00', '10.00'),
  line('血糖试纸（丙类）', 'C9900010039900199001', '1', '58.00', '58.00'),
];

/** What the bill comes to, in 元 as sent. */
export const BILL_TOTAL = '499.50';

/** The disease that the visit is for 门诊慢特病种. */
export const DISEASE = { dise_codg: 'M03900', dise_name: '高血压' } as const;
