import type { CivilDate } from '../../../../../kernel/civil-time.ts';
import { OUTSIDE, SIX, type Disease } from '../diseases.ts';
import { membersOf, type Member } from '../cast.ts';
import type { Scene } from '../scene.ts';
import type { Step } from '../step.ts';

const todayOf = ({ now }: Scene): CivilDate => now.slice(0, 10);

/** 医药机构信息上传: the hospital, open to all provinces. */
export const UPLOAD_HOSPITAL: Step = {
  infno: '1603',
  input: ({ stage: { hospital } }) => ({
    data: [
      {
        fixmedins_code: hospital.fixmedins_code,
        fixmedins_name: hospital.fixmedins_name,
        uscc: hospital.uscc,
        admdvs: hospital.place,
        fixmedins_type: '1',
        hosp_lv: hospital.hosp_lv,
        out_onln_open_type: '1',
        fix_onln_open_flag: '1',
        rlnm_chk_flag: '1',
      },
    ],
  }),
};

/** 医疗机构开通门诊慢特病病种信息上传: the six diseases. */
export const UPLOAD_OPENED: Step = {
  infno: '1620',
  input: (scene) => ({
    data: SIX.map(({ code, name }) => ({
      fixmedins_code: scene.stage.hospital.fixmedins_code,
      fixmedins_name: scene.stage.hospital.fixmedins_name,
      admdvs: scene.stage.hospital.place,
      opsp_dise_code: code,
      opsp_dise_name: name,
      begndate: todayOf(scene),
      vali_flag: '1',
    })),
  }),
};

const namedOf = ({ stage: { insuplc, hospital } }: Scene, person: Member) => ({
  insuplc,
  mdtrtarea: hospital.place,
  psn_no: person.psn_no,
  psn_cert_type: person.psn_cert_type,
  certno: person.certno,
  psn_name: person.psn_name,
  insutype: person.insutype,
});

const qualificationOf = (scene: Scene, person: Member, { code, name }: Disease) => ({
  ...namedOf(scene, person),
  trt_dcla_detl_sn: `Z${person.certno}${code}`,
  opsp_dise_code: code,
  opsp_dise_name: name,
  poolarea_dise_code: code,
  begndate: todayOf(scene),
  vali_flag: '1',
});

/** 门诊慢特病认定资格上传: everybody of the cast for the disease; whoever stands first also for one outside the list. */
export const UPLOAD_QUALIFICATIONS: Step = {
  infno: '1610',
  as: 'insured',
  input: (scene) => ({
    data: membersOf(scene.stage.cast).map((person) => qualificationOf(scene, person, scene.one.disease)),
  }),
};

/** Somebody's qualification for a disease outside the list: only 1406 is to know it. */
export const UPLOAD_OUTSIDE: Step = {
  infno: '1610',
  as: 'insured',
  input: (scene) => ({ data: [qualificationOf(scene, scene.one.person, OUTSIDE)] }),
};

/** 参保人员选择的门诊慢特病定点医疗机构信息上传: everybody chose the hospital for the disease. */
export const UPLOAD_CHOSEN: Step = {
  infno: '1625',
  as: 'insured',
  input: (scene) => ({
    data: membersOf(scene.stage.cast).map((person) => ({
      ...namedOf(scene, person),
      biz_appy_type: '03',
      opsp_dise_code: scene.one.disease.code,
      fix_srt_no: '1',
      fixmedins_code: scene.stage.hospital.fixmedins_code,
      fixmedins_name: scene.stage.hospital.fixmedins_name,
      begndate: todayOf(scene),
      vali_flag: '1',
    })),
  }),
};
