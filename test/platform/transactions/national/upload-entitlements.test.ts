import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCharacter } from '../../../../src/kernel/identity-number.ts';
import type { Output as Qualifications } from '../../../../src/platform/domain/national/1824.gen.ts';
import type { Output as Chosen } from '../../../../src/platform/domain/national/1825.gen.ts';
import type { Person } from '../../../../src/platform/domain/person.ts';
import { HOSPITAL, openTestWorld, type TestWorld } from '../../../support/world.ts';

/** 1610, 1824, 1625 and 1825: what an insured place tells other provinces of its insured. */

let world: TestWorld;
let person: Person;

beforeEach(async () => {
  world = await openTestWorld();
  person = world.persona('nanjing-worker-rheumatoid');
});

afterEach(() => world.close());

const named = () => {
  const { psn_no, psn_cert_type, certno, psn_name } = person;
  return { insuplc: '320100', psn_no, psn_cert_type, certno, psn_name, insutype: '310' };
};

const qualification = (more: object = {}) => ({
  trt_dcla_detl_sn: 'Q1', ...named(), opsp_dise_code: 'M05300', opsp_dise_name: '慢性阻塞性肺疾病', begndate: '2026-01-01',
  vali_flag: '1', ...more,
}); // prettier-ignore

const choice = (more: object = {}) => ({
  ...named(), opsp_dise_code: 'M06900', fix_srt_no: '1', fixmedins_code: HOSPITAL,
  fixmedins_name: '深圳市沙箱第一人民医院', begndate: '2026-01-01', vali_flag: '1', ...more,
}); // prettier-ignore

/** Somebody whom only the province's own system knows. */
const STRANGER = { psn_no: 'JS0000000001', certno: '329900198001010096', psn_name: '外系统' };

/** Looks like a real person's: well-formed, of a division that exists. */
const REAL = `11010519491231002${checkCharacter('11010519491231002')}`;

const upload = (...data: object[]) => world.national('1610', { data }, {}, '320000');
const choose = (...data: object[]) => world.national('1625', { data }, {}, '320000');
const download = (data: object, as: string) => world.national<Qualifications>('1824', { data }, {}, as);
const chosen = (data: object, as: string) => world.national<Chosen>('1825', { data }, {}, as);
const held = () =>
  world.world.store.reader.qualifications(person.psn_no).filter((row) => row.trt_dcla_detl_sn === 'Q1');

describe('1610', () => {
  it('entitles a person whom the sandbox knows, so that 1406 answers it too', async () => {
    expect((await upload(qualification())).infcode).toBe(0);
    expect(held()).toMatchObject([{ local_dise_code: 'M05300', opsp_dise_code: 'M05300', begndate: '2026-01-01' }]);
    const data = { mdtrtarea: '440300', insuplc: '320100', psn_no: person.psn_no, opsp_dise_code: 'M05300' };
    expect((await world.national('1406', { data })).output).toMatchObject({ opspinfo: [{ trt_dcla_detl_sn: 'Q1' }] });
  });

  it('keeps a local code without a mapping as it is, and ends what is void', async () => {
    await upload(qualification({ opsp_dise_code: 'M07804', poolarea_dise_code: 'M07804' }));
    expect(held()[0]).toMatchObject({ local_dise_code: 'M07804' });
    expect(held()[0]).not.toHaveProperty('opsp_dise_code');
    await upload(qualification({ opsp_dise_code: 'M07801', poolarea_dise_code: 'M07804', vali_flag: '0' }));
    expect(held()).toMatchObject([{ opsp_dise_code: 'M07801', local_dise_code: 'M07804', enddate: '2026-08-31' }]);
  });

  it('keeps the row of somebody whom it does not know, for whom it names', async () => {
    await upload(qualification({ ...STRANGER, mdtrtarea: '440300' }));
    const { output } = await download({ psn_no: STRANGER.psn_no }, '440000');
    expect(output.data).toMatchObject([{ psn_name: '外系统', mdtrtarea: '440300', opsp_dise_code: 'M05300' }]);
    expect((await download({ psn_no: STRANGER.psn_no }, '110000')).output.totalrow).toBe(0);
  });

  it('refuses other provinces’ insured, and two numbers that are not one person’s', async () => {
    const answer = await upload(
      qualification({ insuplc: '610100' }),
      qualification({ trt_dcla_detl_sn: 'Q2', certno: '329900198001010096' }),
      qualification({ trt_dcla_detl_sn: 'Q3', enddate: '2025-01-01', mdtrtarea: '990000' }),
    );
    expect(answer.err_msg).toContain('第 1 行 参保地统筹区 insuplc（610100）不属于江苏省，只能上传本省的');
    expect(answer.err_msg).toContain(`第 2 行 个人管理码 psn_no（${person.psn_no}）与证件号码 certno 不是同一人`);
    expect(answer.err_msg).toContain('第 3 行 就医地统筹区 mdtrtarea（990000）不是统筹区，应到市一级');
    expect(answer.err_msg).toContain('第 3 行 结束日期 enddate（2025-01-01）早于开始日期 begndate（2026-01-01）');
    expect(held()).toEqual([]);
  });

  it('takes synthetic persons only, and does not repeat the number of a real one', async () => {
    const answer = await upload(qualification({ ...STRANGER, certno: REAL }));
    expect(answer.err_msg).toContain('第 1 行 证件号码 certno 可能是真实的居民身份证号：沙箱只收虚构人员');
    expect((await upload(qualification({ ...STRANGER, psn_no: REAL }))).err_msg).toContain(
      '个人管理码 psn_no 可能是真实',
    );
    const { reader } = world.world.store;
    expect(JSON.stringify([reader.journal(10), reader.uploads('qualification', 0), answer])).not.toContain(REAL);
  });

  it('never tells one province whether a number is another province’s', async () => {
    const theirs = world.persona('xian-acceptance-worker');
    const probe = (psn_no: string) => upload(qualification({ ...STRANGER, psn_no }));
    expect((await probe(theirs.psn_no)).infcode).toBe(0);
    expect((await probe('NOBODY')).infcode).toBe(0);
    expect(world.world.store.reader.qualifications(theirs.psn_no).some((row) => row.trt_dcla_detl_sn === 'Q1')).toBe(
      false,
    );
  });
});

