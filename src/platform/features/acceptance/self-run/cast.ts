import type { Listed, ListedInsurance } from './listed.ts';

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
};

/** Whom the script asks for. */
export type Cast = {
  /** 职工在职, 职工退休, 居民, as far as somebody was found. */
  readonly populations: readonly Member[];
  /** 公务员, 军残, 建档立卡, 救助, 优抚: those who were found. */
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
];

/** Picks nobody twice; whoever cannot show all three credentials or is not insured there is passed over. */
export const castOf = (people: readonly Listed[], insuplc: string): Cast => {
  const candidates = people.flatMap((listed) => candidateOf(listed, insuplc) ?? []);
  const taken = new Set<string>();
  const pick = ({ population, fits }: Sought): Member[] => {
    const found = candidates.find((one) => !taken.has(one.listed.psn_no) && fits(one));
    if (!found) return [];
    taken.add(found.listed.psn_no);
    return [memberOf(population, found)];
  };
  return {
    populations: POPULATIONS.flatMap(pick),
    others: OTHERS.flatMap(pick),
    temporary: [{ population: '居民（临时外出）', fits: insured('390', '15') }].flatMap(pick),
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
});
