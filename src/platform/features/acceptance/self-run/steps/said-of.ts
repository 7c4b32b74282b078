import { shown } from '../credentials.ts';
import type { Scene } from '../scene.ts';

/** Both places and the institution, as every message of a visit names them. */
export const whereOf = ({ stage: { hospital, insuplc } }: Scene) => ({
  mdtrtarea: hospital.place,
  insuplc,
  fixmedins_code: hospital.fixmedins_code,
});

/** The person as messages name him. */
export const whoOf = ({ one: { person } }: Scene) => ({
  psn_no: person.psn_no,
  psn_cert_type: person.psn_cert_type,
  certno: person.certno,
  psn_name: person.psn_name,
});

/** What a window says of a visit for the disease: where, who, with which credential, for what. */
export const visitOf = (scene: Scene) => {
  const { stage, one, now } = scene;
  return {
    ...whereOf(scene),
    fixmedins_name: stage.hospital.fixmedins_name,
    ...whoOf(scene),
    insutype: one.person.insutype,
    ...shown(one.credential, one.person),
    med_type: CHRONIC,
    dise_codg: one.disease.code,
    begntime: now,
    opter_name: '沙箱经办',
  };
};

/** 门诊慢特病 of the list med_type. */
const CHRONIC = '14';
