import { describe, expect, it } from 'vitest';
import { withSideEffects } from '../../../../../src/platform/features/verdict/reading/side-effects.ts';
import { event, type Step } from '../synthetic.ts';

const struckBy = (kind: string): Step => ({
  deed: 'charge',
  msgid: 'M0001',
  faults: [{ kind, scope: 'before-commit' }],
});
const marked = (...steps: readonly Step[]) =>
  withSideEffects(steps.map((step, index) => event(step, index + 1, index))).map(({ copied, seen }) =>
    copied ? 'copied' : seen,
  );

describe('what a fault does to other messages', () => {
  it('is a copy under another msgid, whatever comes between', () => {
    const copy: Step = { deed: 'charge', msgid: 'M9999' };
    expect(marked(struckBy('two-windows'), { deed: 'other', msgid: 'X' }, copy)).toEqual(['whole', 'whole', 'copied']);
  });

  it('is a copy under the same msgid; a resend of the HIS has a delivery', () => {
    const again: Step = { deed: 'charge', msgid: 'M0001' };
    expect(marked(struckBy('request-twice'), again, { ...again, delivery: 'sent' })).toEqual([
      'whole',
      'copied',
      'whole',
    ]);
    expect(marked(struckBy('request-twice'), { ...again, delivery: 'sent' })).toEqual(['whole', 'whole']);
  });

  it('is an answer in the place of the next one of the same sender', () => {
    const elsewhere: Step = { deed: 'charge', msgid: 'E', fixmedins_code: 'H61010099001' };
    const steps: Step[] = [elsewhere, { deed: 'charge', msgid: 'N' }, { deed: 'charge', msgid: 'O' }];
    expect(marked(struckBy('answer-to-next'), ...steps)).toEqual(['whole', 'whole', 'doubtful', 'whole']);
  });
});
