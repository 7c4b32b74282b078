import { describe, expect, it } from 'vitest';
import { ok } from '../../../../../src/kernel/result.ts';
import type { Server } from '../../../../../src/platform/features/acceptance/self-run/control-api.ts';
import { fileCast } from '../../../../../src/platform/features/acceptance/self-run/file-cast.ts';
import { hospitalOf } from '../../../../../src/platform/features/acceptance/self-run/hospital.ts';
import type { ListedInstitution } from '../../../../../src/platform/features/acceptance/self-run/listed.ts';
import { setStage } from '../../../../../src/platform/features/acceptance/self-run/set-stage.ts';
import { member, STAGE } from './stage.ts';

const institution = (fixmedins_code: string, admdvs: string, more: object = {}): ListedInstitution => ({
  fixmedins_code,
  fixmedins_name: fixmedins_code,
  uscc: '',
  hosp_lv: '2',
  admdvs,
  outOfArea: 'national',
  real_name: true,
  ...more,
});

/** A control API that answers each path with what is given, and keeps what was posted. */
const serverWith = (answers: Readonly<Record<string, unknown>>, status = 200) => {
  const posted: unknown[] = [];
  const server: Server = {
    base: 'http://127.0.0.1:1',
    workspace: 'default',
    call: (url, { body }) => {
      if (body !== undefined) posted.push(JSON.parse(String(body)));
      const [path = ''] = url.split('/_sandbox')[1]?.split('?') ?? [];
      return Promise.resolve(ok({ status, text: JSON.stringify(answers[path] ?? {}), header: () => undefined }));
    },
  };
  return { server, posted };
};

describe('the hospital', () => {
  it('is one of the province that serves everybody and checks identities', () => {
    const found = hospitalOf(
      [
        institution('H33010099001', '330100'),
        institution('H44030099002', '440300', { outOfArea: 'province' }),
        institution('H44010099001', '440100', { real_name: false }),
        institution('H44030099004', '440300', { online: 'suspended' }),
        institution('P44030099001', '440300'),
        institution('H44030599001', '440305'),
      ],
      '440000',
    );
    expect(found).toMatchObject({ fixmedins_code: 'H44030599001', place: '440300' });
  });

  it('is invented in the capital, or the municipality, where there is none', () => {
    expect(hospitalOf([], '130000')).toMatchObject({ fixmedins_code: 'H13010099009', place: '130100' });
    expect(hospitalOf([], '110000')).toMatchObject({ fixmedins_code: 'H11000099009', place: '110000' });
  });
});

describe('the stage', () => {
  const listed = (psn_no: string, insuplc_admdvs: string) => ({
    ...{ name: psn_no, psn_no, psn_cert_type: '01', certno: psn_no, card_no: 'C', card_sn: 'S', ec_token: 'T' },
    insurances: [{ insutype: '310', psn_type: '1101', psn_insu_stas: '1', cvlserv_flag: '0', insuplc_admdvs }],
    identities: [],
    filings: [],
  });
  const { server } = serverWith({
    '/institutions': { institutions: [] },
    '/personas': { personas: [listed('1', '440300'), listed('2', '440300'), listed('3', '440100')] },
    '/people': { people: [listed('4', '440300'), listed('5', '610100')] },
  });
  const asked = { province: '440000', partner: '610000' } as const;

  it('has the tested province on its side of the role, insured where most personas are', async () => {
    const insured = await setStage(server, { ...asked, role: 'insured' });
    expect(insured.ok && insured.value).toMatchObject({ treatment: '610000', insured: '440000', insuplc: '440300' });
    const treatment = await setStage(server, { ...asked, role: 'treatment' });
    expect(treatment.ok && treatment.value).toMatchObject({
      treatment: '440000',
      insured: '610000',
      insuplc: '610100',
    });
  });

  it('has a third province that is neither', async () => {
    const set = await setStage(server, { role: 'treatment', province: '460000', partner: '610000' });
    expect(set.ok && set.value.third).toBe('530000');
  });

  it('cannot be set where nobody can be cast, or the API refuses', async () => {
    const nobody = serverWith({
      '/institutions': { institutions: [] },
      '/personas': { personas: [] },
      '/people': { people: [] },
    });
    expect(await setStage(nobody.server, { ...asked, role: 'treatment' })).toEqual({
      ok: false,
      error: '参保地 610100 没有可用的人员',
    });
    const refusing = serverWith({ '/institutions': { message: '需要口令' } }, 401);
    expect(await setStage(refusing.server, { ...asked, role: 'treatment' })).toEqual({ ok: false, error: '需要口令' });
  });
});

it('everybody is filed for the place of treatment once', async () => {
  const filed = { ...member('职工退休'), filings: [{ kind: 'resident', mdtrtarea_admdvs: '440300' }] };
  const cast = { populations: [member('职工在职'), filed], others: [], temporary: [member('居民（临时外出）')] };
  const { server, posted } = serverWith({});
  expect(await fileCast(server, { ...STAGE, cast })).toEqual({ ok: true, value: undefined });
  expect(posted).toEqual([
    { person: 'PSN-职工在职', kind: 'resident', mdtrtarea_admdvs: '440300', approve: true },
    { person: 'PSN-居民（临时外出）', kind: 'other', mdtrtarea_admdvs: '440300', approve: true },
  ]);
});
