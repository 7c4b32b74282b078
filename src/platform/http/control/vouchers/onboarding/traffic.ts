import { must } from '../../../../../kernel/assert.ts';
import { OPERATIONS, type Cell } from '../../../../domain/voucher/onboarding/matrix.ts';
import type { Onboarding } from '../../../../domain/voucher/onboarding/onboarding.ts';
import { standingOf } from '../../../../domain/voucher/onboarding/standing.ts';
import { countsAfter } from '../../../../domain/voucher/onboarding/take-step.ts';
import { cellsOf, type Workspace } from '../../../../sandbox.ts';

/** So many messages of an institution are looked at, the newest. */
const MOST = 20_000;

/** Where an institution stands, whether something was recorded of it or not; undefined for one that nobody knows. */
export const standingIn = (workspace: Workspace, code: string): Onboarding | undefined => {
  const { reader } = workspace.world().store;
  if (!reader.institution(code)) return undefined;
  return standingOf(code, reader.voucherOnboarding(code), workspace.settings());
};

/** What the traffic of an institution shows since its test, or its launch, began. */
export const trafficOf = async (workspace: Workspace, standing: Onboarding): Promise<readonly Cell[]> => {
  const { fixmedins_code } = standing;
  const journal = workspace.journal();
  await journal.written();
  const seqs = await journal.index.find(
    {
      door: ['hospital'],
      infno: Object.keys(OPERATIONS),
      institution: [fixmedins_code],
      hop: 0,
      after: countsAfter(standing),
    },
    { order: 'newest', limit: MOST },
  );
  const { reader } = workspace.world().store;
  const institution = reader.institution(fixmedins_code);
  must(institution, `${fixmedins_code} is an institution`);
  return cellsOf({
    reader,
    institution,
    rows: journal.rows([...seqs].reverse()),
    answerOf: (seq) => {
      const bodies = workspace.bodies().find(seq);
      return bodies && Buffer.from(bodies.answer).toString('utf8');
    },
  });
};
