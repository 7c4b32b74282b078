import type { Side } from '../side.ts';

/** 就诊凭证类型: 01 医保电子凭证, 02 居民身份证, 03 社会保障卡. */
export type Credential = '01' | '02' | '03';

export const CREDENTIAL_NAMES: Readonly<Record<Credential, string>> = {
  '01': '医保电子凭证',
  '02': '居民身份证',
  '03': '社会保障卡',
};

/** Transactions that carry lists of rows 笔数. */
export type ListInfno = '1603' | '1610' | '1620' | '1625' | '1803' | '1824' | '1825' | '1840';

/** What populations have to show one by one. */
export type Step = 'settle' | 'refund' | 'refund-again' | 'settle-refund-settle';

/** How a requirement is verified; a new kind is one line here, one in `checks/run-check.ts` and a file beside it. */
export type Check =
  /** So many messages that took effect. Without a disease: of any. */
  | {
      readonly kind: 'acts';
      readonly infno: string;
      readonly least: number;
      readonly disease?: string;
      readonly credential?: Credential;
      /** Of reversals: what they reverse. */
      readonly oinfno?: '1107' | '1203';
    }
  /** So many different rows of an upload or download; `each`: of each disease under test. */
  | { readonly kind: 'rows'; readonly infno: ListInfno; readonly least: number; readonly each?: true }
  | { readonly kind: 'populations'; readonly step: Step; readonly disease: string }
  /** A settlement of another category of persons: 公务员, 军残, 建档立卡, 优抚 …. */
  | { readonly kind: 'others'; readonly disease: string }
  /** 1404 finds settlements of the disease. */
  | { readonly kind: 'found'; readonly disease: string }
  /** The province's own screen; 1404 shows whether it gets rows of its own alone. */
  | { readonly kind: 'screen'; readonly disease: string }
  /** 全额垫付, where the insured place has such a rule. */
  | { readonly kind: 'advance'; readonly disease: string }
  /** The full chain, twice in a row for each population. */
  | { readonly kind: 'chain'; readonly disease: string }
  /** Every kind of fund that the insured place has. */
  | { readonly kind: 'funds'; readonly disease: string }
  /** The six fee items of which each must have had a value. */
  | { readonly kind: 'fee-items'; readonly disease: string }
  /** 1406 returns diseases outside the list too. */
  | { readonly kind: 'outside-returned' }
  /** The national node stops 1106 and 1107 of a disease outside the list. */
  | { readonly kind: 'outside-stopped' }
  /** No message breaks the interface tables. */
  | { readonly kind: 'clean' }
  /** Benefits agree with what was expected of them 待遇验证. */
  | { readonly kind: 'benefit' }
  /** All of these requirements are met. */
  | { readonly kind: 'combined'; readonly parts: Readonly<Record<Side, readonly string[]>> };

/**
 * Why the documents let a row stand on an explanation 情况说明. residents: the insured place has not opened the residents;
 * untested: 没有测试的交易项目需提供情况说明; no-value: 若费用项目无值，需进行说明; not-applicable: the condition of the row
 * does not hold; statement: what the sandbox cannot see.
 */
export type Explainable = 'residents' | 'untested' | 'no-value' | 'not-applicable' | 'statement';

/** One thing that the official documents demand of a province. */
export type Requirement = {
  /** Annex, section, disease, row: `1.2.2.M05300.3`, `2.M08300.15`, `3.1107-01`. */
  readonly id: string;
  /** Where it stands: `附件2 M05300 序号15`. */
  readonly clause: string;
  /** On which sides it is demanded. */
  readonly sides: readonly Side[];
  /** One of the six, what is common to all, or what lies outside the list. */
  readonly disease: string;
  /** In our words. */
  readonly title: string;
  readonly check: Check;
  readonly explainable?: Explainable;
};

/** Of `Requirement.disease`: rows before the diseases, and those of diseases outside the list. */
export const COMMON = 'common';
export const OUTSIDE = 'outside';
