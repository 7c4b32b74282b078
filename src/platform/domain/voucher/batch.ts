import { isCivilDate, type CivilDate } from '../../../kernel/civil-time.ts';
import { mayBeReal } from '../../../kernel/identity-number.ts';
import type { Institution } from '../institution.ts';
import type { Party } from '../party.ts';
import { isRefusal, refuse, type Refusal, type RefusalName } from '../refusals.ts';
import type { Settings } from '../settings.ts';
import { fileBases, voucherKey, voucherName } from './keys.ts';
import type { Onboarding } from './onboarding/onboarding.ts';
import { notOnboarded, standingOf } from './onboarding/standing.ts';
import type { Unpacked } from './unpacked.ts';
import type { VoucherRelation } from './voucher.ts';

/** What 4901 and 4905 both say of a batch. */
export type BatchSent = {
  readonly fixmedinsCode: string;
  readonly elecSetlCertCnt: number;
  readonly bizStsb: string;
  readonly upldBchno: string;
  readonly upldMode?: string;
  readonly rows: readonly VoucherRelation[];
};

/** Who sends it, when. */
export type BatchContext = {
  readonly institution: Institution;
  readonly party: Party;
  readonly today: CivilDate;
  readonly settings: Pick<Settings, 'voucherOnboarding'>;
};

/** A batch holds at most so many vouchers (4901 elecSetlCertCnt). */
const MOST_VOUCHERS = 100;

/** What `batchFault` may say. */
export const BATCH_REFUSALS: readonly RefusalName[] = [
  'voucher-institution', 'voucher-not-onboarded', 'voucher-batch-number', 'voucher-interval', 'voucher-mode',
  'voucher-too-many', 'voucher-count', 'voucher-twice', 'voucher-real-person', 'voucher-package', 'voucher-file-stray',
  'voucher-batch-used',
]; // prettier-ignore

/** Days of the interval 业务区间, both included. */
export type Interval = { readonly from: CivilDate; readonly to: CivilDate };

const DAY = /(\d{4})-?(\d{2})-?(\d{2})/g;

/**
 * One or two dates, written yyyyMMdd or yyyy-MM-dd. The table prints no form: whatever stands between them is accepted
 * (reconstructed).
 */
export const intervalOf = (bizStsb: string, by: Party): Interval | Refusal => {
  const days = [...bizStsb.matchAll(DAY)].map(([, year, month, day]) => `${year}-${month}-${day}`);
  const [from, to = from] = days;
  const readable = from !== undefined && to !== undefined && days.length <= 2 && days.every(isCivilDate) && from <= to;
  return readable ? { from, to } : refuse(by, 'voucher-interval', bizStsb);
};

/** 上传日期年月日加5位顺序号 (4901 upldBchno), not of a day to come. */
const isBatchNumber = (upldBchno: string, today: CivilDate): boolean => {
  const day = `${upldBchno.slice(0, 4)}-${upldBchno.slice(4, 6)}-${upldBchno.slice(6, 8)}`;
  return /^\d{13}$/.test(upldBchno) && isCivilDate(day) && day <= today;
};

/** What stops a batch as a whole; its interval where nothing does. */
export const batchFault = (
  sent: BatchSent,
  unpacked: Unpacked | undefined,
  onboarding: Onboarding | undefined,
  context: BatchContext,
): Interval | Refusal => {
  const { elecSetlCertCnt, upldBchno, rows } = sent;
  const { party, today } = context;
  const own = context.institution.fixmedins_code;
  const stopped = senderFault(sent, onboarding, context);
  if (stopped) return stopped;
  if (!isBatchNumber(upldBchno, today)) return refuse(party, 'voucher-batch-number', upldBchno);
  if (rows.length > MOST_VOUCHERS || rows.length === 0) return refuse(party, 'voucher-too-many', rows.length);
  if (elecSetlCertCnt !== rows.length) return refuse(party, 'voucher-count', elecSetlCertCnt, rows.length);
  const { upldMode: mode } = sent;
  if (mode !== undefined && mode !== '1' && mode !== '2') return refuse(party, 'voucher-mode', mode);
  const interval = intervalOf(sent.bizStsb, party);
  if (isRefusal(interval)) return interval;
  return rowsFault(rows, own, party) ?? packageFault(rows, unpacked, party) ?? interval;
};

/** Nobody uploads for another one, and nobody who is not onboarded. */
const senderFault = (
  { fixmedinsCode }: BatchSent,
  onboarding: Onboarding | undefined,
  { institution: { fixmedins_code: own }, party, settings }: BatchContext,
): Refusal | undefined =>
  fixmedinsCode === own
    ? notOnboarded(standingOf(own, onboarding, settings), party)
    : refuse(party, 'voucher-institution', fixmedinsCode, own);

const rowsFault = (rows: readonly VoucherRelation[], own: string, by: Party): Refusal | undefined => {
  const names = rows.map((row) => voucherName(voucherKey(own, row)));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refuse(by, 'voucher-twice', twice);
  const real = rows.findIndex(({ certno }) => certno !== undefined && mayBeReal(certno));
  return real < 0 ? undefined : refuse(by, 'voucher-real-person', real + 1);
};

const packageFault = (
  rows: readonly VoucherRelation[],
  unpacked: Unpacked | undefined,
  by: Party,
): Refusal | undefined => {
  if (!unpacked) return undefined;
  if (!unpacked.ok) return refuse(by, 'voucher-package', unpacked.text);
  const wanted = new Set(rows.flatMap((row) => fileBases(voucherKey('', row))));
  const stray = unpacked.vouchers.find(({ base }) => !wanted.has(base));
  if (stray) return refuse(by, 'voucher-file-stray', stray.base);
  const real = unpacked.vouchers.findIndex(({ bill }) => mayBeReal(bill?.billInfo.certno ?? ''));
  return real < 0 ? undefined : refuse(by, 'voucher-real-person', real + 1);
};
