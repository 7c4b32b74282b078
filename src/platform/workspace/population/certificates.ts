import { placeOf, type Admdvs } from '../../../kernel/admdvs.ts';
import { addDays, daysBetween, isCivilDate, type CivilDate } from '../../../kernel/civil-time.ts';
import { syntheticIdentityNumber } from '../../../kernel/identity-number.ts';

/**
 * 公民身份号码 of the population. A province has one number for each birth day and order; its places share them evenly,
 * scattered so that neighbours have other ages. Nothing is kept: a number leads back to its place and person.
 * All of it is the sandbox's own.
 */
const FIRST_DAY = '1934-01-01';
/** Birth days: 1934 to 2023. */
const DAYS = 32_872;
/** Orders 400 to 999: those below belong to the personas (../seeds/fields.ts). */
const FIRST_ORDER = 400;
const ORDERS = 600;
/** So many numbers has a province. */
export const NUMBERS = DAYS * ORDERS;
/** Places of a province: the middle two digits of their codes. */
const PLACES = 100;

/** So many people has each place; they are numbered from 1. */
export const PEOPLE_OF_A_PLACE = NUMBERS / PLACES;

/** Prime to NUMBERS, about the golden section of it: one person's distance from the next. */
const STEP = 12_208_067;

/** STEP × BACK leaves 1 when divided by NUMBERS. */
const BACK = 852_203;

/** Who somebody is: the place and the number there. */
export type Numbered = { readonly place: Admdvs; readonly n: number };

export type Certificate = { readonly certno: string; readonly brdy: CivilDate; readonly gend: '1' | '2' };

/** The product of two numbers below NUMBERS is a safe integer. */
const modulo = (value: number): number => ((value % NUMBERS) + NUMBERS) % NUMBERS;

/** `offset`, below NUMBERS, turns the numbers of the whole province: another seed, other birth days. */
export const certificateOf = ({ place, n }: Numbered, offset: number): Certificate => {
  const rank = Number(place.slice(2, 4)) * PEOPLE_OF_A_PLACE + (n - 1);
  const at = modulo(rank * STEP + offset);
  const brdy = addDays(FIRST_DAY, at % DAYS);
  const order = FIRST_ORDER + Math.floor(at / DAYS);
  return { certno: syntheticIdentityNumber(place, brdy, order), brdy, gend: order % 2 === 1 ? '1' : '2' };
};

const FORM = /^(\d\d)9900(\d{4})(\d\d)(\d\d)(\d{3})[\dX]$/;

/** Who would have that number; undefined for a persona's and for what is no number of a synthetic person. */
export const numberedByCertificate = (certno: string, offsetOf: (province: string) => number): Numbered | undefined => {
  const [, province, year, month, day, order] = FORM.exec(certno) ?? [];
  if (province === undefined || Number(order) < FIRST_ORDER) return undefined;
  const brdy = `${year}-${month}-${day}`;
  const days = isCivilDate(brdy) ? daysBetween(FIRST_DAY, brdy) : -1;
  if (days < 0 || days >= DAYS) return undefined;
  const at = (Number(order) - FIRST_ORDER) * DAYS + days;
  const rank = modulo(modulo(at - offsetOf(province)) * BACK);
  const city = Math.floor(rank / PEOPLE_OF_A_PLACE);
  const place = placeOf(`${province}${String(city).padStart(2, '0')}00`);
  const found = { place, n: (rank % PEOPLE_OF_A_PLACE) + 1 };
  return certificateOf(found, offsetOf(province)).certno === certno ? found : undefined;
};
