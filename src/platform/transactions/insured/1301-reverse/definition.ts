import { accept, decline, insuredTransaction } from '../../../dispatch/definition.ts';
import type { Input } from '../../../domain/national/1301.gen.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import { reversalOf } from '../../../domain/reversal.ts';
import { reversible } from './reversible.ts';

/**
 * 冲正 at the insured place: undoes what a 1107 or 1203 made. Undoing what is undone already is a success; a message that
 * never came is refused and remembered, so that it is refused too if it comes late.
 */
export const reverse = insuredTransaction<Input>()({
  infno: '1301',
  slug: 'reverse',
  title: '冲正（参保地）',
  kind: 'mutation',
  needs: [],
  refusals: [
    'not-reversible-national', 'original-unknown', 'original-without-effect', 'original-mismatch', 'original-refunded',
    'refund-superseded', 'account-spent',
  ], // prettier-ignore
  load: reversible,
  decide: (facts, { data }, { message, party }) => {
    if (data.oinfno !== '1107' && data.oinfno !== '1203') {
      return decline(refuse(party, 'not-reversible-national', data.oinfno));
    }
    const key = { door: 'insured', sender: message.sender, infno: data.oinfno, msgid: data.omsgid };
    const { content, answer } = facts.remembered ?? { content: '', answer: '' };
    const outcome = reversalOf(facts, party);
    if (isRefusal(outcome)) return decline(outcome);
    if (outcome === 'already-reversed') return accept(undefined);
    if (outcome) {
      const state = 'reversed' as const;
      return accept(undefined, [
        ...outcome.undo,
        { kind: 'message.remember', message: { ...key, state, content, answer } },
      ]);
    }
    if (facts.remembered?.state === 'committed') return decline(refuse(party, 'original-without-effect'));
    return decline(refuse(party, 'original-unknown'), [
      { kind: 'message.remember', message: { ...key, state: 'refused-in-advance', content, answer } },
    ]);
  },
  examples: [],
});
