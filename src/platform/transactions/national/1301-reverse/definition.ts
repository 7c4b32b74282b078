import { accept, decline, nationalTransaction, type Context } from '../../../dispatch/definition.ts';
import type { Input } from '../../../domain/national/1301.gen.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { relayed } from '../../../domain/relay.ts';
import { named, reversalOf } from '../../../domain/reversal.ts';
import type { Reader, RememberedMessage, Write } from '../../../store/port.ts';

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
  refusals: ['not-reversible-national'],
  load: (reader, { data }, { message: { sender } }) => {
    const made = reader.settlementsByMessage('national', sender, data.oinfno, data.omsgid);
    const refunded = named(made)?.refundOf;
    const original = refunded === undefined ? undefined : reader.settlement('national', refunded);
    const remembered = rememberedOf(reader, sender, data);
    return { made, original, superseded: false, psn_no: data.psn_no, ssn: data.ssn, remembered };
  },
  ask: (_facts, input, { party }) => {
    const { oinfno } = input.data;
    const reversible = oinfno === '1107' || oinfno === '1203';
    return reversible ? relayed('1301', input) : refuse(party, 'not-reversible-national', oinfno);
  },
  decide: (facts, { data }, context) => {
    const outcome = reversalOf(facts, context.party);
    const undo = outcome && outcome !== 'already-reversed' && !isRefusal(outcome) ? outcome.undo : [];
    return accept(undefined, [...undo, remember(facts.remembered, data, context, 'reversed')]);
  },
  refused: ({ remembered }, { data }, context, refusal) =>
    refusal.refused === 'original-unknown'
      ? decline(refusal, [remember(remembered, data, context, 'refused-in-advance')])
      : undefined,
  examples: [],
  notes: ['已冲正的再次冲正返回成功；从未收到的原交易返回失败并记住其报文号，迟到的原交易将被拒绝。'],
});

const rememberedOf = (reader: Reader, sender: string, data: Input['data']): RememberedMessage | undefined =>
  reader.message({ door: 'national', sender, infno: data.oinfno, msgid: data.omsgid });

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
