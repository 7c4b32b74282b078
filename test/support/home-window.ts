import type { Answer, TestWorld } from './world.ts';

/** 西安市沙箱人民医院: of the province in which the persons of 西安 are insured. */
export const HOME_HOSPITAL = 'H61010099001';

type Numbered = { readonly result: readonly { readonly trt_dcla_detl_sn: string }[] };

/** The window of a hospital that sends applications for one person; tests name only what matters to them. */
export type HomeWindow = {
  readonly psn_no: string;
  readonly send: (infno: string, input: object, envelope?: Readonly<Record<string, unknown>>) => Promise<Answer>;
  readonly refer: (more?: object) => Promise<Answer<Numbered>>;
  readonly apply: (more?: object) => Promise<Answer<Numbered>>;
  readonly choose: (more?: object) => Promise<Answer<Numbered>>;
  readonly withdraw: (infno: '2502' | '2504' | '2506', trt_dcla_detl_sn: string, by?: string) => Promise<Answer>;
};

/** The number that 2501, 2503 and 2505 answer. */
export const numberIn = ({ output }: Answer<Numbered>): string => output.result[0]?.trt_dcla_detl_sn ?? '';

export const openHomeWindow = (world: TestWorld, persona: string, institution = HOME_HOSPITAL): HomeWindow => {
  const { psn_no, insurances } = world.persona(persona);
  const insuplc_admdvs = insurances[0]?.insuplc_admdvs;
  const send: HomeWindow['send'] = (infno, input, envelope = {}) =>
    world.call(infno, input, { fixmedins_code: institution, insuplc_admdvs, ...envelope });
  return {
    psn_no,
    send,
    refer: (more = {}) =>
      send('2501', {
        refmedin: {
          psn_no, insutype: '310', diag_code: 'I25.103', diag_name: '冠心病', reflin_medins_no: 'H44030099001',
          reflin_medins_name: '深圳市沙箱第一人民医院', mdtrtarea_admdvs: '440300', refl_type: '3',
          refl_date: '2026-09-01', refl_rea: '本院不具备诊治条件', refl_opnn: '同意', ...more,
        },
      }), // prettier-ignore
    apply: (more = {}) =>
      send('2503', {
        data: {
          psn_no, insutype: '310', opsp_dise_code: 'M05300', opsp_dise_name: '慢性阻塞性肺疾病', insu_optins: '610100',
          ide_fixmedins_no: institution, ide_fixmedins_name: '西安市沙箱人民医院', hosp_ide_date: '2026-08-30',
          diag_dr_codg: 'D610100999001', diag_dr_name: '沙箱医生', begndate: '2026-09-01', ...more,
        },
      }), // prettier-ignore
    choose: (more = {}) =>
      send('2505', {
        data: {
          psn_no, biz_appy_type: '03', begndate: '2026-09-01', fix_srt_no: '1', fixmedins_code: institution,
          fixmedins_name: '医院', ...more,
        },
      }), // prettier-ignore
    withdraw: (infno, trt_dcla_detl_sn, by = institution) =>
      send(infno, { data: { trt_dcla_detl_sn, psn_no, memo: '申报有误' } }, { fixmedins_code: by }),
  };
};
