import { afterAll, describe, expect, it } from 'vitest';
import type { Output as Settled } from '../../src/platform/domain/national/1107.gen.ts';
import { catalogue } from '../../src/platform/transactions/catalogue.ts';
import { loadTable } from '../../src/platform/wire/load-table.ts';
import { must } from '../../src/kernel/assert.ts';
import { nationalClaim } from '../support/national-claim.ts';
import { valuesOf } from '../support/play-catalogue.ts';
import { HOSPITAL, openTestWorld, type Answer, type TestWorld } from '../support/world.ts';

/*
 * A province sees what concerns it (只能查询本省相关信息: 跨省异地就医管理子系统门诊慢特病测试脚本, row 8). Two worlds differ by
 * rows of 江苏 and 广东; whatever a third province asks, it gets the same answer in both.
 */

/** Queries that the national node answers itself, from what it holds. */
const LISTS = catalogue.filter(({ door, kind, ask }) => door === 'national' && kind === 'query' && !ask);

/** Institutions are public to all provinces; what is asked of a card is answered from what the question shows. */
const OPEN_TO_ALL = ['1803', '1840', '1903', '1904'];

const guarded = LISTS.filter(({ infno }) => !OPEN_TO_ALL.includes(infno)).map(
  ({ infno, title }) => [infno, title] as const,
);

const PERSONA = 'nanjing-worker-rheumatoid';

/** What the rows say, by the codes of the fields by which they may be asked for. */
type Fields = Readonly<Record<string, unknown>>;

const withRows = async (): Promise<{ world: TestWorld; fields: Fields }> => {
  const world = await openTestWorld();
  const own = {
    ...valuesOf(world, PERSONA, HOSPITAL),
    mdtrtarea: '440300',
    dise_codg: 'M06900',
    mdtrtsn: '440300LIST1',
  };
  const { psn_no = '', certno = '', psn_name = '', insutype = '', insuplc = '' } = own as Record<string, string>;
  const person = { psn_no, psn_cert_type: '01', certno, psn_name, insutype, insuplc };
  const disease = { opsp_dise_code: 'M05300', begndate: '2026-01-01', vali_flag: '1' };
  const qualification = { trt_dcla_detl_sn: 'Q1', opsp_dise_name: '慢阻肺', ...person, ...disease };
  const choice = { fix_srt_no: '9', fixmedins_code: HOSPITAL, fixmedins_name: '医院', ...person, ...disease };
  const sent = [
    await world.national<Settled>('1107', nationalClaim(own), {}, '440000'),
    await world.national('1610', { data: [qualification] }, {}, '320000'),
    await world.national('1625', { data: [choice] }, {}, '320000'),
  ];
  must(
    sent.every(({ infcode }) => infcode === 0),
    'the rows are there',
  );
  const { setl_sn } = (sent[0] as Answer<Settled>).output.setlinfo;
  const fields = {
    ...{ psn_no, certno, insuplc, mdtrtarea: '440300', setl_sn, mdtrtsn: own.mdtrtsn },
    ...{ fixmedins_code: HOSPITAL, opsp_dise_code: 'M05300' },
    ...{ begndate: '2026-01-01', enddate: '2026-12-31', updt_time: '2026-09-01 00:00:01', startrow: 1 },
  };
  return { world, fields };
};

/** Every field of the question alone, all together, and those of a person with the days that they need. */
const questionsOf = (infno: string, fields: Fields): Fields[] => {
  const codes = loadTable('national', infno)?.input.flatMap((node) => node.fields.map(({ code }) => code)) ?? [];
  const asked = codes.map((code): Fields => {
    must(code in fields, `the test has a value for ${code} of ${infno}`);
    return { [code]: fields[code] };
  });
  const days = Object.fromEntries(Object.entries(fields).filter(([code]) => code === 'begndate' || code === 'enddate'));
  const dated = codes.includes('begndate') ? asked.map((one): Fields => ({ ...one, ...days })) : [];
  return [{}, ...asked, ...dated, Object.assign({}, ...asked) as Fields];
};

const seen = ({ infcode, err_msg, output }: Answer) => ({ infcode, err_msg, output: output as unknown });

describe('a third province that asks for rows of two others', () => {
  const worlds = (async () => ({ full: await withRows(), empty: await openTestWorld() }))();
  afterAll(async () => {
    const { full, empty } = await worlds;
    expect([...full.world.defects, ...empty.defects]).toEqual([]);
    await Promise.all([full.world.close(), empty.close()]);
  });

  it.each(guarded)('%s %s: cannot tell that they exist', async (infno) => {
    const { full, empty } = await worlds;
    const questions = questionsOf(infno, full.fields);
    expect(questions.length).toBeGreaterThan(4);
    for (const data of questions) {
      for (const province of ['110000', '620000']) {
        const ask = (world: TestWorld) => world.national(infno, { data }, {}, province);
        expect(seen(await ask(full.world)), JSON.stringify(data)).toEqual(seen(await ask(empty)));
      }
    }
  });

  it.each(guarded)('%s %s: the two that they concern see them', async (infno) => {
    const { full, empty } = await worlds;
    const data = questionsOf(infno, full.fields).at(-1);
    for (const province of ['320000', '440000']) {
      const ask = (world: TestWorld) => world.national<{ totalrow: number }>(infno, { data }, {}, province);
      expect((await ask(full.world)).output.totalrow).toBe(1);
      expect((await ask(empty)).output.totalrow).toBe(0);
    }
  });

  it('is tried with every list that is not open to all', () => {
    expect(guarded.length).toBeGreaterThan(0);
    const infnos = LISTS.map(({ infno }) => infno);
    expect(infnos.filter((infno) => OPEN_TO_ALL.includes(infno)).sort()).toEqual(OPEN_TO_ALL);
  });
});
