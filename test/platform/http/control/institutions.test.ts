import { describe, expect, it } from 'vitest';
import { jsonOf, openCounter } from '../counter.ts';

const counter = openCounter();

const OWN = { fixmedins_code: 'H43010500001', fixmedins_name: '长沙某医院' };
const add = (form: unknown) => counter.control('POST', '/_sandbox/institutions', form);

describe('institutions', () => {
  it('are listed with what decides whom they may serve', async () => {
    const { json } = await counter.control<{ institutions: unknown[] }>('GET', '/_sandbox/institutions');
    expect(json.institutions).toContainEqual(
      expect.objectContaining({
        fixmedins_code: 'H44030099002',
        fixmedins_name: '深圳市沙箱第二医院',
        admdvs: '440300',
        place: '深圳市',
        hosp_lv: '5',
        outOfArea: 'province',
        real_name: false,
        openedDiseases: [
          { opsp_dise_code: 'M03900', begndate: '2024-09-01' },
          { opsp_dise_code: 'M01600', begndate: '2024-09-01' },
        ],
      }),
    );
  });

  it('of a real HIS need a code and a name; everything works with them', async () => {
    const added = await counter.control<{ institution: { openedDiseases: unknown[] } }>(
      'POST',
      '/_sandbox/institutions',
      OWN,
    );
    expect(added).toMatchObject({
      status: 201,
      json: {
        institution: {
          ...OWN,
          admdvs: '430105',
          place: '长沙市',
          fixmedins_type: '1',
          hosp_lv: '2',
          outOfArea: 'national',
          real_name: true,
        },
      },
    });
    expect(added.json.institution.openedDiseases).toHaveLength(16);
  });

  it('of a place that had none bring the catalogue along', async () => {
    const reader = counter.sandbox().workspaceOf('').world().store.reader;
    await add({ ...OWN, fixmedins_code: 'H45010000001' });
    expect(reader.item('450100', '003107010210000')).toEqual(reader.item('440300', '003107010210000'));
  });

  it('are uploaded to the national node with what they have opened, and what they have no more', async () => {
    const reader = counter.sandbox().workspaceOf('').world().store.reader;
    const opened = (code: string) => reader.upload('opened-disease', `${OWN.fixmedins_code} ${code}`)?.row['vali_flag'];
    await add(OWN);
    expect(reader.upload('institution', OWN.fixmedins_code)?.row).toMatchObject({ admdvs: '430105', ...OWN });
    expect([opened('M05300'), opened('M07801')]).toEqual(['1', '1']);
    await add({ ...OWN, openedDiseases: [{ opsp_dise_code: 'M07801', begndate: '2024-01-01' }] });
    expect([opened('M05300'), opened('M07801')]).toEqual(['0', '1']);
    await add(OWN);
  });

  it('may send messages at once', async () => {
    await add(OWN);
    const asked = {
      infno: '1201',
      fixmedins_code: OWN.fixmedins_code,
      input: { medinsinfo: { fixmedins_type: '1', ...OWN } },
    };
    expect(await jsonOf(await counter.post('/fsi/api/1201', asked))).toMatchObject({
      infcode: 0,
      output: { medinsinfo: [{ fixmedins_code: OWN.fixmedins_code }] },
    });
  });

  it('are changed when they come again', async () => {
    await add(OWN);
    const changes = { hosp_lv: '5', outOfArea: 'none', real_name: false, openedDiseases: [] };
    expect(await add({ ...OWN, ...changes })).toMatchObject({ status: 200, json: { institution: changes } });
  });

  it.each([
    [{}, '缺少 fixmedins_code'],
    [{ ...OWN, fixmedins_code: '43010500001' }, '定点医药机构编码'],
    [{ ...OWN, fixmedins_code: 'H99010500001' }, '990105 不存在，请另写 admdvs'],
    [{ ...OWN, fixmedins_name: ' ' }, 'fixmedins_name'],
    [{ ...OWN, hosp_lv: '三级' }, 'hosp_lv 应为 1、2、'],
    [{ ...OWN, admdvs: '000000' }, '六位医保区划'],
    [{ ...OWN, real_name: 'yes' }, 'real_name 应为 true 或 false'],
    [{ ...OWN, openedDiseases: [{ opsp_dise_code: 'M03900', begndate: '2026-02-30' }] }, '日期 yyyy-MM-dd'],
    [{ ...OWN, level: 2 }, '不认识的字段 level'],
  ])('that do not fit are refused: %j', async (form, message) => {
    expect(await add(form)).toMatchObject({
      status: 422,
      json: { message: expect.stringContaining(message) as string },
    });
  });
});
