import { z } from 'zod';
import { ZERO } from '../../../kernel/money.ts';
import { GRADES } from '../../../rules/policy/case.ts';
import { admdvsText, dateText, diseaseText, words, yesNoText, yuanText } from '../../../rules/policy/schema/texts.ts';
import {
  accumulatorCode,
  code,
  flag,
  institutionCode,
  otherCertificate,
  personaNumber,
  relative,
  slug,
  validity,
} from './fields.ts';
import { SITUATIONS } from './situations.ts';

const insurance = z
  .strictObject({
    insuplc_admdvs: admdvsText,
    insutype: code,
    psn_type: code,
    psn_insu_stas: z.enum(['1', '2', '4']).default('1'),
    psn_insu_date: relative.default('-5y'),
    paus_insu_date: relative.exactOptional(),
    cvlserv_flag: flag.default('0'),
    emp_name: words.exactOptional(),
    grade: z.enum(GRADES).exactOptional(),
    employer_plan: yesNoText.exactOptional(),
    /** 个人账户余额 in 元. */
    balc: yuanText.default(ZERO),
  })
  .refine((row) => (row.psn_insu_stas === '1') === (row.paus_insu_date === undefined), {
    path: ['paus_insu_date'],
    error: '暂停或终止参保（psn_insu_stas 2、4）必须写，其他不能写',
  });

const identity = z.strictObject({
  psn_idet_type: code,
  psn_type_lv: code.exactOptional(),
  memo: words.exactOptional(),
  ...validity,
});

const filing = z.strictObject({
  kind: z.enum(['resident', 'referral', 'emergency', 'other']),
  /** A city, or a province `440000` as a whole. */
  mdtrtarea_admdvs: admdvsText,
  fixmedins_code: institutionCode.exactOptional(),
  ...validity,
});

/** Without insutype a row belongs to the person's first insurance. */
const insutype = code.exactOptional();

const qualification = z
  .strictObject({
    insutype,
    /** The place's own code, where it differs from the national one or has no national one. */
    local_dise_code: words.exactOptional(),
    opsp_dise_code: diseaseText.exactOptional(),
    opsp_dise_name: words,
    ...validity,
  })
  .refine((row) => row.local_dise_code !== undefined || row.opsp_dise_code !== undefined, {
    error: '本地病种代码和全国病种代码至少写一个',
  });

const chosen = z.strictObject({
  insutype,
  /** 03 就医定点医疗机构登记 */
  biz_appy_type: code.default('03'),
  /** One row for each disease; none: the choice holds for all. */
  diseases: z.array(diseaseText).default([]),
  fixmedins_code: institutionCode,
  ...validity,
});

const used = z.strictObject({
  insutype,
  period: z.enum(['year', 'month']).default('year'),
  cum_type_code: accumulatorCode,
  /** Used so far, in 元. */
  cum: yuanText,
});

const contribution = z.strictObject({
  insutype,
  accrym_begn: relative,
  accrym_end: relative,
  clct_flag: flag,
  clct_time: relative,
});

const persona = z
  .strictObject({
    id: slug,
    /** 1–199, of this persona alone: all its numbers are made of it. */
    number: personaNumber,
    shows: words,
    situations: z.array(z.enum(SITUATIONS)).min(1),
    psn_name: words,
    gend: z.enum(['1', '2']),
    brdy: dateText,
    naty: code.default('1'),
    psn_cert_type: code.default('01'),
    /** Only with another certificate than the identity card 01, whose number is made of birth day and number. */
    certno: otherCertificate.exactOptional(),
    card: yesNoText.default(true),
    ec_token: yesNoText.default(true),
    /** The persona whose account may pay 家庭共济: place and number. */
    family: z.strictObject({ insuplc_admdvs: admdvsText, number: personaNumber, insutype: code }).exactOptional(),
    insurances: z.array(insurance).min(1),
    identities: z.array(identity).default([]),
    filings: z.array(filing).default([]),
    qualifications: z.array(qualification).default([]),
    chosen: z.array(chosen).default([]),
    accumulators: z.array(used).default([]),
    contributions: z.array(contribution).default([]),
  })
  .refine((row) => (row.psn_cert_type === '01') === (row.certno === undefined), {
    path: ['certno'],
    error: '证件类型不是 01 时必须写，01 时由出生日期和 number 生成，不能写',
  });

/** A file of `seeds/personas/`. Persons are invented: nothing in it is a fact. */
export const personaFile = z.strictObject({ status: z.literal('sandbox'), personas: z.array(persona).min(1) });

/** A person made for one situation; its days are still relative. */
export type PersonaSeed = z.output<typeof persona>;
