import { asFen, sum, yuan, type Fen } from '../../../../kernel/money.ts';

/** Which of the sums "其中 …" a line counts in. */
type Kind = 'drug' | 'service' | 'material' | 'bed';

/** A line that the place of treatment has split by its catalogue already; amounts in 分. */
type Line = {
  readonly code: string;
  readonly name: string;
  readonly kind: Kind;
  /** 收费项目等级: 01 甲类, 02 乙类, 03 丙类 */
  readonly level: '01' | '02' | '03';
  readonly cnt: number;
  readonly pric: Fen;
  readonly fullSelf: Fen;
  readonly overLimit: Fen;
  readonly selfFirst: Fen;
  readonly inScope: Fen;
};

export type Bill = readonly Line[];

const line = (
  [code, name, kind, level]: readonly [string, string, Kind, Line['level']],
  [cnt, pric]: readonly [number, number],
  [fullSelf, overLimit, selfFirst, inScope]: readonly [number, number, number, number],
): Line => ({
  code, name, kind, level, cnt, pric: asFen(pric), fullSelf: asFen(fullSelf), overLimit: asFen(overLimit),
  selfFirst: asFen(selfFirst), inScope: asFen(inScope),
}); // prettier-ignore

/**
 * The bill of every visit: 甲类; 先自付 of a 乙类 drug, 诊疗 and 材料; a price and a bed above their limits; 丙类. So all six
 * items of row 17 have a value. Invented, in 分: count and price, then what falls on 全自费, 超限价, 先自付, 范围内.
 */
export const BILL: Bill = [
  line(['XC08CAA321A001010199001', '氨氯地平片', 'drug', '01'], [2, 320], [0, 0, 0, 640]),
  line(['XL04AAM026X001010199001', '吗替麦考酚酯', 'drug', '02'], [4, 4215], [0, 0, 1686, 15_174]),
  line(['003107010210000', '动态血压监测', 'service', '02'], [1, 16_000], [0, 0, 800, 15_200]),
  line(['C9900010019900199001', '血压袖带', 'material', '02'], [1, 3650], [0, 650, 450, 2550]),
  line(['001109000050000', '急诊观察床位费', 'bed', '01'], [1, 6000], [0, 3800, 0, 2200]),
  line(['C9900010039900199001', '血糖试纸', 'material', '03'], [1, 5800], [5800, 0, 0, 0]),
];

const scaled = (amount: Fen, times: number): Fen => asFen(amount * times);

/** The same bill so many times over: where the ordinary one is too small for a fund to come in. */
export const timesOver = (bill: Bill, times: number): Bill =>
  bill.map((one) => ({
    ...one,
    cnt: one.cnt * times,
    fullSelf: scaled(one.fullSelf, times),
    overLimit: scaled(one.overLimit, times),
    selfFirst: scaled(one.selfFirst, times),
    inScope: scaled(one.inScope, times),
  }));

/** What the line comes to: its parts added up. */
export const amountOf = ({ fullSelf, overLimit, selfFirst, inScope }: Line): Fen =>
  sum([fullSelf, overLimit, selfFirst, inScope]);

const total = (bill: Bill, amount: (one: Line) => Fen, of: (one: Line) => boolean = () => true): string =>
  yuan(sum(bill.filter(of).map(amount)));

/** The sums of a claim by their codes, in 元 as sent. */
export const sumsOf = (bill: Bill) => ({
  medfee_sumamt: total(bill, amountOf),
  inscp_scp_amt: total(bill, ({ inScope }) => inScope),
  preselfpay_amt: total(bill, ({ selfFirst }) => selfFirst),
  fulamt_ownpay_amt: total(bill, ({ fullSelf }) => fullSelf),
  overlmt_selfpay: total(bill, ({ overLimit }) => overLimit),
  inscp_claa_amt: total(bill, ({ inScope }) => inScope, ({ level }) => level === '01'),
  preselfpay_drug_amt: total(bill, ({ selfFirst }) => selfFirst, ({ kind }) => kind === 'drug'),
  preselfpay_serv_amt: total(bill, ({ selfFirst }) => selfFirst, ({ kind }) => kind === 'service'),
  preselfpay_mcs_amt: total(bill, ({ selfFirst }) => selfFirst, ({ kind }) => kind === 'material'),
  overlmt_bed_amt: total(bill, ({ overLimit }) => overLimit, ({ kind }) => kind === 'bed'),
}); // prettier-ignore

/** 医疗发票项目类别: 09 西药费, 03 检查费, 08 材料费, 01 床位费 */
const INVOICE: Readonly<Record<Kind, string>> = { drug: '09', service: '03', material: '08', bed: '01' };

/** The lines as 1106 and 1107 carry them. */
export const linesOf = (bill: Bill, dise_codg: string, detl_ocur_time: string) =>
  bill.map((one, index) => ({
    feedetl_sn: String(index + 1),
    detl_ocur_time,
    dise_codg,
    medins_list_codg: `HIS${String(index + 1).padStart(3, '0')}`,
    medins_list_name: one.name,
    hilist_code: one.code,
    hilist_name: one.name,
    chrgitm_lv: one.level,
    med_invo_item_type: INVOICE[one.kind],
    pric: yuan(one.pric),
    cnt: String(one.cnt),
    amt: yuan(amountOf(one)),
    fulamt_ownpay_amt: yuan(one.fullSelf),
    overlmt_amt: yuan(one.overLimit),
    preselfpay_amt: yuan(one.selfFirst),
    inscp_scp_amt: yuan(one.inScope),
  }));
