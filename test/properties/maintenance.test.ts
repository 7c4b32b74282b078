import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../src/kernel/assert.ts';
import type { Addressed } from '../../src/platform/dispatch/ways-closed.ts';
import type { Maintenance, TransactionName } from '../../src/platform/domain/maintenance.ts';
import { isNewBusiness } from '../../src/platform/domain/new-business.ts';
import { partyPrefix } from '../../src/platform/domain/party.ts';
import type { Reader } from '../../src/platform/store/port.ts';
import { maintenance } from '../../src/platform/switch/maintenance.ts';
import { catalogue } from '../../src/platform/transactions/catalogue.ts';
import { openDoors } from './maintenance/doors.ts';
import { saidOf, type Said, type Sent } from './maintenance/model.ts';
import { quarter, windows } from './maintenance/windows.ts';
import { writtenTable } from './maintenance/written-table.ts';

/*
 * For any set of windows and any moment the answer of each class of business follows the one table that is written for
 * people, docs/maintenance.md: what the switch says of every transaction there is, and what hospitals and provinces
 * get.
 */

/** No window closes the credential platform: it is a system of its own. */
const businesses = catalogue.flatMap(({ door, infno }) => (door === 'credential' ? [] : [{ door, infno }]));
const nameOf = ({ door, infno }: { readonly door: string; readonly infno: string }): TransactionName =>
  `${door === 'hospital' ? 'hospital' : 'national'}/${infno}`;
const NAMES = [...new Set(businesses.map(nameOf))];
/** Those that new business is, so that they are met often enough. */
const NEW = businesses.filter(isNewBusiness);
const SOME_NEW: readonly [TransactionName, ...TransactionName[]] = ['hospital/2207', ...NEW.map(nameOf)];

/** Some that are sent through the doors below. */
const SOME_NAMES: readonly [TransactionName, ...TransactionName[]] = [
  'hospital/2206', 'hospital/1901', 'national/1106', 'national/1203', 'national/1406', 'national/1803',
]; // prettier-ignore

describe('the written table', () => {
  it('has every transaction once that changes anything, and those that new business is', () => {
    const rows = writtenTable();
    const named = rows.flatMap(({ hospital, national }) => [
      ...hospital.map((infno) => `hospital/${infno}`),
      ...national.map((infno) => `national/${infno}`),
    ]);
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
    const changing = catalogue.filter(
      ({ kind, door, variantOf }) => kind === 'mutation' && door !== 'insured' && door !== 'credential' && !variantOf,
    );
    const unclassed = changing.map(({ door, infno }) => `${door}/${infno}`).filter((name) => !named.includes(name));
    expect(unclassed, 'to be given a class in docs/maintenance.md and domain/new-business.ts').toEqual([]);
    const isNew = NAMES.filter((name) => {
      const [door = '', infno = ''] = name.split('/');
      return isNewBusiness({ door, infno });
    });
    const [first] = rows;
    must(first, 'the table begins with new business');
    const written = [...first.hospital.map((no) => `hospital/${no}`), ...first.national.map((no) => `national/${no}`)];
    expect(isNew.sort()).toEqual(written.sort());
  });
});

const sent: fc.Arbitrary<Sent> = fc
  .record({
    business: fc.oneof(fc.constantFrom(...businesses), fc.constantFrom(...NEW)),
    mdtrtarea: fc.constantFrom('440300', '440100'),
    insuplc: fc.constantFrom('610100', '440100'),
  })
  .map(({ business, ...places }) => ({ ...business, ...places }));

const saidBySwitch = (rows: readonly Maintenance[], addressed: Addressed, now: number): Said => {
  const reader = { maintenances: () => rows } as unknown as Reader;
  const idIn = (text: string) => /（(MT\d+)）/.exec(text)?.[1] ?? '';
  const stop = maintenance.stop(reader, addressed, now);
  if (stop) return { outcome: 'refused', prefix: partyPrefix(stop.by), id: idIn(stop.text) };
  const announced = maintenance.announced(reader, addressed, now);
  if (announced === undefined) return { outcome: 'done' };
  return { outcome: 'warned', prefix: announced.slice(0, announced.indexOf(']') + 1), id: idIn(announced) };
};

describe('whatever windows there are, at any moment', () => {
  it('the switch says of every transaction what the table says', () => {
    const outcomes = { done: 0, warned: 0, refused: 0 };
    fc.assert(
      fc.property(windows(SOME_NEW, 5), sent, fc.nat(55), fc.nat(5), (rows, message, count, ms) => {
        const now = quarter(count) + ms;
        const said = saidBySwitch(rows, message, now);
        outcomes[said.outcome] += 1;
        expect(said).toEqual(saidOf(rows, message, now));
      }),
      { numRuns: 5_000 },
    );
    expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(50);
  });

  it('the node of a door stands closed for everything exactly while it is down', () => {
    fc.assert(
      fc.property(windows(SOME_NEW, 4).map(wholeSystems), sent, fc.nat(55), (rows, message, count) => {
        const reader = { maintenances: () => rows } as unknown as Reader;
        const alone = { ...message, infno: message.door === 'national' ? '1903' : '1406' };
        const closed = maintenance.closed(reader, message, quarter(count)) !== undefined;
        expect(closed).toBe(saidOf(rows, alone, quarter(count)).outcome === 'refused');
      }),
      { numRuns: 1_000 },
    );
  });

  it('hospitals and provinces get what the table says of each message on its way', async () => {
    const doors = await openDoors();
    await fc.assert(
      fc.asyncProperty(windows(SOME_NAMES, 4), fc.nat(50), async (rows, count) => {
        const answers = await doors.askAll(rows, quarter(count));
        for (const { message, way, answer } of answers) {
          expect({ message, ...answer }).toEqual({ message, ...doors.expected(rows, way, quarter(count)) });
        }
      }),
      { numRuns: 120 },
    );
    expect(doors.defects()).toEqual([]);
    await doors.close();
  });
});

/** All of them as windows of whole systems. */
function wholeSystems(rows: readonly Maintenance[]): readonly Maintenance[] {
  return rows.map(({ transactions: _some, ...row }) => row);
}
