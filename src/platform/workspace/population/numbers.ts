import { isPlace, type Admdvs } from '../../../kernel/admdvs.ts';
import type { Person } from '../../domain/person.ts';
import { PEOPLE_OF_A_PLACE, type Numbered } from './certificates.ts';

/**
 * The other numbers of the population. Each says place and number of its person, so that it leads back to them; an 8
 * where a persona has a 0 (../seeds/person-numbers.ts) keeps the two apart. Lengths and openings are those of personas,
 * the rest is the sandbox's own.
 */
const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** Counties under a province itself 省直辖县级行政区 have no people here: identity numbers have no room for them. */
export const hasPeople = (place: Admdvs): boolean => isPlace(place) && place.endsWith('00');

/** 人员编号 */
export const personNumber = ({ place, n }: Numbered): string => `${place}99008${padded(n, 11)}`;

/** 社会保障卡: nine characters, the last four the number to base 36; and the code 卡识别码 of 32. */
export const cardOf = ({ place, n }: Numbered): NonNullable<Person['card']> => ({
  card_no: `P${place.slice(0, 4)}${n.toString(36).toUpperCase().padStart(4, '0')}`,
  card_sn: `${place}D15600000500FFFF8${padded(n, 9)}`,
});

/** 医保电子凭证令牌 */
export const tokenOf = ({ place, n }: Numbered): string =>
  `${place.slice(0, 2)}0000eckuashengsandbox8${place}${padded(n, 8)}`;

/** 待遇申报明细流水号 of a filing (1) or a qualification (2). */
export const declarationNumber = ({ place, n }: Numbered, kind: 1 | 2, index: number): string =>
  `${place}9900${kind}8${padded(n, 6)}${padded(index + 1, 2)}`;

/** 人员编号 of whose filing or qualification bears that number. */
export const declaredBy = (declaration: string): string | undefined => {
  const { place, n } = /^(?<place>\d{6})9900[12]8(?<n>\d{6})\d{2}$/.exec(declaration)?.groups ?? {};
  return place === undefined ? undefined : personNumber({ place, n: Number(n) });
};

type Decode = (number: string) => Numbered | undefined;

const decoder =
  (form: RegExp, base: number, print: (who: Numbered) => string | undefined): Decode =>
  (number) => {
    const { place = '', n = '' } = form.exec(number)?.groups ?? {};
    const who = { place: place.padEnd(6, '0'), n: Number.parseInt(n, base) };
    return isSomebody(who) && print(who) === number ? who : undefined;
  };

/** True for a place and a number under which somebody lives. */
export const isSomebody = ({ place, n }: Numbered): boolean =>
  hasPeople(place) && Number.isInteger(n) && n >= 1 && n <= PEOPLE_OF_A_PLACE;

export const numberedByPersonNumber = decoder(/^(?<place>\d{6})99008(?<n>\d{11})$/, 10, personNumber);
export const numberedByCard = decoder(/^P(?<place>\d{4})(?<n>[0-9A-Z]{4})$/, 36, (who) => cardOf(who).card_no);
export const numberedByToken = decoder(/^\d{6}eckuashengsandbox8(?<place>\d{6})(?<n>\d{8})$/, 10, tokenOf);
