import { textIn } from '../text-in.ts';

/** What the patient sees of a settlement 结算结果; amounts as they came. */
const SHOWN: readonly (readonly [field: string, name: string])[] = [
  ['hospitalName', '医院'],
  ['userName', '姓名'],
  ['totalFee', '总费用'],
  ['hifAmt', '基金支付'],
  ['acctAmt', '个人账户支付'],
  ['ownAmt', '个人现金支付'],
  ['balance', '账户余额'],
];

/** The data of cn.nhsa.settle.notify as the lines of a terminal's screen. */
export const noticeLines = (data: Readonly<Record<string, unknown>>): readonly string[] => {
  const state = data['medicalSettleState'] === 'FAIL' ? '医保结算失败' : '医保结算成功';
  const lines = SHOWN.flatMap(([field, name]) => (textIn(data[field]) ? [`${name}：${textIn(data[field])}`] : []));
  return [state, ...lines].map((line) => line.slice(0, 100));
};
