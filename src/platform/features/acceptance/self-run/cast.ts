import type { Listed, ListedFiling, ListedInsurance } from './listed.ts';

/** Somebody of the cast: insured, and able to show all three credentials. */
export type Member = {
  /** 职工在职, 职工退休, 居民, or what else makes the person pay differently. */
  readonly population: string;
  readonly psn_no: string;
  readonly psn_name: string;
  readonly psn_cert_type: string;
  readonly certno: string;
  readonly ec_token: string;
  readonly card_no: string;
  readonly card_sn: string;
  readonly insutype: string;
  readonly psn_type: string;
  /** Filings 备案 that hold already. */
  readonly filings: readonly ListedFiling[];
};

/** Whom the script asks for. */
export type Cast = {
  /** 职工在职, 职工退休, 居民, as far as somebody was found. */
  readonly populations: readonly Member[];
  /** 公务员, 军残, 建档立卡, 救助, 优抚, 企业补充: those who were found. */
  readonly others: readonly Member[];
  /** 居民 who went away for a while only 临时外出: some places leave them to 全额垫付. */
  readonly temporary: readonly Member[];
};

/** Everybody of the cast. */
export const membersOf = ({ populations, others, temporary }: Cast): readonly Member[] => [
  ...populations,
  ...others,
  ...temporary,
];

/** A person who may be cast, with the insurance that counts. */
type Candidate = { readonly listed: Listed; readonly insurance: ListedInsurance };

type Sought = { readonly population: string; readonly fits: (candidate: Candidate) => boolean };

const plain = ({ listed, insurance }: Candidate): boolean =>
  listed.identities.length === 0 && insurance.cvlserv_flag !== '1';
const insured =
  (insutype: string, psn_type: string) =>
  (candidate: Candidate): boolean =>
    plain(candidate) && candidate.insurance.insutype === insutype && candidate.insurance.psn_type.startsWith(psn_type);
const identified =
  (...types: readonly string[]) =>
  ({ listed }: Candidate): boolean =>
    listed.identities.some(({ psn_idet_type }) => types.includes(psn_idet_type));

const POPULATIONS: readonly Sought[] = [
  { population: '职工在职', fits: insured('310', '11') },
  { population: '职工退休', fits: insured('310', '12') },
  { population: '居民', fits: insured('390', '15') },
];

/** Lists psn_type and psn_idet_type of the hospital interface. */
const OTHERS: readonly Sought[] = [
  { population: '公务员', fits: ({ insurance }) => insurance.insutype === '310' && insurance.cvlserv_flag === '1' },
  { population: '军残', fits: identified('2102', '2103', '2104') },
  { population: '建档立卡', fits: identified('2302') },
  { population: '救助对象', fits: identified('2303', '2304', '2305', '2306') },
  { population: '优抚', fits: identified('2101', '2160') },
  { population: '企业补充保险', fits: ({ insurance }) => insurance.employer_plan === true },
];

/** A long stay filed elsewhere would count before the short one. */
const TEMPORARY: Sought = {
  population: '居民（临时外出）',
  fits: (candidate) =>
    insured('390', '15')(candidate) && candidate.listed.filings.every(({ kind }) => kind === 'other'),
};

/** Where persons come from: the people of the place, and those whom the sandbox has for special cases. */
export type Listing = { readonly people: readonly Listed[]; readonly personas: readonly Listed[] };

/** Picks nobody twice; whoever cannot show all three credentials or is not insured there is passed over. */
export const castOf = ({ people, personas }: Listing, insuplc: string): Cast => {
  const taken = new Set<string>();
  const from = (listed: readonly Listed[]) => {
    const candidates = listed.flatMap((one) => candidateOf(one, insuplc) ?? []);
    return ({ population, fits }: Sought): Member[] => {
      const found = candidates.find((one) => !taken.has(one.listed.psn_no) && fits(one));
      if (!found) return [];
      taken.add(found.listed.psn_no);
      return [memberOf(population, found)];
    };
  };
  return {
    populations: POPULATIONS.flatMap(from(people)),
    others: OTHERS.flatMap(from([...personas, ...people])),
    temporary: [TEMPORARY].flatMap(from(people)),
  };
};

/** Who can be treated with any of the three credentials. */
const candidateOf = (listed: Listed, insuplc: string): Candidate | undefined => {
  const { psn_cert_type, card_no, ec_token, insurances } = listed;
  if (psn_cert_type !== '01' || card_no === null || ec_token === null) return undefined;
  const insurance = insurances.find((row) => isPaying(row) && row.insuplc_admdvs === insuplc);
  return insurance && { listed, insurance };
};

/** In force, and one under which outpatient visits are settled: 310 职工, 390 居民. */
const isPaying = ({ psn_insu_stas, insutype }: ListedInsurance): boolean =>
  psn_insu_stas === '1' && (insutype === '310' || insutype === '390');

const memberOf = (population: string, { listed, insurance }: Candidate): Member => ({
  population,
  psn_no: listed.psn_no,
  psn_name: listed.name,
  psn_cert_type: listed.psn_cert_type,
  certno: listed.certno,
  ec_token: listed.ec_token ?? '',
  card_no: listed.card_no ?? '',
  card_sn: listed.card_sn ?? '',
  insutype: insurance.insutype,
  psn_type: insurance.psn_type,
  filings: listed.filings,
});
