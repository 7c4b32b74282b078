import type { Act } from '../evidence/act.ts';
import type { ActIndex } from '../evidence/act-index.ts';
import { nodeOf, rowsUnder, textOf } from '../evidence/fields.ts';
import type { Check } from '../requirements/requirement.ts';
import { counted, type Finding, type Grounds } from './finding.ts';
import { fundsOf, hasFullAdvance } from './place-policies.ts';

const settled = (index: ActIndex, disease: string): Act[] =>
  index.of('1107', disease).filter(({ effective }) => effective);

const exchangesOf = (acts: readonly Act[]) => acts.map(({ exchange }) => exchange);

/** Row 6 and 13: somebody of another category; which ones were seen stands in the note. */
export const checkOthers = (disease: string, index: ActIndex): Finding => {
  const acts = settled(index, disease).filter(({ categories }) => categories.length > 0);
  const names = [...new Set(acts.flatMap(({ categories }) => categories))];
  return {
    ...counted(1, acts.length, exchangesOf(acts)),
    note:
      names.length > 0
        ? `看到的人员类别：${names.join('、')}`
        : '人员类别按出参 cvlserv_flag、psn_type、各基金支付和沙箱人员的身份类别判断',
  };
};

/** Row 14: 视参保地规则. Which places are meant is seen by who was treated. */
export const checkAdvance = (disease: string, index: ActIndex, grounds: Grounds): Finding => {
  const all = settled(index, disease);
  const acts = all.filter(({ exchange }) => textOf(nodeOf(exchange.output, 'setlinfo'), 'fulamt_advpay_flag') === '1');
  const finding = counted(1, acts.length, exchangesOf(acts));
  if (acts.length > 0) return finding;
  const rules = placesOf(all).map((place) => hasFullAdvance(grounds, place));
  if (rules.length === 0 || rules.includes(true)) return finding;
  if (rules.includes(undefined)) return { ...finding, verdict: 'attested', note: '沙箱没有该参保地政策' };
  return { ...finding, verdict: 'omit', note: '沙箱所知的参保地政策没有全额垫付规则' };
};

/** Row 16: one insured place whose funds have all paid. The personal account is no fund of common money. */
export const checkFunds = (disease: string, index: ActIndex, grounds: Grounds): Finding => {
  const all = settled(index, disease);
  const places = placesOf(all).map((place) => {
    const supported = fundsOf(grounds, place, disease);
    const own = all.filter(({ exchange }) => exchange.insuplc === place);
    return { place, supported, own, lacking: supported?.filter(({ code }) => !own.some((act) => paid(act, code))) };
  });
  const known = places.filter(({ supported }) => supported !== undefined);
  const best = known.sort((a, b) => (a.lacking?.length ?? 0) - (b.lacking?.length ?? 0))[0];
  if (!best?.supported || !best.lacking) return unknownFunds(all);
  const { supported, own, lacking, place } = best;
  return {
    required: supported.length,
    seen: supported.length - lacking.length,
    evidence: exchangesOf(supported.flatMap(({ code }) => own.find((act) => paid(act, code)) ?? [])),
    lacking: lacking.map(({ name }) => name),
    note: `参保地 ${place} 的政策有 ${supported.length} 种基金`,
  };
};

const unknownFunds = (all: readonly Act[]): Finding =>
  all.length === 0
    ? counted(1, 0, [])
    : { ...counted(1, 0, exchangesOf(all)), verdict: 'attested', note: '沙箱没有参保地政策，不知道有哪些基金' };

const paid = ({ exchange }: Act, code: string): boolean =>
  rowsUnder(exchange.output, 'setldetail').some(
    (row) => textOf(row, 'fund_pay_type') === code && Number(row['fund_payamt']) > 0,
  );

const placesOf = (acts: readonly Act[]): string[] => [...new Set(acts.map(({ exchange }) => exchange.insuplc))].sort();

/** The items of row 17 by their codes at the national door. */
const FEE_ITEMS = [
  { code: 'inscp_claa_amt', name: '甲类费用' },
  { code: 'preselfpay_drug_amt', name: '先自付药品' },
  { code: 'preselfpay_serv_amt', name: '先自付诊疗' },
  { code: 'preselfpay_mcs_amt', name: '先自付材料' },
  { code: 'overlmt_selfpay', name: '超限价自付' },
  { code: 'overlmt_bed_amt', name: '超限价床位费' },
];

/** Row 17: each item has had a value in some settlement. */
export const checkFeeItems = (disease: string, index: ActIndex): Finding => {
  const acts = settled(index, disease);
  const shown = FEE_ITEMS.map((item) => ({ ...item, act: acts.find((act) => hasValue(act, item.code)) }));
  return {
    required: FEE_ITEMS.length,
    seen: shown.filter(({ act }) => act).length,
    evidence: exchangesOf([...new Set(shown.flatMap(({ act }) => act ?? []))]),
    lacking: shown.filter(({ act }) => !act).map(({ name, code }) => `${name} ${code}`),
  };
};

/** Amounts of the journal are integers of 分. */
const hasValue = ({ exchange }: Act, code: string): boolean => Number(nodeOf(exchange.input, 'data')?.[code] ?? 0) > 0;

export type CaseCheck = Extract<Check, { readonly kind: 'others' | 'advance' | 'funds' | 'fee-items' }>;
