import { describe, expect, it } from 'vitest';
import { must } from '../../../../../src/kernel/assert.ts';
import { instantOf } from '../../../../../src/kernel/civil-time.ts';
import type { InsuredPlace } from '../../../../../src/platform/dispatch/insured-place.ts';
import type { Institution } from '../../../../../src/platform/domain/institution.ts';
import type { Settlement } from '../../../../../src/platform/domain/settlement.ts';
import { sandboxApp } from '../../../../../src/platform/http/app.ts';
import { openSandbox, playHospitals, seededRandom, type Sandbox } from '../../../../../src/platform/sandbox.ts';
import { confirmation, type Detail } from '../../../../support/clearing.ts';
import { audit, opening } from '../../../../support/audit.ts';
import { openHis, type His } from '../../../../support/his.ts';
import { HOSPITAL } from '../../../../support/world.ts';

const PLAN = {
  settlements: 260,
  months: ['202606', '202607', '202608'],
  provinces: ['310000', '440000', '610000', '630000'],
  hospitals: [HOSPITAL],
  confirm: false,
};

const openAt = (now: string): Promise<Sandbox> =>
  openSandbox({ startClock: { mode: 'frozen', at: instantOf(now) }, settings: { journalRows: 100_000 } });

const play = async (sandbox: Sandbox, change: Partial<typeof PLAN> = {}) => {
  const played = await playHospitals(sandbox.workspaceOf(''), seededRandom('traffic'), { ...PLAN, ...change });
  if (!played.ok) throw new Error(played.error);
  return played.value;
};

const readerOf = (sandbox: Sandbox) => sandbox.workspaceOf('').world().store.reader;

const treatmentBook = (sandbox: Sandbox): readonly Settlement[] =>
  readerOf(sandbox).settlementsOfInstitution(HOSPITAL, '2026-01-01', '2026-12-31');

const standing = (sandbox: Sandbox): Settlement[] => treatmentBook(sandbox).filter(({ state }) => state !== 'reversed');

const asked = (period: string) => ({ trt_year: period.slice(0, 4), trt_month: period.slice(4) });

/** 3260 of a month through the door, page by page until one is empty. */
const pagesOf = async (his: His, period: string): Promise<Detail[][]> => {
  const pages: Detail[][] = [];
  for (let startrow = 1; ; startrow += 100) {
    const { bytes } = await his.send('3260', { data: { ...asked(period), startrow } });
    const { data } = (JSON.parse(bytes) as { output: { data: Detail[] } }).output;
    if (data.length === 0) return pages;
    pages.push(data);
  }
};

/** Rows and the month in which they stand, as 3260 tells. */
const listedBy = async (his: His, periods: readonly string[]) => {
  const months = await Promise.all(periods.map(async (period) => ({ period, pages: await pagesOf(his, period) })));
  return months.flatMap(({ period, pages }) => pages.flat().map((row) => `${period} ${row.setl_sn}`));
};

const monthOf = ({ setl_time }: Settlement): string => setl_time.slice(0, 4) + setl_time.slice(5, 7);

