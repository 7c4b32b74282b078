import { describe, expect, it } from 'vitest';
import { namedInBody, namedInRow } from '../../../../../src/platform/features/verdict/reading/named.ts';

describe('what a message names', () => {
  it('stands in the journal row, amounts in 分', () => {
    const input = JSON.stringify({ data: { mdtrt_id: 'V1', chrg_bchno: 'B1', psn_no: 'P1', medfee_sumamt: 21_800 } });
    expect(namedInRow(input)).toEqual({ mdtrt_id: 'V1', chrg_bchno: 'B1', psn_no: 'P1', amount: 21_800 });
  });

  it('stands in the raw body of a message that was not looked at, amounts in 元', () => {
    const body = JSON.stringify({ infno: '2207', input: { data: { mdtrt_id: 'V1', medfee_sumamt: 218.05 } } });
    expect(namedInBody(body)).toEqual({ mdtrt_id: 'V1', amount: 21_805 });
  });

  it('is the original of a reversal', () => {
    expect(namedInRow('{"data":{"psn_no":"P1","omsgid":"M1","oinfno":"2207"}}')).toEqual({
      psn_no: 'P1',
      original: { infno: '2207', msgid: 'M1' },
    });
  });

  it.each(['', 'no json', 'null', '[]', '{"input":null}', '{"input":{"data":null}}', '{"input":{"data":[]}}'])(
    'is nothing in %j',
    (body) => expect(namedInBody(body)).toEqual({}),
  );
});
