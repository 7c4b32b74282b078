import { POPULATION_NAMES, type Population } from '../populations.ts';
import { CREDENTIAL_NAMES, type Check, type Credential } from '../requirements/requirement.ts';
import type { Result } from '../result.ts';
import { diseaseName } from '../tested-diseases.ts';

/** Which message would bring a requirement forward, and what it must be about. */
export type Aim = {
  readonly infno: string;
  readonly says: string;
  readonly disease?: string | undefined;
  readonly credential?: Credential | undefined;
  readonly population?: Population | undefined;
  /** Of a reversal: what it reverses. */
  readonly oinfno?: '1107' | '1203' | undefined;
  /** The refund of what is refunded. */
  readonly again?: true;
  /** A disease outside the list. */
  readonly outside?: string;
  /** A person of another category than the usual ones. */
  readonly special?: true;
};

/** A near miss of M00200 that is on no list. */
const OUTSIDE = 'M00201';

/** Undefined where no message helps: the parts of a combined one tell their own, a statement is written. */
export const aimOf = ({ requirement: { check }, population }: Result): Aim | undefined =>
  (AIMS[check.kind] as AimOf<Check>)(check, population);

type AimOf<C extends Check> = (check: C, population: Population | undefined) => Aim | undefined;

type ByKind = { readonly [Kind in Check['kind']]: AimOf<Extract<Check, { readonly kind: Kind }>> };

const who = (population: Population | undefined): string =>
  population === undefined ? '' : `，人员为${POPULATION_NAMES[population]}`;

const settling = (disease: string, population: Population | undefined, more = ''): Aim => ({
  infno: '1107',
  says: `发 1107 结算${diseaseName(disease)}${who(population)}${more}`,
  disease,
  population,
});

const STEP_AIMS = {
  settle: settling,
  'settle-refund-settle': (disease: string, population: Population | undefined): Aim =>
    settling(disease, population, '，接着 1203 退费，再用新的就诊顺序号结算'),
  refund: (disease: string, population: Population | undefined): Aim => ({
    infno: '1203',
    says: `发 1203 退一笔${diseaseName(disease)}的结算${who(population)}`,
    disease,
  }),
  'refund-again': (disease: string, population: Population | undefined): Aim => ({
    infno: '1203',
    says: `对已退费的${diseaseName(disease)}结算用新报文号再发 1203${who(population)}`,
    disease,
    again: true,
  }),
};

const AIMS: ByKind = {
  acts: ({ infno, disease, credential, oinfno }) => ({
    infno,
    says: [
      `发 ${infno}`,
      oinfno === undefined ? '' : `冲正一笔 ${oinfno}`,
      disease === undefined ? '' : diseaseName(disease),
      credential === undefined ? '' : `凭证 ${credential} ${CREDENTIAL_NAMES[credential]}`,
    ]
      .filter((part) => part !== '')
      .join('，'),
    disease,
    credential,
    oinfno,
  }),
  rows: ({ infno }) => ({ infno, says: `发 ${infno}，行数和病种见还差什么` }),
  populations: ({ step, disease }, population) => STEP_AIMS[step](disease, population),
  others: ({ disease }) => ({
    ...settling(disease, undefined, '，人员为公务员、军残、建档立卡、优抚等'),
    special: true,
  }),
  found: ({ disease }) => ({ infno: '1404', says: `用 1404 查询一笔${diseaseName(disease)}的结算`, disease }),
  screen: () => undefined,
  advance: ({ disease }) => settling(disease, undefined, '，参保地按全额垫付处理'),
  chain: ({ disease }, population) =>
    settling(disease, population, '，走完整流程 1107→1203→1301(冲退费)→1301(冲结算)→1107→1203→1107，连续两遍'),
  funds: ({ disease }) => settling(disease, undefined, '，使还没有支付的基金支付'),
  'fee-items': ({ disease }) => settling(disease, undefined, '，六个费用项目都大于零'),
  'outside-returned': () => ({ infno: '1406', says: '用 1406 查询一个有范围外病种资格的人' }),
  'outside-stopped': (_check, population) => ({
    infno: '1107',
    says: `用范围外病种发 1106 和 1107${who(population)}，应被国家平台拦截`,
    population,
    outside: OUTSIDE,
  }),
  clean: () => undefined,
  benefit: () => undefined,
  combined: () => undefined,
};
