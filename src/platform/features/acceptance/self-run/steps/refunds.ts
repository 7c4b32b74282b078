import { textAt } from '../../../demo/answer-values.ts';
import { notNegated, sumsAmiss } from '../money.ts';
import type { Moved, Scene } from '../scene.ts';
import type { Step } from '../step.ts';
import { whereOf } from './said-of.ts';

const numberOf = (moved: Moved | undefined): string => textAt(moved?.output, 'setlinfo.setl_sn');

/** 门诊退费 of the last settlement. */
export const REFUND: Step = {
  infno: '1203',
  input: (scene) => ({
    data: {
      ...whereOf(scene),
      psn_no: scene.one.person.psn_no,
      mdtrtsn: scene.kept.settled?.mdtrtsn,
      setl_sn: numberOf(scene.kept.settled),
      refd_rea: '沙箱自检',
    },
  }),
  problems: ({ output }, { kept }) => [
    ...sumsAmiss(output),
    ...notNegated(kept.settled?.output, output),
    ...(textAt(output, 'setlinfo.init_setl_sn') === numberOf(kept.settled) ? [] : ['init_setl_sn 不是原结算流水号']),
  ],
  keep: ({ msgid, input, output }) => ({
    refunded: { msgid, mdtrtsn: textAt(input, 'data.mdtrtsn'), output },
  }),
};

/** The same refund once more: a success with the number of the first one. */
export const REFUND_AGAIN: Step = {
  ...REFUND,
  problems: ({ output }, { kept }) =>
    textAt(output, 'setlinfo.setl_sn') === numberOf(kept.refunded) ? [] : ['重复退费的结果与第一次不同'],
  keep: () => ({}),
};

const reversalOf = (scene: Scene, oinfno: string, moved: Moved | undefined) => {
  const { fixmedins_code, ...places } = whereOf(scene);
  return { data: { ...places, fixmedins_code, psn_no: scene.one.person.psn_no, oinfno, omsgid: moved?.msgid } };
};

/** 负交易冲正: takes the refund back, the settlement counts again. */
export const REVERSE_REFUND: Step = {
  infno: '1301',
  input: (scene) => reversalOf(scene, '1203', scene.kept.refunded),
};

/** 正交易冲正: takes the settlement back. */
export const REVERSE_SETTLEMENT: Step = {
  infno: '1301',
  input: (scene) => reversalOf(scene, '1107', scene.kept.settled),
};
