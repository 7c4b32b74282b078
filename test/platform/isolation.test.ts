import { describe, expect, it } from 'vitest';
import type { Definition } from '../../src/platform/dispatch/definition.ts';
import type { Output as Settled } from '../../src/platform/domain/national/1107.gen.ts';
import { catalogue } from '../../src/platform/transactions/catalogue.ts';
import { loadTable } from '../../src/platform/wire/load-table.ts';
import { allBooks, moneyOf } from '../support/audit/all-books.ts';
import { exampleOf, PLACEHOLDER, type Values } from '../support/example-of.ts';
import { nationalClaim } from '../support/national-claim.ts';
import { inputOf, valuesOf } from '../support/play-catalogue.ts';
import { openWindow } from '../support/window.ts';
import { HOSPITAL, openTestWorld, type Answer, type TestWorld } from '../support/world.ts';

/** Numbers that belong to one hospital, each with the placeholder that examples have for it. */
const OWN_NUMBERS: Readonly<Record<string, string>> = { mdtrt_id: 'mdtrt_id', setl_id: 'setl_id', omsgid: 'msgid' };

/** The same at the national door, where a number belongs to a province. */
const OWN_NATIONAL: Readonly<Record<string, string>> = { setl_sn: 'setl_sn', omsgid: 'omsgid' };

/** The numbers of others that the input of a transaction has room for. */
const numbersNamed = ({ door, infno }: Definition, numbers: Readonly<Record<string, string>>): string[] =>
  Object.keys(numbers).filter((code) =>
    loadTable(door, infno)?.input.some((node) => node.fields.some((field) => field.code === code)),
  );

const namingThem = (door: string, numbers: Readonly<Record<string, string>>): Definition[] =>
  catalogue.filter((row) => row.door === door && numbersNamed(row, numbers).length > 0);

/** What a message did, seen from outside: the answer without its own number. */
const seen = ({ infcode, err_msg, warn_msg, output }: Answer) => ({
  infcode,
  err_msg,
  warn_msg,
  output: output as unknown,
});

/** Visits, batches, settlements and money; the journal grows with every message. */
const snapshotOf = ({ world: { store } }: TestWorld, sender: string) => {
  const { visits, batches, settlements, journal } = allBooks(store.reader);
  const messages = journal
    .filter((row) => row.sender === sender)
    .map(({ door, infno, msgid }) => store.reader.message({ door, sender, infno, msgid }));
  return structuredClone({ visits, batches, settlements, messages, money: moneyOf(store.reader) });
};

const PERSONA = 'xian-worker-hypertension-diabetes';

/** A hospital with a settled batch B1 and an unsettled batch B2 of a person from another province. */
const openHospital = async (world: TestWorld, institution: string) => {
  const window = await openWindow(world, { persona: PERSONA, institution });
  const msgid = `${institution}SETTLEMENT`;
  await window.upload('B1', 1000);
  await window.upload('B2', 500);
  const settled = await window.settle('B1', 1000, msgid);
  const setl_id = settled.infcode === 0 ? settled.output.setlinfo.setl_id : (NOWHERE['setl_id'] ?? '');
  return { window, numbers: { mdtrt_id: window.mdtrt_id, setl_id, msgid } };
};

const NOWHERE: Values = {
  mdtrt_id: 'S6101002609010099999',
  setl_id: 'A6101002609010099999',
  msgid: 'H44030099001NEVERSENT',
};

/** Placeholders of an example of this transaction: the numbers are only tested where an example names them. */
const placeholdersOf = ({ examples }: Definition): Set<string> =>
  new Set([...JSON.stringify(examples).matchAll(PLACEHOLDER)].map(([, name]) => name ?? ''));

/** All numbers of another one, and each of them alone among one's own. */
const mixtures = (definition: Definition): string[][] => {
  const names = numbersNamed(definition, OWN_NUMBERS).map((code) => OWN_NUMBERS[code] ?? '');
  return [Object.values(OWN_NUMBERS), ...names.map((name) => [name])];
};

const picked = (numbers: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(numbers).filter(([name]) => names.includes(name)));

const named = namingThem('hospital', OWN_NUMBERS).map((row) => [`${row.infno} ${row.title}`, row] as const);

/** One of the same city with a settlement of its own, one of another province where the person is not filed. */
const OTHERS = [
  ['H44030099004', true],
  ['H11000099001', false],
] as const;

