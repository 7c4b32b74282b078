import { addDays, addMonths, yearsBetween, type CivilDate } from '../../kernel/civil-time.ts';
import type { Holder } from './holder.ts';

/** An identity card 居民身份证 as a thing that can be laid on a reader. */
export type IdCard = {
  readonly medium: 'id-card';
  readonly person: string;
  readonly name: string;
  readonly gender: string;
  readonly nationality: string;
  readonly birthday: CivilDate;
  readonly address: string;
  readonly idNo: string;
  readonly issued: CivilDate;
  readonly validUntil: CivilDate;
  readonly office: string;
};

/** Only the certificate type 01 is an identity card; a foreigner has none. */
export const idCardOf = (holder: Holder): IdCard | undefined => {
  if (holder.idType !== '01') return undefined;
  const issued = addMonths(holder.issuedOn, -24);
  return {
    medium: 'id-card',
    person: holder.person,
    name: holder.name,
    gender: holder.gender,
    nationality: holder.nationality,
    birthday: holder.birthday,
    address: '沙箱市虚拟区示范路1号',
    idNo: holder.idNo,
    issued,
    validUntil: addDays(addMonths(issued, 12 * yearsValid(yearsBetween(holder.birthday, issued))), -1),
    office: '沙箱市公安局虚拟分局',
  };
};

/** 5, 10 or 20 years by the age at issue; those of 46 and older, whose cards never end, get 20 as well (sandbox). */
const yearsValid = (age: number): number => {
  if (age < 16) return 5;
  return age < 26 ? 10 : 20;
};

const GENDERS: Readonly<Record<string, string>> = { 1: '男', 2: '女' };
const bare = (date: string): string => date.replaceAll('-', '');

/** The nine items of ReadSFZ: 姓名, 性别, 民族, 出生日期, 住址, 身份证号, 签发日期, 失效日期, 签发机关. */
export const idItems = (card: IdCard): readonly string[] => [
  card.name,
  GENDERS[card.gender] ?? '未知',
  NATIONALITIES[card.nationality.padStart(2, '0')] ?? '汉',
  bare(card.birthday),
  card.address,
  card.idNo,
  bare(card.issued),
  bare(card.validUntil),
  card.office,
];

/** As the cards of the reference print it: bars between the items, none after the last. */
export const idText = (card: IdCard): string => idItems(card).join('|');

/** The larger ones of GB 3304. */
const NATIONALITIES: Readonly<Record<string, string>> = {
  '01': '汉', '02': '蒙古', '03': '回', '04': '藏', '05': '维吾尔', '06': '苗', '07': '彝', '08': '壮', '09': '布依',
  10: '朝鲜', 11: '满', 12: '侗', 13: '瑶', 14: '白', 15: '土家',
}; // prettier-ignore
