import { placeOf, reach, type Admdvs } from '../../kernel/admdvs.ts';
import { stamp6, type Instant } from '../../kernel/civil-time.ts';
import type { ApplicationKind } from './application.ts';

/**
 * Numbers that the insured place hands out. Out-of-area visits and settlements: a letter + insured place (6) + yyMMdd +
 * 7 digits, the form that public interface pages show for 3260. Local ones are 20-digit serials of ours (sandbox).
 */
export type Series = { readonly key: string; readonly print: (serial: number) => string };

const series = (letter: 'S' | 'A', insuplc: Admdvs, mdtrtarea: Admdvs, now: Instant): Series => {
  const place = placeOf(insuplc);
  const day = stamp6(now);
  const away = reach(mdtrtarea, insuplc) !== 'local';
  const head = away ? `${letter}${place}${day}` : `${place}${day}${letter === 'S' ? '1' : '2'}`;
  return { key: head, print: (serial) => head + String(serial).padStart(20 - head.length, '0') };
};

/** Visit number 就诊ID (mdtrt_id, nationally mdtrt_regno): S… */
export const visitSeries = (insuplc: Admdvs, mdtrtarea: Admdvs, now: Instant): Series =>
  series('S', insuplc, mdtrtarea, now);

/** Settlement number 结算ID (setl_id, nationally setl_sn): A… */
export const settlementSeries = (insuplc: Admdvs, mdtrtarea: Admdvs, now: Instant): Series =>
  series('A', insuplc, mdtrtarea, now);

/** 1 a filing, 2 a qualification (as the seeds number theirs), 3 a chosen institution. */
const APPLICATION_DIGIT: Readonly<Record<ApplicationKind, string>> = {
  filing: '1',
  qualification: '2',
  'chosen-institution': '3',
};

/** 待遇申报明细流水号 of an application: place, yyMMdd, kind, seven digits (sandbox form). */
export const applicationSeries = (insuplc: Admdvs, kind: ApplicationKind, now: Instant): Series => {
  const head = `${placeOf(insuplc)}${stamp6(now)}${APPLICATION_DIGIT[kind]}`;
  return { key: `application ${head}`, print: (serial) => head + String(serial).padStart(7, '0') };
};

/** 文件查询号 of an institution's file: F, its place, yyMMdd, seven digits (sandbox form). */
export const fileSeries = (admdvs: Admdvs, now: Instant): Series => {
  const head = `F${placeOf(admdvs)}${stamp6(now)}`;
  return { key: `file ${head}`, print: (serial) => head + String(serial).padStart(7, '0') };
};

/**
 * National visit number 就诊顺序号 mdtrtsn of the treatment place: place + yyMMdd + number of the exchange, so every
 * settlement of a visit has its own (sandbox form).
 */
export const visitOrderNumber = (mdtrtarea: Admdvs, now: Instant, seq: number): string =>
  placeOf(mdtrtarea) + stamp6(now) + String(seq).padStart(10, '0');
