import { must } from '../../kernel/assert.ts';
import { checkFacts } from '../domain/voucher/check-facts.ts';
import { faultsOf } from '../domain/voucher/judge.ts';
import { rowOfCheck } from '../domain/voucher/keys.ts';
import { verdictWrites } from '../domain/voucher/verdict.ts';
import type { DueHandler } from './due-work.ts';

/** The centre checks a voucher 电子结算凭证 some time after it came (setting `voucherSeconds`): one voucher, one work. */
export const voucherCheck: DueHandler = (reader, { key }, { now, today }) => {
  const { fixmedins_code, upldBchno, row } = rowOfCheck(key);
  const upload = reader.voucherUpload(fixmedins_code, upldBchno, row);
  must(upload, `a voucher that is due was taken: ${key}`);
  const facts = checkFacts(reader, upload);
  must(facts, `${fixmedins_code} is an institution`);
  return verdictWrites(facts, faultsOf(facts, today), now);
};
