import { accept, decline, nationalTransaction, type Context } from '../../../dispatch/definition.ts';
import { CONFIRMED_REFUSALS, confirmedStop } from '../../../domain/clearing/confirmed-stop.ts';
import type { Input } from '../../../domain/national/1301.gen.ts';
import type { Party } from '../../../domain/party.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { relayed } from '../../../domain/relay.ts';
import { named, reversalOf, type Reversible } from '../../../domain/reversal.ts';
import type { DomainWrite } from '../../../domain/write.ts';
import type { Leg, RememberedMessage, Write } from '../../../store/port.ts';

/**
 * 冲正: of a 1107 or 1203. Always relayed, because a message whose answer was lost may stand at the insured place alone;
 * what the national node itself keeps of it follows the insured place's answer.
 */
export const reverse = nationalTransaction<Input>()({
  infno: '1301',
  slug: 'reverse',
  title: '冲正',
  kind: 'mutation',
  role: 'treatment',
  needs: ['data.mdtrtarea', 'data.insuplc', 'data.oinfno', 'data.omsgid'],
  refusals: ['not-reversible-national', ...CONFIRMED_REFUSALS],
  load: (reader, { data }, { message: { sender } }) => {
    const made = reader.settlementsByMessage('national', sender, data.oinfno, data.omsgid);
    const target = named(made);
    const refunded = target?.refundOf;
    const original = refunded === undefined ? undefined : reader.settlement('national', refunded);
    const key = { door: 'national', sender, infno: data.oinfno, msgid: data.omsgid };
    const remembered = reader.message(key);
    const leg = reader.legOfMessage(key);
    const confirmations = target ? reader.confirmationsOf(target.setl_id) : [];
    return { made, original, superseded: false, psn_no: data.psn_no, ssn: data.ssn, confirmations, remembered, leg };
  },
  ask: (facts, input, { party }) => {
    const { oinfno } = input.data;
    const reversible = oinfno === '1107' || oinfno === '1203';
    if (!reversible) return refuse(party, 'not-reversible-national', oinfno);
    return (undoes(facts, party) && confirmedStop(facts.made, facts.confirmations, party)) || relayed('1301', input);
  },
  decide: (facts, { data }, context) => {
    const undo = undoes(facts, context.party) ?? [];
    return accept(undefined, [...undo, ...closed(facts.leg), remember(facts.remembered, data, context, 'reversed')]);
  },
  // The place never got a message of unknown outcome: nothing to undo, and it refuses the message if it comes late.
  refused: ({ remembered, leg }, { data }, context, refusal) => {
    if (refusal.refused !== 'original-unknown') return undefined;
    if (leg) return accept(undefined, [...closed(leg), remember(remembered, data, context, 'reversed')]);
    return decline(refusal, [remember(remembered, data, context, 'refused-in-advance')]);
  },
  examples: [],
  notes: [
    '已冲正的再次冲正返回成功；从未收到的原交易返回失败并记住其报文号，迟到的原交易将被拒绝。',
    '医院已用 3261 确认进入清分的结算或退费不能冲正；结算可以用 1203 退费，负数进入下月清分。',
    '结果未知的原交易冲正成功后，该就诊可以继续办理。',
  ],
});

/** What of it is undone here; undefined where there is nothing, or nothing more. */
const undoes = (facts: Reversible, party: Party): readonly DomainWrite[] | undefined => {
  const outcome = reversalOf(facts, party);
  return outcome && outcome !== 'already-reversed' && !isRefusal(outcome) ? outcome.undo : undefined;
};

/** Of a message that is on its way, or whose outcome is unknown: its visit is locked no longer. */
const closed = (leg: Leg | undefined): Write[] =>
  leg === undefined ? [] : [{ kind: 'leg.put', leg: { ...leg, state: 'reversed' } }];

const remember = (
  remembered: RememberedMessage | undefined,
  data: Input['data'],
  { message: { sender } }: Context,
  state: RememberedMessage['state'],
): Write => ({
  kind: 'message.remember',
  message: {
    door: 'national',
    sender,
    infno: data.oinfno,
    msgid: data.omsgid,
    state,
    content: remembered?.content ?? '',
    answer: remembered?.answer ?? '',
  },
});
