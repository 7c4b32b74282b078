import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../../../src/platform/features/acceptance/evidence/evidence.ts';
import {
  isOfSide,
  standingOf,
  type Exchange,
} from '../../../../../src/platform/features/acceptance/evidence/exchange.ts';
import type { JournalRow, RememberedMessage } from '../../../../../src/platform/store/port.ts';

const row = (given: Partial<JournalRow>): JournalRow => ({
  seq: 1, trace: 'T1', hop: 0, door: 'national', infno: '1107', sender: '440000', msgid: 'M1', at: 0, infcode: 0,
  input: JSON.stringify({ data: { mdtrtarea: '440300', insuplc: '610100', psn_no: 'P1' }, feedetail: [{ amt: 1 }] }),
  violations: [], writes: [], repeated: false, ...given,
}); // prettier-ignore

const answer = (output: object) => JSON.stringify({ infcode: 0, output });

const read = (
  rows: readonly JournalRow[],
  { province = '440000', bodies = {}, messages = {} }: Partial<Given> = {},
): Exchange[] => {
  const message = ({ door, msgid }: { door: string; msgid: string }) =>
    messages[`${door} ${msgid}`] as RememberedMessage | undefined;
  const reader = { journalOfDoors: () => [...rows], message };
  return evidenceOf(reader, (seq) => bodies[seq], province);
};

type Given = {
  readonly province: string;
  readonly bodies: Readonly<Record<number, string>>;
  readonly messages: Readonly<Record<string, { readonly answer: string }>>;
};

describe('evidence', () => {
  it('is what a province sent itself, with what it asked and was answered', () => {
    const [exchange] = read([row({})], {
      messages: { 'national M1': { answer: answer({ setlinfo: { setl_sn: 'A1' } }) } },
    });
    expect(exchange).toMatchObject({
      province: '440000', origin: 'own', ok: true, mdtrtarea: '440300', insuplc: '610100',
      input: { data: { psn_no: 'P1' } }, output: { setlinfo: { setl_sn: 'A1' } },
    }); // prettier-ignore
  });

  it('of a query is read from the bytes of its answer', () => {
    const [exchange] = read([row({ infno: '1406' })], { bodies: { 1: answer({ opspinfo: [] }) } });
    expect(exchange?.output).toEqual({ opspinfo: [] });
    expect(read([row({ infno: '1406' })])[0]?.output).toBeUndefined();
  });

  it('of a province as 参保省 is what its own system answered, with the input of the message that was relayed', () => {
    const sent = row({ sender: '110000', input: row({}).input.replace('610100', '440100') });
    const relayed = row({ seq: 2, hop: 1, door: 'insured', sender: '110000', input: '', via: 'remote' });
    const bodies = { 2: answer({ setlinfo: { setl_sn: 'A9' } }) };
    const [exchange, none] = read([sent, relayed], { bodies });
    expect(none).toBeUndefined();
    expect(exchange).toMatchObject({ seq: 2, origin: 'remote', insuplc: '440100', province: '110000' });
    expect(exchange?.input).toHaveProperty('feedetail');
    expect(exchange?.output).toEqual({ setlinfo: { setl_sn: 'A9' } });
    expect(exchange && isOfSide(exchange, '440000', 'insured')).toBe(true);
  });

  it('has the input of a hop that is no relay from that hop itself', () => {
    const own = row({ seq: 2, hop: 1, msgid: 'M2', input: '{"data":{"insuplc":"610100","psn_no":"P2"}}' });
    expect(read([row({ door: 'national', sender: '110000' }), own])[0]?.input).toEqual({
      data: { insuplc: '610100', psn_no: 'P2' },
    });
  });

  it('knows whose traffic is a rehearsal', () => {
    const exchanges = read([
      row({ seq: 1 }),
      row({ seq: 2, via: 'self' }),
      row({ seq: 3, hop: 1 }),
      row({ seq: 4, violations: ['data.hosp_lv:code'] }),
    ]);
    expect(exchanges.map(({ origin }) => origin)).toEqual(['own', 'self', 'embedded', 'own']);
    expect(exchanges.map(standingOf)).toEqual(['counts', 'rehearsal', 'rehearsal', 'breaks-table']);
  });

  it('says which refusals are system errors', () => {
    const refused = (refusal: string) => read([row({ infcode: -1, refusal, err_msg: '不行' })])[0];
    expect(refused('insured-place-silent')).toMatchObject({ ok: false, systemError: true, text: '不行' });
    expect(refused('filing-missing')).toMatchObject({ ok: false, systemError: false });
  });

  it('takes a list of rows and an input that could not be read as they are', () => {
    const [list, unread] = read([
      row({ infno: '1610', input: '{"data":[{"insuplc":"440100"}]}' }),
      row({ seq: 2, msgid: 'M2', input: '', infcode: -1, refusal: 'platform-error' }),
    ]);
    expect(list).toMatchObject({ insuplc: '', input: { data: [{ insuplc: '440100' }] } });
    expect(unread).not.toHaveProperty('input');
  });

  it('is divided into sides: what a province uploads as 参保省 is not its business as 就医省', () => {
    const [settle, upload] = read([row({}), row({ seq: 2, infno: '1610' })]);
    const sides = (exchange: Exchange | undefined) =>
      (['treatment', 'insured'] as const).filter((side) => exchange && isOfSide(exchange, '440000', side));
    expect([sides(settle), sides(upload)]).toEqual([['treatment'], ['insured']]);
  });
});
