import { SIDE_NAMES, type Side } from '../side.ts';
import { TESTED_CODES, TESTED_DISEASES } from '../tested-diseases.ts';
import { COMMON, CREDENTIAL_NAMES, type Check, type Credential, type Requirement } from './requirement.ts';

/**
 * 附件1 测试通过标准: what must have come how often, the same counts on both sides (source: 国家医疗保障局办公室 2024-09-24
 * 关于开展门诊慢特病扩围病种相关系统改造和联调测试工作的通知). Its §1, that provinces take all three credentials, is in the counts.
 */
const SECTIONS: Readonly<Record<Side, string>> = { treatment: '2.2', insured: '3.3' };

type Counted = { readonly title: string; readonly check: Check };

const PREPARATION: Readonly<Record<Side, readonly Counted[]>> = {
  treatment: [
    { title: '下载门诊慢特病认定资格', check: { kind: 'rows', infno: '1824', least: 2, each: true } },
    { title: '下载参保人员选定的定点医疗机构', check: { kind: 'rows', infno: '1825', least: 2, each: true } },
    { title: '上传医药机构信息', check: { kind: 'rows', infno: '1603', least: 1 } },
    { title: '上传医疗机构开通的病种', check: { kind: 'rows', infno: '1620', least: 1, each: true } },
  ],
  insured: [
    { title: '上传门诊慢特病认定资格', check: { kind: 'rows', infno: '1610', least: 2, each: true } },
    { title: '上传参保人员选定的定点医疗机构', check: { kind: 'rows', infno: '1625', least: 2, each: true } },
    { title: '下载医药机构信息', check: { kind: 'rows', infno: '1803', least: 1 } },
    { title: '下载医疗机构开通的病种', check: { kind: 'rows', infno: '1840', least: 1, each: true } },
  ],
};

const byCredential = (title: string, infno: string, disease: string): Counted[] =>
  (['01', '03', '02'] satisfies Credential[]).map((credential) => ({
    title: `${title}（${CREDENTIAL_NAMES[credential]}）`,
    check: { kind: 'acts', infno, least: 2, disease, credential },
  }));

const ofDisease = (disease: string): Counted[] => [
  { title: '查询认定资格', check: { kind: 'acts', infno: '1406', least: 2, disease } },
  ...byCredential('门诊慢特病结算', '1107', disease),
  ...byCredential('门诊慢特病挂号', '1005', disease),
  { title: '门诊慢特病退费', check: { kind: 'acts', infno: '1203', least: 6, disease } },
  { title: '冲正结算', check: { kind: 'acts', infno: '1301', least: 6, disease, oinfno: '1107' } },
  { title: '冲正退费', check: { kind: 'acts', infno: '1301', least: 6, disease, oinfno: '1203' } },
];

const counts = (side: Side, disease: string, counted: readonly Counted[]): Requirement[] =>
  counted.map(({ title, check }, index) => ({
    id: `1.${SECTIONS[side]}.${disease}.${index + 1}`,
    clause: `附件1 §${SECTIONS[side]} ${disease === COMMON ? '通用交易' : disease} 序号${index + 1}`,
    sides: [side],
    disease,
    title,
    check,
  }));

const countsOf = (side: Side): Requirement[] => [
  ...counts(side, COMMON, PREPARATION[side]),
  ...TESTED_CODES.flatMap((disease) => counts(side, disease, ofDisease(disease))),
];

const scriptRows = (disease: string, rows: readonly number[]): string[] => rows.map((row) => `2.${disease}.${row}`);

/** Rows of the script that a province plays as 就医省, and as 参保省 (column 操作方; row 15 is both sides'). */
export const TREATMENT_ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 17];
export const INSURED_ROWS = [9, 10, 11, 12, 13, 14, 15];

const oneByOne = ({ code, name }: (typeof TESTED_DISEASES)[number]): Requirement => ({
  id: `1.2.1.${code}`,
  clause: `附件1 §2.1 ${code}`,
  sides: ['treatment'],
  disease: code,
  title: `${name}按脚本逐项测试`,
  check: { kind: 'combined', parts: { treatment: scriptRows(code, TREATMENT_ROWS), insured: [] } },
});

/** The whole annex. */
export const STANDARD: readonly Requirement[] = [
  ...TESTED_DISEASES.map(oneByOne),
  ...countsOf('treatment'),
  {
    id: '1.2.3',
    clause: '附件1 §2.3',
    sides: ['treatment'],
    disease: COMMON,
    title: '没有 PSAM 卡、经国家平台读卡的就医地测试 1903 卡内部认证',
    check: { kind: 'acts', infno: '1903', least: 1 },
    explainable: 'not-applicable',
  },
  {
    id: '1.2.4',
    clause: '附件1 §2.4',
    sides: ['treatment'],
    disease: COMMON,
    title: '报文的字段名和码值都合乎接口表',
    check: { kind: 'clean' },
  },
  {
    id: '1.3.1',
    clause: '附件1 §3.1',
    sides: ['insured'],
    disease: COMMON,
    title: '用 1610 上传认定资格',
    check: { kind: 'rows', infno: '1610', least: 1 },
  },
  {
    id: '1.3.2',
    clause: '附件1 §3.2',
    sides: ['insured'],
    disease: COMMON,
    title: `作为${SIDE_NAMES.insured}配合完成脚本`,
    check: {
      kind: 'combined',
      parts: { treatment: [], insured: TESTED_CODES.flatMap((code) => scriptRows(code, INSURED_ROWS)) },
    },
  },
  ...countsOf('insured'),
];
