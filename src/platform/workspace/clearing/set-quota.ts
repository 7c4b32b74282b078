import { ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import { quotaKey } from '../../domain/clearing/national/quotas-after.ts';
import type { Quota } from '../../domain/clearing/national/records.ts';
import { readForm, type FormProblem } from '../../wire/read-form.ts';
import { quotaForm } from './forms.ts';

/** 预付金额度 of a year by hand: for the first year, which has no last quarter to be reckoned from. */
export const setQuota = async (world: World, raw: unknown): Promise<Result<Quota, readonly FormProblem[]>> => {
  const form = readForm(quotaForm, raw);
  if (!form.ok) return form;
  const body: Quota = { ...form.value, set: 'by-hand' };
  await world.queue.submit((writer) =>
    writer.apply([{ kind: 'clearing.put', record: 'quota', key: quotaKey(body), body }]),
  );
  return ok(body);
};
