import { dateTimeOf, type Instant } from '../../../../kernel/civil-time.ts';
import { accept, decline, insuredTransaction, type Context } from '../../../dispatch/definition.ts';
import { claimFacts } from '../../../domain/claim-facts.ts';
import { settleClaim, type SettledClaim } from '../../../domain/insured-claim.ts';
import { movementsOf, movementWrites } from '../../../domain/movements.ts';
import type { Input, Output } from '../../../domain/national/1107.gen.ts';
import { claimHeader } from '../../../domain/national/claim-header.ts';
import { numbered } from '../../../domain/national/numbered.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import { settlementSeries } from '../../../domain/serial-numbers.ts';
import { SETTLE_REFUSALS } from '../../../domain/settle-refusals.ts';
import type { Settlement } from '../../../domain/settlement.ts';

/** 门诊结算 at the insured place: settles by its own policy, moves account and accumulators, hands out the number. */
export const settle = insuredTransaction<Input, Output>()({
  infno: '1107',
  slug: 'settle',
  title: '门诊结算（参保地）',
  kind: 'mutation',
  needs: [],
  refusals: SETTLE_REFUSALS,
  load: (reader, input, { now }) => {
    const series = settlementSeries(input.data.insuplc, input.data.mdtrtarea, now);
    return { ...claimFacts(reader, input), series, serial: reader.serial(series.key) + 1 };
  },
  decide: (facts, input, context) => {
    const claim = settleClaim(facts, input, context.library, context.now, context.party);
    if (isRefusal(claim)) return decline(claim);
    const settlement = settlementOf(claim, input.data, facts.series.print(facts.serial), context);
    return accept(
      numbered(settlement),
      [
        { kind: 'serial.take', key: facts.series.key, value: facts.serial },
        { kind: 'settlement.add', settlement },
        ...movementWrites(settlement, settlement.movements),
      ],
      {
        subject: { mdtrt_id: settlement.mdtrt_id, setl_id: settlement.setl_id, psn_no: settlement.visitor.psn_no },
        ...(claim.warn_msg !== undefined && { warn_msg: claim.warn_msg }),
      },
    );
  },
  examples: [],
});

const settlementOf = (
  { settled, visitor, family }: SettledClaim,
  data: Input['data'],
  setl_id: string,
  { message, now }: Context,
): Settlement => ({
  ...claimHeader(data),
  book: 'insured',
  setl_id,
  state: 'effective',
  sender: message.sender,
  msgid: message.msgid,
  visitor,
  setl_time: dateTimeOf(now),
  serviceDate: serviceDay(data.begntime, now),
  shares: settled.shares,
  funds: settled.funds,
  movements: movementsOf(settled, family),
  explanation: settled.explanation,
  ...(settled.fullAdvance && { fullAdvance: true }),
});

const serviceDay = (begntime: string | undefined, now: Instant): string => (begntime ?? dateTimeOf(now)).slice(0, 10);
