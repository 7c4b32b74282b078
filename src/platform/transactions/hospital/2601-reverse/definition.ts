import {
  accept,
  decline,
  hospitalTransaction,
  type Asked,
  type HospitalContext,
} from '../../../dispatch/definition.ts';
import { CONFIRMED_REFUSALS } from '../../../domain/clearing/confirmed-stop.ts';
import type { Input as Relayed } from '../../../domain/national/1301.gen.ts';
import { nextDoor } from '../../../domain/next-door.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { RememberedMessage, Write } from '../../../store/port.ts';
import { originalMessage, type OriginalMessage } from './original-message.ts';
import { whatToUndo } from './what-to-undo.ts';
import type { Input } from './wire.gen.ts';

/**
 * 冲正: makes a 2207 or 2208 whose outcome the hospital does not know as if it had never been. A message that never
 * came is refused and its msgid remembered, so that a late original is refused too.
 */
export const reverse = hospitalTransaction<Input>()({
  infno: '2601',
  slug: 'reverse',
  title: '冲正交易',
  kind: 'mutation',
  needs: ['data.psn_no', 'data.omsgid', 'data.oinfno'],
  refusals: [
    'not-reversible', 'original-unknown', 'original-reversed', 'original-refunded', 'original-mismatch',
    'refund-superseded', 'original-renewed', ...CONFIRMED_REFUSALS,
  ], // prettier-ignore
  load: originalMessage,
  ask: (original, { data }, context) => {
    const target = whatToUndo(original, data, context);
    if (!('relayed' in target)) return undefined;
    const { mdtrtarea, insuplc, oinfno, omsgid } = target.relayed;
    const input = { data: { mdtrtarea, insuplc, psn_no: data.psn_no, oinfno, omsgid } };
    return { door: nextDoor(mdtrtarea, insuplc), infno: '1301', mdtrtarea, insuplc, input };
  },
  decide: (original, { data }, context, _reply, asked) => {
    const target = whatToUndo(original, data, context);
    if ('relayed' in target) {
      if (asked && !isAbout(asked, target.relayed.omsgid)) return decline(refuse(context.party, 'original-renewed'));
      return accept(undefined, [...target.writes, remember(original, data, context, 'reversed')]);
    }
    if (!target.refusal) return accept(undefined);
    const unknown = target.refusal.refused === 'original-unknown';
    return decline(target.refusal, unknown ? [remember(original, data, context, 'refused-in-advance')] : []);
  },
  // The place never got the message of an unknown outcome: nothing to undo, and it refuses the message if it comes
  // late.
  refused: (original, { data }, context, refusal, asked) =>
    original.leg && refusal.refused === 'original-unknown' && isAbout(asked, original.leg.questions[0]?.msgid)
      ? accept(undefined, [
          { kind: 'leg.put', leg: { ...original.leg, state: 'reversed' } },
          remember(original, data, context, 'reversed'),
        ])
      : undefined,
  examples: [
    { title: '冲正一笔结果未知的结算', input: { data: { psn_no: '{psn_no}', omsgid: '{msgid}', oinfno: '2207' } } },
  ],
  notes: [
    '可冲正 2207、2208；同一冲正报文重发返回原成功应答。',
    '已有有效退费的结算不能冲正，要先冲正退费；退费后明细已撤销或已重新结算的，不能再冲正退费。',
    '已用 3261 确认进入清分的结算或退费不能冲正；结算可以用 2208 退费，负数进入下月清分。',
    '从未收到的原交易返回失败，其报文号作废：迟到的原交易将被拒绝。',
  ],
  differences: ['接口表列出的 2102、2304、2401 尚无业务处理，冲正它们时说明不支持。'],
});

/**
 * While a reversal is on its way over a hop that waits, the original may be carried out anew, as another message to the
 * insured place: then the reply is about the one before.
 */
const isAbout = ({ input }: Asked, omsgid: string | undefined): boolean => (input as Relayed).data.omsgid === omsgid;

const remember = (
  { remembered }: OriginalMessage,
  data: Input['data'],
  { message: { sender } }: HospitalContext,
  state: RememberedMessage['state'],
): Write => ({
  kind: 'message.remember',
  message: {
    door: 'hospital',
    sender,
    infno: remembered?.infno ?? data.oinfno,
    msgid: data.omsgid,
    state,
    content: remembered?.content ?? '',
    answer: remembered?.answer ?? '',
  },
});
