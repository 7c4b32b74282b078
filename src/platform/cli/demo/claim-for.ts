import { fail, ok, type Result } from '../../../kernel/result.ts';
import { demoClaims, type DemoClaim } from '../../sandbox.ts';
import { misuse, type Failure } from '../server/failure.ts';

/** The demo claim for a disease code, or which codes have one. */
export const claimFor = (dise_codg: string): Result<DemoClaim, Failure> => {
  const claims = demoClaims();
  const found = claims.find((claim) => claim.dise_codg === dise_codg);
  if (found !== undefined) return ok(found);
  const known = claims.map((claim) => `${claim.dise_codg} ${claim.dise_name}`).join('、');
  return fail(misuse(`--disease（病种代码）${dise_codg} 没有演示费用，可用：${known}`));
};
