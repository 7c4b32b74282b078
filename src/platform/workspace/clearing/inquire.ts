import { provinceName, provinceOf } from '../../../kernel/admdvs.ts';
import { dateOf } from '../../../kernel/civil-time.ts';
import { yuan } from '../../../kernel/money.ts';
import { mayInquire } from '../../../rules/clearing/cooperation.ts';
import type { PaperBill } from '../../../rules/clearing/inquiry.ts';
import type { z } from 'zod';
import type { World } from '../../dispatch/world.ts';
import { institutionNamed } from '../../domain/clearing/national/institution-named.ts';
import type { KeptRequest } from '../../domain/clearing/national/records.ts';
import { rulesOf } from '../../domain/clearing/national/rules.ts';
import type { Reader } from '../../store/port.ts';
import type { inquiryForm, replyForm } from './forms.ts';

type Form = z.infer<typeof inquiryForm>;

/** Why a 费用协查 is not possible: it is for one inpatient bill above the limit, of the province that is asked. */
export const whyNoInquiry = (world: World, reader: Reader, { bill, setl_id, to }: Form): string | undefined => {
  if (bill) return whyNotBill(bill, dateOf(world.clock.now())) ?? elsewhere(reader, bill, to) ?? tooSmall(world, bill);
  if (setl_id === undefined)
    return '费用协查要写明票据 bill（机构 hospital、号码 bill_no、医疗类别、起止日期、总额），或者跨省结算 setl_id';
  const row = reader.settlement('national', setl_id);
  if (!row) return `没有跨省结算 ${setl_id}；平台上没有的费用请写明票据 bill`;
  return tooSmall(world, { med_type: row.med_type, total: row.shares.medfee_sumamt });
};

const whyNotBill = ({ from_date, to_date }: PaperBill, today: string): string | undefined => {
  if (from_date > to_date) return `票据的起始日期 from_date（${from_date}）晚于截止日期 to_date（${to_date}）`;
  return to_date > today ? `票据的截止日期 to_date（${to_date}）还没有到，今天是 ${today}` : undefined;
};

const elsewhere = (reader: Reader, { hospital }: PaperBill, to: string): string | undefined => {
  const institution = institutionNamed(reader, hospital);
  const province = institution && provinceOf(institution.admdvs);
  if (province === undefined || province === to) return undefined;
  return `${hospital} 是${provinceName(province)}的机构，对方省 to 应为 ${province}，不是 ${to}`;
};

const tooSmall = (world: World, { med_type, total }: Pick<PaperBill, 'med_type' | 'total'>): string | undefined =>
  mayInquire(total, med_type, rulesOf(world.settings()))
    ? undefined
    : `费用协查限单次住院（医疗类别 2 或 52 开头）总费用超过 3 万元：这一笔医疗类别 ${med_type}，总额 ${yuan(total)} 元；` +
      '其他问题请发起问题协同 issue';

/** Why an answer does not fit its request: of an inquiry it says what was found, of anything else it does not. */
export const whyNotSo = (
  { kind }: Pick<KeptRequest, 'kind'>,
  { event, finding }: z.infer<typeof replyForm>,
): string | undefined => {
  const wanted = kind === 'inquiry' && event === 'answer';
  if (wanted && finding === undefined)
    return '费用协查的答复要写明结论 finding：genuine 属实、not-genuine 不属实、amount-differs 金额不符';
  return !wanted && finding !== undefined ? '结论 finding 只写在费用协查的答复（answer）中' : undefined;
};
