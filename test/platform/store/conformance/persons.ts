import { expect, it } from 'vitest';
import { personRow } from '../rows.ts';
import { commit, opened, storeWith, type OpenStore } from './opened.ts';

const withCard = personRow({
  psn_no: 'P2',
  certno: 'C2',
  card: { card_no: 'A00000001', card_sn: '110000D156000005' },
  ec_token: '110000ec0000000001',
});

export const keepsPersons = (open: OpenStore): void => {
  it('finds a person by number, certificate, card and token', async () => {
    const store = await storeWith(
      open,
      { kind: 'person.put', person: personRow() },
      { kind: 'person.put', person: withCard },
    );
    const { reader } = store;
    expect(reader.person(personRow().psn_no)).toEqual(personRow());
    expect(reader.personByCertificate('C2')).toEqual(withCard);
    expect(reader.personByCard('A00000001')).toEqual(withCard);
    expect(reader.personByToken('110000ec0000000001')).toEqual(withCard);
  });

  it('knows nobody by what nobody has', async () => {
    const { reader } = await storeWith(open, { kind: 'person.put', person: personRow() });
    expect(reader.person('P9')).toBeUndefined();
    expect(reader.personByCertificate('')).toBeUndefined();
    expect(reader.personByCard('')).toBeUndefined();
    expect(reader.personByToken('')).toBeUndefined();
  });

  it('no longer finds a person by a card that was replaced', async () => {
    const store = await storeWith(open, { kind: 'person.put', person: withCard });
    await commit(store, {
      kind: 'person.put',
      person: { ...withCard, card: { card_no: 'A00000002', card_sn: '110000D156000005' } },
    });
    expect(store.reader.personByCard('A00000001')).toBeUndefined();
    expect(store.reader.personByCard('A00000002')?.psn_no).toBe('P2');
  });

  it('answers with the lowest person number where two persons show the same certificate', async () => {
    const { reader } = await storeWith(
      open,
      { kind: 'person.put', person: personRow({ psn_no: 'P2' }) },
      { kind: 'person.put', person: personRow({ psn_no: 'P1' }) },
    );
    expect(reader.personByCertificate(personRow().certno)?.psn_no).toBe('P1');
  });

  it('lists personas by their names, without the persons that a user added', async () => {
    const persona = (psn_no: string, id: string) =>
      personRow({ psn_no, certno: psn_no, persona: { id, shows: '示例人员' } });
    const { reader } = await storeWith(
      open,
      { kind: 'person.put', person: persona('P1', 'retired-beijing') },
      { kind: 'person.put', person: personRow({ psn_no: 'P3' }) },
      { kind: 'person.put', person: persona('P2', 'child-shanghai') },
    );
    expect(reader.personas().map((row) => row.persona?.id)).toEqual(['child-shanghai', 'retired-beijing']);
    expect(opened(open).reader.personas()).toEqual([]);
  });
};
