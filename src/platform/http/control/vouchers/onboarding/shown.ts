import { dateTimeOf, type Instant } from '../../../../../kernel/civil-time.ts';
import { ACTORS, MOVES, movesFrom, STAGES } from '../../../../domain/voucher/onboarding/moves.ts';
import type { Deed, Onboarding } from '../../../../domain/voucher/onboarding/onboarding.ts';
import type { Institution } from '../../../../domain/institution.ts';

const timed = <T extends { readonly issuedAt: Instant }>({ issuedAt, ...paper }: T) => ({
  ...paper,
  issuedAt: dateTimeOf(issuedAt),
});

/** Who did what; the short cut is the sandbox's. */
const nameOf = ({ step, from, to }: Pick<Deed, 'step' | 'from' | 'to'>): string => {
  const move = MOVES.find((row) => row.step === step && row.from === from);
  return move ? `${ACTORS[move.by]}${move.name}` : `沙箱直接改为${STAGES[to].name}`;
};

/** Where an institution stands, as the control API tells it: times in words, what can be done next. */
export const shownOnboarding = (institution: Institution, onboarding: Onboarding) => {
  const { fixmedins_code, stage, checklist, orders, report, launch, history } = onboarding;
  return {
    fixmedins_code,
    fixmedins_name: institution.fixmedins_name,
    admdvs: institution.admdvs,
    state: STAGES[stage].state,
    stage,
    stageName: STAGES[stage].name,
    next: movesFrom(stage).map(({ step, by, name }) => ({ step, by: ACTORS[by], name })),
    checklist: checklist ?? null,
    orders: orders.map(({ submittedAt, closedAt, ...order }) => ({
      ...order,
      submittedAt: dateTimeOf(submittedAt),
      closedAt: closedAt === undefined ? null : dateTimeOf(closedAt),
    })),
    report: report ? timed(report) : null,
    launch: launch ? timed(launch) : null,
    history: history.map(({ at, afterSeq: _seq, ...deed }) => ({ ...deed, name: nameOf(deed), at: dateTimeOf(at) })),
  };
};