describe('1824', () => {
  it('shows a qualification to its own province, and to one into which the person is filed today', async () => {
    const asked = { psn_no: person.psn_no };
    const seenBy = async (as: string) => (await download(asked, as)).output.totalrow;
    expect(await seenBy('320000')).toBe(1);
    expect(await seenBy('440000')).toBe(1);
    expect(await seenBy('510000')).toBe(0);
    const filing = {
      trt_dcla_detl_sn: 'F9', psn_no: person.psn_no, kind: 'other', mdtrtarea_admdvs: '510000', begndate: '2026-09-01',
      enddate: '2026-09-30',
    } as const; // prettier-ignore
    await world.add({ kind: 'filing.put', filing });
    expect(await seenBy('510000')).toBe(1);
    world.setClock('2026-10-01 00:00:00');
    expect(await seenBy('510000')).toBe(0);
  });
});

describe('1625', () => {
  it('tells the institution’s province what was chosen, and the insured place decides by it', async () => {
    expect((await choose(choice())).infcode).toBe(0);
    const { output } = await chosen({ psn_no: person.psn_no }, '440000');
    expect(output.data).toMatchObject([{ biz_appy_type: '03', mdtrtarea: '440300', fixmedins_code: HOSPITAL }]);
    expect(world.world.store.reader.chosenInstitutions(person.psn_no)).toMatchObject([{ fixmedins_code: HOSPITAL }]);
    await choose(choice({ vali_flag: '0' }));
    expect(world.world.store.reader.chosenInstitutions(person.psn_no)).toMatchObject([{ enddate: '2026-08-31' }]);
    expect((await chosen({ fixmedins_code: HOSPITAL, psn_no: person.psn_no }, '320000')).output.data).toMatchObject([
      { vali_flag: '0' },
    ]);
  });

  it('takes an institution that nobody has uploaded by the place in its code, and no other place', async () => {
    await choose(choice({ fixmedins_code: 'H51010012345', fixmedins_name: '未上传医院' }));
    expect((await chosen({ psn_no: person.psn_no }, '510000')).output.data).toMatchObject([{ mdtrtarea: '510100' }]);
    const wrong = await choose(choice({ mdtrtarea: '110000' }), choice({ fix_srt_no: '2', fixmedins_code: 'X' }));
    expect(wrong.err_msg).toContain('第 1 行 就医地统筹区 mdtrtarea（110000）与机构所在地 440300 不符');
    expect(wrong.err_msg).toContain('第 2 行 定点医药机构编号 fixmedins_code（X）应为 H 或 P 加十一位数字');
  });

  it('refuses a row that comes twice, another province’s insured and real persons', async () => {
    const answer = await choose(
      choice(),
      choice({ biz_appy_type: '03' }),
      choice({ fix_srt_no: '2', insuplc: '610100' }),
    );
    expect(answer.err_msg).toContain('第 2 行 与第 1 行重复');
    expect(answer.err_msg).toContain('第 3 行 参保地统筹区 insuplc（610100）不属于江苏省');
    const real = await choose(choice({ ...STRANGER, certno: REAL }));
    expect(real.err_msg).toContain('沙箱只收虚构人员');
  });
});
