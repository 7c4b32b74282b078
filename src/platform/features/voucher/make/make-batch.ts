import { dateOf, dateTimeOf, type Instant } from '../../../../kernel/civil-time.ts';
import { placeOf } from '../../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Institution } from '../../../domain/institution.ts';
import type { Settlement } from '../../../domain/settlement.ts';
import { inForce, uploadOfVersion } from '../../../domain/voucher/check-facts.ts';
import type { Voucher } from '../../../domain/voucher/voucher.ts';
import type { Reader } from '../../../store/port.ts';
import { BREAKS } from './breaks.ts';
import type { Draft, DraftVoucher } from './draft.ts';
import { specimenOf, type SpecimenFacts } from './from-settlement.ts';
import { numbersOf } from './numbers.ts';
import { packDraft, type MadeBatch } from './pack-draft.ts';
import { redOf } from './red-of.ts';
import type { Kind, Specimen } from './specimen.ts';

/** What batch is wanted. */
export type Wanted = {
  /** Settlement ids of one institution, as its 2207 was answered. */
  readonly settlements: readonly string[];
  readonly kind: Kind;
  readonly mode: '1' | '2';
  /** 4905: vouchers that were made before come again. */
  readonly again: boolean;
  /** A case of `BREAKS`: what shall be wrong. */
  readonly broken?: string;
};

/** A specimen batch for settlements of the book, ready to be sent; or in plain Chinese why none can be made. */
export const makeBatch = (reader: Reader, wanted: Wanted, now: Instant): Result<MadeBatch, string> => {
  const broken = BREAKS.find(({ name }) => name === wanted.broken);
  if (wanted.broken !== undefined && !broken) return fail(`没有错误情形 ${wanted.broken}`);
  const vouchers: DraftVoucher[] = [];
  for (const setl_id of wanted.settlements) {
    const made = voucherFor(reader, setl_id, wanted, broken?.edition ?? 0, now);
    if (!made.ok) return made;
    vouchers.push(made.value);
  }
  const draft = draftOf(reader, vouchers, wanted, now);
  if (!draft.ok) return draft;
  return ok(packDraft(broken?.broken ? broken.broken(draft.value, dateOf(now)) : draft.value));
};

const voucherFor = (
  reader: Reader,
  setl_id: string,
  { kind, again }: Wanted,
  edition: number,
  now: Instant,
): Result<DraftVoucher, string> => {
  const settlement = reader.settlement('treatment', setl_id);
  const institution = settlement && reader.institution(settlement.fixmedins_code);
  if (!settlement || !institution) return fail(`没有结算 ${setl_id}`);
  const numbers = numbersOf(setl_id, kind, edition, institution.admdvs, settlement.setl_time.slice(0, 10));
  const made =
    kind === 'red'
      ? redFor(reader, settlement, institution, numbers, now)
      : ok(specimenOf(factsOf(reader, settlement, institution), numbers, kind === 'self-pay'));
  if (!made.ok || !again) return made;
  const { code, no } = numbers;
  const known = reader.voucher({ fixmedins_code: institution.fixmedins_code, code, no });
  if (!known) return fail(`结算 ${setl_id} 的样张还没有用 4901 上传，不能重传`);
  return ok({ ...made.value, again: { code, no, rea: '样张重传', renamed: false } });
};

const factsOf = (reader: Reader, settlement: Settlement, institution: Institution): SpecimenFacts => {
  const visit = reader.visit(settlement.mdtrt_id);
  const batch = reader.batch(settlement.mdtrt_id, settlement.chrg_bchno ?? '');
  return {
    settlement,
    institution,
    ...(visit && { visit }),
    ...(batch && { batch }),
    itemOf: (code) => reader.item(placeOf(institution.admdvs), code),
  };
};

/** The red voucher of what was uploaded for a settlement, real-time settled or self-paid. */
const redFor = (
  reader: Reader,
  settlement: Settlement,
  institution: Institution,
  numbers: ReturnType<typeof numbersOf>,
  now: Instant,
): Result<Specimen, string> => {
  const { setl_id, setl_time } = settlement;
  const original = originalOf(reader, settlement, institution);
  const bill = original && uploadOfVersion(reader, original, inForce(original))?.bill;
  if (!bill) return fail(`结算 ${setl_id} 没有已校验通过的凭证，不能冲红`);
  const refund = reader.refundsOf('treatment', setl_id).find(({ state }) => state === 'effective');
  const settled = original.relation.setlId === undefined ? undefined : refund;
  const moment = settled?.setl_time ?? dateTimeOf(now);
  const billed = { billDate: moment.slice(0, 10), billTime: moment.slice(11) || setl_time.slice(11) };
  const { fixmedins_code, fixmedins_name } = institution;
  return ok(redOf(original, { fixmedins_code, fixmedins_name, bill }, numbers, settled, billed));
};

const originalOf = (reader: Reader, { setl_id, setl_time }: Settlement, institution: Institution) => {
  const { fixmedins_code, admdvs } = institution;
  const isGood = (voucher: Voucher) => voucher.state === 'normal' && !voucher.red;
  const settled = reader.vouchersOfSettlement(setl_id).find(isGood);
  if (settled) return settled;
  const { code, no } = numbersOf(setl_id, 'self-pay', 0, admdvs, setl_time.slice(0, 10));
  return reader.voucher({ fixmedins_code, code, no });
};

const draftOf = (
  reader: Reader,
  vouchers: readonly DraftVoucher[],
  { mode, again }: Wanted,
  now: Instant,
): Result<Draft, string> => {
  const [first] = vouchers;
  if (!first) return fail('没有指定结算ID');
  if (vouchers.some(({ fixmedins_code }) => fixmedins_code !== first.fixmedins_code)) {
    return fail('这些结算不属于同一家机构，一批只能是一家的');
  }
  const days = vouchers.map(({ relation }) => relation.billDate.replaceAll('-', '')).sort();
  return ok({
    way: again ? '4905' : '4901',
    mode,
    vouchers,
    sent: {
      fixmedinsCode: first.fixmedins_code,
      fixmedinsName: first.fixmedins_name,
      elecSetlCertCnt: vouchers.length,
      bizStsb: `${days[0] ?? ''}-${days.at(-1) ?? ''}`,
      upldBchno: nextBatch(reader, first.fixmedins_code, now),
      upldMode: mode,
    },
  });
};

/** The day and the first of its five-digit numbers that this institution has not used. */
const nextBatch = (reader: Reader, fixmedins_code: string, now: Instant): string => {
  const day = dateOf(now).replaceAll('-', '');
  let serial = 1;
  const batch = () => day + String(serial).padStart(5, '0');
  while (serial < 99_999 && reader.voucherBatch(fixmedins_code, batch())) serial += 1;
  return batch();
};
