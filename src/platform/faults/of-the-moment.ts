import type { Fault } from '../../kernel/fault/fault.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Settings } from '../domain/settings.ts';
import type { FormProblem } from '../wire/read-form.ts';
import type { Target } from './call-of.ts';
import { FAULT_HEADER, headerFault } from './header-fault.ts';
import { MAGIC_FAULTS } from './magic-faults.ts';

const NONE: readonly Fault[] = [];

/** Faults that nobody armed: the one that a message orders for itself; magic values where the workspace has them. */
export const ofTheMoment = (
  { header, now }: Pick<Target, 'header' | 'now'>,
  { magicFaults }: Pick<Settings, 'magicFaults'>,
): Result<readonly Fault[], readonly FormProblem[]> => {
  const magic = magicFaults ? MAGIC_FAULTS : NONE;
  const ordered = header(FAULT_HEADER);
  if (ordered === undefined) return ok(magic);
  const own = headerFault(ordered, { now, seed: '', personNumber: () => undefined });
  return own.ok ? ok([own.value, ...magic]) : own;
};