describe.each(OTHERS)('the hospital %s that names the numbers of another one', (fixmedins_code, settles) => {
  const opened = (async () => {
    const world = await openTestWorld();
    const theirs = await openHospital(world, HOSPITAL);
    const own = await openHospital(world, fixmedins_code);
    const setl_time = '2026-09-01 10:00:00';
    const values: Values = { ...valuesOf(world, PERSONA, fixmedins_code), ...own.numbers, setl_time };
    return { world, theirs: theirs.numbers, own: values };
  })();

  it(settles ? 'has a settlement of its own' : 'has a visit of its own', async () => {
    const { own } = await opened;
    expect(own['mdtrt_id']).toMatch(/^S610100/);
    expect(own['setl_id'] !== NOWHERE['setl_id']).toBe(settles);
  });

  it.each(named)('is answered by %s as if they did not exist, and changes nothing', async (_title, definition) => {
    const { world, theirs, own } = await opened;
    const before = snapshotOf(world, HOSPITAL);
    const envelope = { fixmedins_code, insuplc_admdvs: own['insuplc'] };
    for (const index of definition.examples.keys()) {
      for (const names of mixtures(definition)) {
        const ask = (numbers: Values) =>
          world.call(definition.infno, exampleOf(definition, { ...own, ...picked(numbers, names) }, index), envelope);
        expect(seen(await ask(theirs))).toEqual(seen(await ask(NOWHERE)));
      }
    }
    expect(snapshotOf(world, HOSPITAL)).toEqual(before);
    expect(world.defects).toEqual([]);
  });
});

it.each(named)('%s has examples that name every number of one hospital that its table has', (_title, definition) => {
  const names = numbersNamed(definition, OWN_NUMBERS).map((code) => OWN_NUMBERS[code] ?? '');
  expect([...placeholdersOf(definition)]).toEqual(expect.arrayContaining(names));
});

describe('the hospital whose numbers were named', () => {
  it('goes on as if nothing had been: it refunds, withdraws and reverses', async () => {
    const world = await openTestWorld();
    const { window, numbers } = await openHospital(world, HOSPITAL);
    const { setl_id, msgid } = numbers;
    const thief = { fixmedins_code: 'H44030099004' };
    await window.call('2601', { data: { psn_no: window.psn_no, omsgid: msgid, oinfno: '2207' } }, thief);
    await window.call('2208', { data: { setl_id, mdtrt_id: window.mdtrt_id, psn_no: window.psn_no } }, thief);
    expect((await window.refund(setl_id, 'H44030099001REFUND')).infcode).toBe(0);
    expect((await window.reverse('H44030099001REFUND', '2208')).infcode).toBe(0);
    expect((await window.reverse(msgid, '2207')).infcode).toBe(0);
    await world.close();
  });

  it('may use a msgid that another hospital uses', async () => {
    const world = await openTestWorld();
    const { window } = await openHospital(world, HOSPITAL);
    const data = { psn_no: window.psn_no, omsgid: 'SAME', oinfno: '2207' };
    await window.call('2601', { data }, { fixmedins_code: 'H44030099004', msgid: 'SAME' });
    expect((await window.settle('B2', 500, 'SAME')).infcode).toBe(0);
    await world.close();
  });
});

describe('a province that names the numbers of another one', () => {
  const nowhere = { setl_sn: 'A6101002609010099999', omsgid: 'NEVERSENT' };

  it.each(namingThem('national', OWN_NATIONAL).map((row) => [`${row.infno} ${row.title}`, row] as const))(
    'is answered by %s as if they did not exist, and changes nothing',
    async (_title, definition) => {
      const world = await openTestWorld();
      const own = {
        ...valuesOf(world, PERSONA, HOSPITAL),
        mdtrtarea: '440300', mdtrtsn: '440300ISOLATION', dise_codg: 'M03900', oinfno: '1107',
      }; // prettier-ignore
      const settled = await world.national<Settled>('1107', nationalClaim(own), { msgid: 'FIRST' });
      expect(settled.infcode).toBe(0);
      const theirs = { setl_sn: settled.output.setlinfo.setl_sn, omsgid: 'FIRST' };
      const before = snapshotOf(world, '440000');
      const ask = (numbers: Values) =>
        world.national(
          definition.infno,
          inputOf(definition, { ...own, mdtrtarea: '110000', ...numbers }),
          {},
          '110000',
        );
      const answered = await ask(theirs);
      if (definition.ask) expect(answered.infcode).toBe(-1);
      else expect(answered.output).toMatchObject({ totalrow: 0, setlinfo: [] });
      expect(seen(answered)).toEqual(seen(await ask(nowhere)));
      expect(snapshotOf(world, '440000')).toEqual(before);
      expect(world.defects).toEqual([]);
      await world.close();
    },
  );
});
