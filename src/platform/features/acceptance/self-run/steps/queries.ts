import { rowsAt, textAt } from '../../../demo/answer-values.ts';
import type { Step } from '../step.ts';
import { whereOf, whoOf } from './said-of.ts';

/** 门诊慢特病认定资格信息查询: tells the qualification for the disease of the case. */
export const QUERY_ENTITLEMENTS: Step = {
  infno: '1406',
  input: (scene) => {
    const { psn_no, psn_cert_type, certno } = whoOf(scene);
    return { data: { ...whereOf(scene), psn_no, psn_cert_type, certno, insutype: scene.one.person.insutype } };
  },
  problems: ({ output }, { one }) =>
    rowsAt(output, 'opspinfo').some((row) => textAt(row, 'opsp_dise_code') === one.disease.code)
      ? []
      : [`没有返回 ${one.disease.code} 的认定资格`],
};

/** 门诊结算信息查询 by the tested province: its own settlement is found. */
export const FIND_SETTLEMENT: Step = {
  infno: '1404',
  as: 'tested',
  input: ({ kept }) => ({ data: { setl_sn: textAt(kept.settled?.output, 'setlinfo.setl_sn') } }),
  problems: ({ input, output }) => {
    const found = rowsAt(output, 'setlinfo').map((row) => textAt(row, 'setl_sn'));
    return found.includes(textAt(input, 'data.setl_sn')) ? [] : ['没有查到本省刚办理的结算'];
  },
};

/** The same by a third province, to which the settlement must not exist. */
export const HIDDEN_FROM_OTHERS: Step = {
  ...FIND_SETTLEMENT,
  as: 'third',
  problems: ({ output }) => (rowsAt(output, 'setlinfo').length === 0 ? [] : ['第三省查到了与它无关的结算']),
};