describe("a history of a hospital's own", () => {
  it('stands in all three books, and in the month that is open, in pages of a hundred', async () => {
    const sandbox = await openAt('2026-09-04 10:00:00');
    const start = opening(readerOf(sandbox));
    const { settlements, refunds, reversals, refused, confirmed } = await play(sandbox);
    expect(settlements + refused).toBe(260);
    expect([settlements > 200, refunds > 5, reversals > 0, confirmed]).toEqual([true, true, true, 0]);
    const rows = standing(sandbox);
    expect(rows).toHaveLength(settlements + refunds - reversals);
    expect(new Set(rows.map(({ insuplc }) => insuplc.slice(0, 2)))).toEqual(new Set(['31', '61', '63']));
    expect(new Set(rows.map(monthOf))).toEqual(new Set(PLAN.months));
    expect(audit(readerOf(sandbox), start)).toEqual([]);

    // Nothing of it was confirmed: all has moved on to the month before this one.
    const his = openHis(sandboxApp(sandbox).request);
    const pages = await pagesOf(his, '202608');
    expect(pages.slice(0, -1).map((page) => page.length)).toEqual(pages.slice(1).map(() => 100));
    expect(pages.flat().map((row) => row.setl_sn)).toEqual(rows.map((row) => row.setl_id));
    expect(pages.flat().map((row) => row.seqno)).toEqual(rows.map((_row, index) => index + 1));
    expect(await listedBy(his, ['202606', '202607', '202609'])).toEqual([]);

    const [first = []] = pages;
    const said = await his.send('3261', confirmation('202608', first));
    expect(said.infcode).toBe(0);
    expect((await his.send('3262', { data: { ...asked('202608'), otransid: '0' } })).infcode).toBe(0);
    await sandbox.close();
  });

  it('confirmed, each row stands in its own month, and the provinces clear it', async () => {
    const sandbox = await openAt('2026-09-25 10:00:00');
    const { settlements, refunds, reversals, confirmed } = await play(sandbox, { confirm: true });
    const rows = standing(sandbox);
    expect(confirmed).toBe(settlements + refunds - reversals);
    const his = openHis(sandboxApp(sandbox).request);
    const listed = await listedBy(his, [...PLAN.months, '202609']);
    expect(listed.sort()).toEqual(rows.map((row) => `${monthOf(row)} ${row.setl_id}`).sort());
    const tables = PLAN.months.map((period) => readerOf(sandbox).clearingRecord('table', period)?.table.total.lines);
    expect(tables).toEqual(PLAN.months.map((period) => rows.filter((row) => monthOf(row) === period).length));
    expect(
      readerOf(sandbox)
        .clearingRecords('day', '', '~')
        .every((day) => day.differing.length === 0),
    ).toBe(true);
    await sandbox.close();
  });

  it('leaves the month whose deadline is not over to its hospital', async () => {
    const sandbox = await openAt('2026-09-08 10:00:00');
    const { confirmed } = await play(sandbox, { confirm: true, settlements: 60 });
    const isOpen = (row: Settlement): boolean => readerOf(sandbox).confirmationsOf(row.setl_id).length === 0;
    const rows = standing(sandbox);
    expect(rows.filter(isOpen).map(monthOf)).toEqual(rows.map(monthOf).filter((month) => month === '202608'));
    expect(rows.filter((row) => !isOpen(row))).toHaveLength(confirmed);
    await sandbox.close();
  });

  it('is the same for the same seed, and is no message of the HIS', async () => {
    const [one, other] = [await openAt('2026-09-04 10:00:00'), await openAt('2026-09-04 10:00:00')];
    const two = { ...{ settlements: 40, months: ['202608'] }, hospitals: [HOSPITAL, 'H61010099001'] };
    await play(one, two);
    await play(other, two);
    expect(treatmentBook(one).length).toBeGreaterThan(10);
    expect(treatmentBook(other)).toEqual(treatmentBook(one));
    const home = readerOf(one).settlementsOfInstitution('H61010099001', '2026-01-01', '2026-12-31');
    expect(new Set(home.map(({ insuplc }) => insuplc.slice(0, 2)))).toEqual(new Set(['31', '44', '63']));
    const { cases } = await openHis(sandboxApp(one).request).control<{ cases: object[] }>('GET', '/verdict?all=true');
    expect(cases).toEqual([]);
    const journal = readerOf(one).journal(100_000);
    expect(journal.every((row) => row.via === 'self' && row.input === '')).toBe(true);
    const again = await playHospitals(one.workspaceOf(''), seededRandom('traffic'), { ...PLAN, ...two });
    expect(again).toMatchObject({ ok: false, error: expect.stringContaining('已经补入过') as string });
    await one.close();
    await other.close();
  });

  it("asks no province's own system for a history", async () => {
    const remote: InsuredPlace = { kind: 'waiting', timeoutMs: 1_000, send: () => Promise.reject(new Error('asked')) };
    const sandbox = await openSandbox({
      startClock: { mode: 'frozen', at: instantOf('2026-09-04 10:00:00') },
      parts: { insuredPlace: (insuplc) => (insuplc.startsWith('63') ? remote : { kind: 'embedded' }) },
    });
    const start = opening(readerOf(sandbox));
    const { settlements, refused } = await play(sandbox, { settlements: 60 });
    expect(settlements + refused).toBe(60);
    expect(refused).toBeGreaterThanOrEqual(20);
    expect(new Set(treatmentBook(sandbox).map(({ insuplc }) => insuplc.slice(0, 2)))).toEqual(new Set(['31', '61']));
    expect(readerOf(sandbox).legsInState('sent')).toEqual([]);
    expect(audit(readerOf(sandbox), start)).toEqual([]);
    await sandbox.close();
  });

  it('refuses what cannot be, and says why', async () => {
    const sandbox = await openAt('2026-09-04 10:00:00');
    const { queue, store } = sandbox.workspaceOf('').world();
    const known = store.reader.institution(HOSPITAL);
    must(known, 'the hospital is there');
    const errorOf = async (change: Partial<typeof PLAN>, institution: Partial<Institution> = {}) => {
      await queue.submit((writer) =>
        writer.apply([{ kind: 'institution.put', institution: { ...known, ...institution } }]),
      );
      const plan = { ...PLAN, settlements: 1, ...change };
      const played = await playHospitals(sandbox.workspaceOf(''), seededRandom('traffic'), plan);
      return played.ok ? 'played' : played.error;
    };
    expect(await errorOf({ hospitals: ['H44030012345'] })).toContain('没有机构 H44030012345');
    expect(await errorOf({ hospitals: [HOSPITAL, 'H44030099002'] })).toContain('H44030099002');
    expect(await errorOf({ hospitals: ['H44030099003'] })).toContain('不是国家异地定点');
    expect(await errorOf({ provinces: ['440000'] })).toContain('没有别的省');
    expect(await errorOf({}, { fixmedins_type: '2' })).toContain('是定点零售药店');
    expect(await errorOf({}, { online: 'suspended' })).toContain('已暂停联网');
    expect(treatmentBook(sandbox)).toEqual([]);
    await sandbox.close();
  });

  it('where a disease is not opened, people come as 普通门诊', async () => {
    const sandbox = await openAt('2026-09-04 10:00:00');
    const { queue, store } = sandbox.workspaceOf('').world();
    const known = store.reader.institution(HOSPITAL);
    must(known, 'the hospital is there');
    const opened = known.openedDiseases.filter((row) => row.opsp_dise_code === 'M01600');
    const institution = { ...known, openedDiseases: opened };
    await queue.submit((writer) => writer.apply([{ kind: 'institution.put', institution }]));
    await play(sandbox, { settlements: 120 });
    const diseases = new Set(treatmentBook(sandbox).map((row) => `${row.med_type} ${row.dise_codg ?? ''}`));
    expect(diseases).toEqual(new Set(['11 ', '14 M01600']));
    await sandbox.close();
  });
});
