import { dateOf } from '../../../../kernel/civil-time.ts';
import { validOn, type Person } from '../../../domain/person.ts';
import { populationOf, type Population } from '../populations.ts';
import { nodeOf, rowsUnder, textOf } from './fields.ts';
import type { Exchange } from './exchange.ts';

/** Who an exchange is about, as far as answer, message and the sandbox's own book tell. */
export type PersonSeen = {
  readonly person?: string;
  readonly population?: Population;
  readonly categories: readonly string[];
};

/** Whom the sandbox knows, by 个人管理码 or certificate. */
export type People = { readonly person: (number: string) => Person | undefined };

const NONE = /(?!)/;

/** Categories of persons 人员类别 that the script names beside the populations, and by what each is seen. */
const CATEGORIES: readonly { readonly name: string; readonly identity: RegExp; readonly fund: string }[] = [
  { name: '公务员', identity: NONE, fund: '320100' },
  { name: '军残', identity: /^210[234]/, fund: '350100' },
  { name: '优抚对象', identity: /^21(?!0[234])/, fund: '610200' },
  { name: '建档立卡人员', identity: /^2302/, fund: 'none' },
  { name: '医疗救助对象', identity: /^23(?!02)/, fund: '610100' },
];

/** 人员类别 psn_type of soldiers with a disability (list psn_type: 33, 1111, 1112, 1302). */
const DISABLED_SOLDIER = /^(33|1111|1112|1302)/;

/** The answer's own words come first: setlinfo of a settlement, data of a registration. */
export const personSeen = (people: People, exchange: Exchange): PersonSeen => {
  const { input, output, at } = exchange;
  const words = [nodeOf(output, 'setlinfo') ?? nodeOf(output, 'data'), nodeOf(input, 'data')];
  const said = (field: string) => textOf(words[0], field) ?? textOf(words[1], field);
  const number = said('psn_no') ?? said('certno');
  const known = number === undefined ? undefined : people.person(number);
  const insutype = said('insutype');
  const psn_type = textOf(words[0], 'psn_type') ?? psnTypeOf(known, insutype) ?? said('psn_type');
  return {
    ...(number !== undefined && { person: known?.psn_no ?? number }),
    ...(insutype !== undefined && psn_type !== undefined && { population: populationOf(insutype, psn_type) }),
    categories: categoriesOf(exchange, psn_type ?? '', known, dateOf(at)),
  };
};

const psnTypeOf = (person: Person | undefined, insutype: string | undefined): string | undefined =>
  person?.insurances.find((row) => row.insutype === insutype)?.psn_type;

const categoriesOf = ({ output }: Exchange, psn_type: string, person: Person | undefined, on: string): string[] => {
  const paid = rowsUnder(output, 'setldetail')
    .filter((row) => Number(row['fund_payamt']) > 0)
    .map((row) => textOf(row, 'fund_pay_type') ?? '');
  const isServant = textOf(nodeOf(output, 'setlinfo'), 'cvlserv_flag') === '1';
  const identities = (person?.identities ?? []).filter((row) => validOn(row, on)).map((row) => row.psn_idet_type);
  return CATEGORIES.filter(
    ({ name, identity, fund }) =>
      paid.includes(fund) ||
      identities.some((code) => identity.test(code)) ||
      (name === '公务员' && isServant) ||
      (name === '军残' && DISABLED_SOLDIER.test(psn_type)),
  ).map(({ name }) => name);
};
