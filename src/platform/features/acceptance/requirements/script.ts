import { SIDES, type Side } from '../side.ts';
import { TESTED_CODES } from '../tested-diseases.ts';
import { COMMON, OUTSIDE, type Check, type Explainable, type ListInfno, type Requirement } from './requirement.ts';

/**
 * 附件2 验证测试脚本, row by row (source: as in standard.ts). Rows that the province under test plays itself 测试方 are its rows
 * as 就医省; where the partner plays 配合测试方, the tested province is 参保省.
 */
type Row = {
  readonly title: string;
  readonly sides: readonly Side[];
  readonly check: Check;
  readonly explainable: Explainable;
};

const uploaded = (title: string, side: Side, infno: ListInfno): Row => ({
  title,
  sides: [side],
  check: { kind: 'rows', infno, least: 1 },
  explainable: 'untested',
});

const PREPARATION: readonly Row[] = [
  uploaded('上传门诊慢特病认定资格', 'insured', '1610'),
  uploaded('上传医疗机构开通的病种', 'treatment', '1620'),
  uploaded('下载医疗机构开通的病种', 'insured', '1840'),
  uploaded('下载门诊慢特病认定资格', 'treatment', '1824'),
  uploaded('下载参保人员选定的定点医疗机构', 'treatment', '1825'),
  uploaded('上传医药机构信息', 'treatment', '1603'),
  uploaded('下载医药机构信息', 'insured', '1803'),
];

/**
 * The seventeen rows of a disease. Row 10 prints the flow of row 9 and expects a settlement alone: it is read like row
 * 3.
 */
const rowsOf = (disease: string): readonly Row[] => {
  const treatment = (title: string, check: Check, explainable: Explainable = 'residents'): Row => ({
    title, sides: ['treatment'], check, explainable,
  }); // prettier-ignore
  const insured = (title: string, check: Check, explainable: Explainable = 'residents'): Row => ({
    title, sides: ['insured'], check, explainable,
  }); // prettier-ignore
  return [
    treatment('查询认定资格', { kind: 'acts', infno: '1406', least: 1, disease }, 'untested'),
    treatment('结算、退费、再结算', { kind: 'populations', step: 'settle-refund-settle', disease }),
    treatment('结算', { kind: 'populations', step: 'settle', disease }),
    treatment('退费', { kind: 'populations', step: 'refund', disease }),
    treatment('已退费的再次退费也成功', { kind: 'populations', step: 'refund-again', disease }),
    treatment('其他人员类别结算', { kind: 'others', disease }, 'untested'),
    treatment('1404 查到结算', { kind: 'found', disease }, 'untested'),
    treatment('结算查询界面只见本省、结果正确', { kind: 'screen', disease }, 'statement'),
    insured('结算、退费、再结算', { kind: 'populations', step: 'settle-refund-settle', disease }),
    insured('结算', { kind: 'populations', step: 'settle', disease }),
    insured('退费', { kind: 'populations', step: 'refund', disease }),
    insured('已退费的再次退费也成功', { kind: 'populations', step: 'refund-again', disease }),
    insured('其他人员类别结算', { kind: 'others', disease }, 'untested'),
    insured('全额垫付', { kind: 'advance', disease }, 'not-applicable'),
    { title: '完整流程连续两次成功', sides: SIDES, check: { kind: 'chain', disease }, explainable: 'residents' },
    treatment('覆盖参保地的全部基金', { kind: 'funds', disease }, 'untested'),
    treatment('六个费用项目有值', { kind: 'fee-items', disease }, 'no-value'),
  ];
};

const OUTSIDE_ROWS: readonly Row[] = [
  {
    title: '查询认定资格时返回范围外病种',
    sides: ['treatment'],
    check: { kind: 'outside-returned' },
    explainable: 'untested',
  },
  {
    title: '国家平台拦截范围外病种',
    sides: ['treatment'],
    check: { kind: 'outside-stopped' },
    explainable: 'residents',
  },
];

const listed = (part: string, disease: string, printed: string, rows: readonly Row[]): Requirement[] =>
  rows.map((row, index) => ({
    id: `2.${part}.${index + 1}`,
    clause: `附件2 ${printed} 序号${index + 1}`,
    disease,
    ...row,
  }));

/** The whole annex. */
export const SCRIPT: readonly Requirement[] = [
  ...listed('common', COMMON, '通用交易', PREPARATION),
  ...TESTED_CODES.flatMap((code) => listed(code, code, code, rowsOf(code))),
  ...listed('outside', OUTSIDE, '非范围内病种', OUTSIDE_ROWS),
];
