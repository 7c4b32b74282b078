import type { Settings } from '../../settings.ts';
import type { Party } from '../../party.ts';
import { refuse, type Refusal } from '../../refusals.ts';
import { ACTORS, movesFrom, STAGES } from './moves.ts';
import type { Onboarding, OnboardingState } from './onboarding.ts';

/**
 * What holds for an institution. One of which nothing was ever recorded is where the setting `voucherOnboarding` says:
 * in 测试 unless changed, so that a first upload needs no papers (sandbox).
 */
export const standingOf = (
  fixmedins_code: string,
  known: Onboarding | undefined,
  { voucherOnboarding }: Pick<Settings, 'voucherOnboarding'>,
): Onboarding => known ?? { fixmedins_code, stage: voucherOnboarding, orders: [], history: [] };

/** 未接入, 测试 or 正式. */
export const stateOf = ({ stage }: Onboarding): OnboardingState => STAGES[stage].state;

/** The refusal of an upload from an institution that is not onboarded. */
export const notOnboarded = (standing: Onboarding, by: Party): Refusal | undefined => {
  if (stateOf(standing) !== 'none') return undefined;
  const [next] = movesFrom(standing.stage);
  const step = next ? `${ACTORS[next.by]}${next.name}` : '';
  return refuse(by, 'voucher-not-onboarded', standing.fixmedins_code, STAGES[standing.stage].name, step);
};
