import type { Admdvs } from '../../../kernel/admdvs.ts';
import { syntheticIdentityNumber } from '../../../kernel/identity-number.ts';
import type { Person } from '../../domain/person.ts';

/**
 * Numbers of synthetic persons, all made of one small number of the persona (1–199) so that they are unique, stable and
 * cannot be anybody's. Sandbox throughout; lengths and openings as public clients show them.
 */

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** 人员编号: place, 9900, twelve digits. 22 digits are no identity number. */
export const personNumber = (place: Admdvs, number: number): string => `${place}9900${padded(number, 12)}`;

/** 公民身份号码 of the place's province; odd order numbers for men (gend 1), even ones for women. */
export const identityNumber = (place: Admdvs, brdy: string, gend: '1' | '2', number: number): string =>
  syntheticIdentityNumber(place, brdy, gend === '1' ? number * 2 - 1 : number * 2);

/** 社会保障卡: nine characters, and the recognition code 卡识别码 of 32, which opens with the issuing place. */
export const cardOf = (place: Admdvs, number: number): NonNullable<Person['card']> => ({
  card_no: `K99${padded(number, 6)}`,
  card_sn: `${place}D15600000500FFFF${padded(number, 10)}`,
});

/** 医保电子凭证令牌: the province, `ec` and thirty small letters and digits. */
export const tokenOf = (place: Admdvs, number: number): string =>
  `${place.slice(0, 2)}0000eckuashengsandbox${padded(number, 15)}`;

/** 待遇申报明细流水号 of a filing (1) or a qualification (2). */
export const declarationNumber = (place: Admdvs, kind: 1 | 2, number: number, index: number): string =>
  `${place}9900${kind}${padded(number, 7)}${padded(index + 1, 2)}`;

/** 人员编号 of the persona whose filing or qualification bears that number. */
export const declaredBy = (declaration: string): string | undefined => {
  const { place, number } = /^(?<place>\d{6})9900[12](?<number>0\d{6})\d{2}$/.exec(declaration)?.groups ?? {};
  return place === undefined ? undefined : personNumber(place, Number(number));
};
