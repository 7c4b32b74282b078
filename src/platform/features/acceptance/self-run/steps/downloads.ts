import { rowsAt, textAt } from '../../../demo/answer-values.ts';
import type { Scene } from '../scene.ts';
import type { Exchange, Step } from '../step.ts';

/** How many rows of the download bear that value. */
const rowsWith = (output: unknown, code: string, value: string): number =>
  rowsAt(output, 'data').filter((row) => textAt(row, code) === value).length;

/** The script counts rows 笔数, not messages. */
const fewerThan = (least: number, code: string, value: (scene: Scene) => string) => {
  return ({ output }: Exchange, scene: Scene): string[] => {
    const seen = rowsWith(output, code, value(scene));
    return seen >= least ? [] : [`${value(scene)} 只有 ${seen} 条，至少要 ${least} 条`];
  };
};

const hospitalOf = ({ stage }: Scene): string => stage.hospital.fixmedins_code;
const diseaseOf = ({ one }: Scene): string => one.disease.code;

/** 医药机构信息下载 by the insured province: the hospital is there. */
export const DOWNLOAD_HOSPITAL: Step = {
  infno: '1803',
  as: 'insured',
  input: (scene) => ({ data: { startrow: 1, fixmedins_code: hospitalOf(scene) } }),
  problems: fewerThan(1, 'fixmedins_code', hospitalOf),
};

/** 医疗机构开通门诊慢特病病种信息下载 by the insured province, for the disease of the case. */
export const DOWNLOAD_OPENED: Step = {
  infno: '1840',
  as: 'insured',
  input: (scene) => ({
    data: { startrow: 1, fixmedins_code: hospitalOf(scene), opsp_dise_code: diseaseOf(scene) },
  }),
  problems: fewerThan(1, 'opsp_dise_code', diseaseOf),
};

const ofInsured = (scene: Scene) => ({
  startrow: 1,
  insuplc: scene.stage.insuplc,
  opsp_dise_code: diseaseOf(scene),
  updt_time: `${scene.now.slice(0, 10)} 00:00:00`,
});

/** 门诊慢特病认定资格下载 by the province of treatment: two people at least for the disease of the case. */
export const DOWNLOAD_QUALIFICATIONS: Step = {
  infno: '1824',
  input: (scene) => ({ data: ofInsured(scene) }),
  problems: fewerThan(2, 'opsp_dise_code', diseaseOf),
};

/** 参保人员选择的门诊慢特病定点医疗机构信息下载 by the province of treatment: two people at least chose the hospital. */
export const DOWNLOAD_CHOSEN: Step = {
  infno: '1825',
  input: (scene) => ({ data: { ...ofInsured(scene), fixmedins_code: hospitalOf(scene) } }),
  problems: fewerThan(2, 'opsp_dise_code', diseaseOf),
};
