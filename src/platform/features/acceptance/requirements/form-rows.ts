import { SIDES, type Side } from '../side.ts';
import { TESTED_CODES, TESTED_DISEASES } from '../tested-diseases.ts';
import { COMMON, CREDENTIAL_NAMES, type Check, type Credential, type Requirement } from './requirement.ts';
import { SCRIPT } from './script.ts';
import { STANDARD } from './standard.ts';

/**
 * 附件3 接口测试情况表: seventeen transactions, then six diseases, labels as printed (source: as in standard.ts). A
 * transaction is 是 when its counts of 附件1 are reached; 1106 has none there and needs one success for each credential
 * (our reading).
 */
type Printed = { readonly key: string; readonly label: string; readonly sides: readonly Side[]; readonly check: Check };

/** Rows of 附件1 §2.2 and §3.3 of every disease. */
const countsOf = (...rows: readonly number[]): Check => ({
  kind: 'combined',
  parts: {
    treatment: TESTED_CODES.flatMap((code) => rows.map((row) => `1.2.2.${code}.${row}`)),
    insured: TESTED_CODES.flatMap((code) => rows.map((row) => `1.3.3.${code}.${row}`)),
  },
});

const preparation = (key: string, label: string, side: Side, row: number): Printed => ({
  key,
  label,
  sides: [side],
  check: {
    kind: 'combined',
    parts: {
      treatment: side === 'treatment' ? [`1.2.2.common.${row}`] : [],
      insured: side === 'insured' ? [`1.3.3.common.${row}`] : [],
    },
  },
});

const CREDENTIALS: readonly Credential[] = ['01', '03', '02'];

/** Row of 附件1 §2.2 that counts settlements with it. */
const SETTLED_WITH: Readonly<Record<Credential, number>> = { '01': 2, '03': 3, '02': 4 };

const TRANSACTIONS: readonly Printed[] = [
  ...CREDENTIALS.map((credential): Printed => {
    const label = `【1106】门诊预结算（${CREDENTIAL_NAMES[credential]}）`;
    const check: Check = { kind: 'acts', infno: '1106', least: 1, credential };
    return { key: `1106-${credential}`, label, sides: SIDES, check };
  }),
  ...CREDENTIALS.map((credential): Printed => {
    const label = `【1107】门诊结算（${CREDENTIAL_NAMES[credential]}）`;
    return { key: `1107-${credential}`, label, sides: SIDES, check: countsOf(SETTLED_WITH[credential]) };
  }),
  { key: '1107-benefit', label: '【1107】门诊结算待遇验证无误', sides: ['insured'], check: { kind: 'benefit' } },
  { key: '1203', label: '【1203】门诊退费', sides: SIDES, check: countsOf(8) },
  { key: '1301', label: '【1301】冲正', sides: SIDES, check: countsOf(9, 10) },
  { key: '1406', label: '【1406】门诊慢特病认定资格信息查询', sides: SIDES, check: countsOf(1) },
  preparation('1603', '【1603】医药机构信息上传', 'treatment', 3),
  preparation('1803', '【1803】医药机构信息下载', 'insured', 3),
  preparation('1610', '【1610】门诊慢特病认定资格上传', 'insured', 1),
  preparation('1620', '【1620】医疗机构开通门诊慢特病病种信息上传', 'treatment', 4),
  preparation('1840', '【1840】医疗机构开通门诊慢特病病种信息下载', 'insured', 4),
  preparation('1824', '【1824】门诊慢特病认定资格下载', 'treatment', 1),
  preparation('1825', '【1825】参保人员选择的门诊慢特病定点医疗机构信息下载', 'treatment', 2),
];

/** Every row of 附件1 and 附件2 of a disease on a side; §2.1 and §3.2 are made of the same rows. */
const rowsOf = (disease: string, side: Side): string[] =>
  [...STANDARD, ...SCRIPT]
    .filter((row) => row.disease === disease && row.sides.includes(side) && row.check.kind !== 'combined')
    .map(({ id }) => id);

const DISEASES = TESTED_DISEASES.map(({ code, name }): Printed => ({
  key: code,
  label: `${code} ${name}`,
  sides: SIDES,
  check: { kind: 'combined', parts: { treatment: rowsOf(code, 'treatment'), insured: rowsOf(code, 'insured') } },
}));

const asRequirement =
  (disease: (key: string) => string) =>
  ({ key, label, sides, check }: Printed): Requirement => ({
    id: `3.${key}`,
    clause: `附件3 ${label}`,
    sides,
    disease: disease(key),
    title: label,
    check,
    ...(check.kind === 'benefit' && { explainable: 'statement' as const }),
  });

export const FORM_TRANSACTIONS: readonly Requirement[] = TRANSACTIONS.map(asRequirement(() => COMMON));
export const FORM_DISEASES: readonly Requirement[] = DISEASES.map(asRequirement((key) => key));
