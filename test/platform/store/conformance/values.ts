import { expect, it } from 'vitest';
import { asFen } from '../../../../src/kernel/money.ts';
import { filingRow, journalRow, messageKey, messageRow, personRow, settlementRow } from '../rows.ts';
import { opened, storeWith, type OpenStore } from './opened.ts';

/** Rare characters of names, a joined emoji, quotes, a NUL, ends of lines of all kinds. */
const TEXTS = ['𰻝𠮷镕喆堃', '👨‍👩‍👧', `'"\\;--%_`, 'a\u0000b', '\r\n\t\u2028', ' ', '\ufeff'];

export const keepsValues = (open: OpenStore): void => {
  it.each(TEXTS)('gives back %j as it was, in a column and in a body', async (text) => {
    const { reader } = await storeWith(
      open,
      { kind: 'setting.put', key: text, value: text },
      { kind: 'message.remember', message: messageRow({ msgid: text, answer: text }) },
      { kind: 'person.put', person: personRow({ psn_no: text, psn_name: text }) },
      { kind: 'journal.append', row: journalRow({ trace: text, err_msg: text, violations: [text] }) },
    );
    expect(reader.setting(text)).toBe(text);
    expect(reader.message(messageKey({ msgid: text }))?.answer).toBe(text);
    expect(reader.person(text)?.psn_name).toBe(text);
    expect(reader.journalOfTrace(text)).toEqual([journalRow({ trace: text, err_msg: text, violations: [text] })]);
  });

  it('gives back a text of megabytes', async () => {
    const answer = '{"费用":"参保地"}'.repeat(200_000);
    const { reader } = await storeWith(open, { kind: 'message.remember', message: messageRow({ answer }) });
    expect(reader.message(messageKey())?.answer === answer).toBe(true);
  });

  it('gives back amounts of any size and sign inside a body', async () => {
    const movements = [0, -1, 9_007_199_254_740_991, -9_007_199_254_740_991].map((fen) => ({
      kind: 'account' as const,
      amount: asFen(fen),
    }));
    const { reader } = await storeWith(open, { kind: 'settlement.add', settlement: settlementRow({ movements }) });
    expect(reader.settlement('treatment', settlementRow().setl_id)?.movements).toEqual(movements);
  });

  it('sorts by code point, not by the units of UTF-16', async () => {
    const { reader } = await storeWith(
      open,
      ...['\u{20bb7}', '\uff21', 'Z'].map((id) => ({
        kind: 'person.put' as const,
        person: personRow({ psn_no: id, persona: { id, shows: '' } }),
      })),
    );
    expect(reader.personas().map((row) => row.psn_no)).toEqual(['Z', '\uff21', '\u{20bb7}']);
  });

  it('gives lists that may be sorted, without sorting them for the next who asks', async () => {
    const filings = ['F1', 'F2'].map((trt_dcla_detl_sn) => filingRow({ trt_dcla_detl_sn }));
    const { reader } = await storeWith(
      open,
      { kind: 'person.put', person: personRow() },
      ...filings.map((filing) => ({ kind: 'filing.put' as const, filing })),
    );
    expect(reader.filings(personRow().psn_no).reverse()).toEqual(filings.toReversed());
    expect(reader.filings(personRow().psn_no)).toEqual(filings);
  });

  it('keeps what was written, not the object that the caller still holds', () => {
    const { writer } = opened(open);
    const violations = ['data.med_type'];
    writer.begin();
    writer.apply([{ kind: 'journal.append', row: journalRow({ violations }) }]);
    violations.push('data.insutype');
    expect(writer.reader.journal(1)[0]?.violations).toEqual(['data.med_type']);
    writer.rollback();
  });
};
