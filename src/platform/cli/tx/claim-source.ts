import { fail, ok, type Result } from '../../../kernel/result.ts';
import { feeLines } from '../../features/demo/inputs.ts';
import { claimFor } from '../demo/claim-for.ts';
import { misuse, type Failure } from '../server/failure.ts';
import type { Source } from './message-source.ts';
import type { Transaction } from './transactions.ts';

/** 2204 with the lines of a disease's demo claim; visit, person and time stay open as in an example. */
export const claimSource = ({ door, table }: Transaction, dise_codg: string): Result<Source, Failure> => {
  if (door !== 'hospital' || table.infno !== '2204') {
    return fail(misuse(`--disease 只用于 2204 门诊费用明细信息上传，交易 ${table.infno} 请去掉它`));
  }
  const claim = claimFor(dise_codg);
  if (!claim.ok) return claim;
  const open = { mdtrt_id: '{mdtrt_id}', psn_no: '{psn_no}', fee_ocur_time: '{now}' };
  return ok({ input: { feedetail: feeLines(claim.value, open) }, envelope: {}, persona: claim.value.persona });
};
