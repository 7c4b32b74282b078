import { addDays, dateTimeOf, instantOf, type CivilDateTime, type Instant } from '../../kernel/civil-time.ts';
import type { HospitalFile } from './hospital-file.ts';
import type { DomainWrite } from './write.ts';

/** Days for which a file can be fetched (sandbox). */
const KEPT = 7;

/** 下载截止时间 of a file that is there now. */
export const fetchableUntil = (now: Instant): CivilDateTime => {
  const today = dateTimeOf(now);
  return `${addDays(today.slice(0, 10), KEPT)} ${today.slice(11)}`;
};

/** Keeps a file until its time is over. */
export const fileWrites = (file: HospitalFile): DomainWrite[] => [
  { kind: 'file.put', file },
  { kind: 'due.put', due: { kind: 'file-end', key: file.file_qury_no, at: instantOf(file.dld_endtime) } },
];

/** A file of this institution that can still be fetched; another one's is like none. */
export const ownFile = (
  file: HospitalFile | undefined,
  { fixmedins_code }: { readonly fixmedins_code: string },
  now: Instant,
): HospitalFile | undefined =>
  file?.fixmedins_code === fixmedins_code && now < instantOf(file.dld_endtime) ? file : undefined;
