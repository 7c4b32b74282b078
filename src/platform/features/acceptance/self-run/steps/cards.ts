import { cardAccepts, cardChallenge, type CardChallenge } from '../../../../../kernel/card-authentication.ts';
import { textAt } from '../../../demo/answer-values.ts';
import type { Scene } from '../scene.ts';
import type { Step } from '../step.ts';

/** The first six characters of a 卡识别码: who issued the card. */
const issuedBy = (card_sn: string): string => card_sn.slice(0, 6);

/** What the reader without a PSAM hands out in its first step. */
const challengeOf = ({ one, fresh }: Scene): CardChallenge => cardChallenge(one.person, fresh);

/** 卡内部认证: the card itself must accept what is answered (通过标准 §2.3). */
export const AUTHENTICATE_CARD: Step = {
  infno: '1903',
  input: (scene) => {
    const challenge = challengeOf(scene);
    return {
      data: {
        mdtrtarea: scene.stage.hospital.place,
        issu_admdvs: issuedBy(challenge.card_sn),
        card_atr: '3B6D000000814A5301',
        algo_flag: '03',
        card_sn: challenge.card_sn,
        intl_auth_fctr: challenge.internalFactor,
        intl_auth_info: challenge.internalInfo,
        extl_auth_fctr: challenge.externalFactor,
        extl_auth_info: challenge.externalInfo,
      },
    };
  },
  problems: ({ output }, scene) => {
    const answer = { internal: textAt(output, 'data.intl_auth_data'), external: textAt(output, 'data.extl_auth_data') };
    return cardAccepts(scene.one.person, challengeOf(scene), answer) ? [] : ['卡不接受返回的鉴别数据'];
  },
};

/** 社保卡鉴权 of what the reader read in its second step: the insured place comes back. */
export const CHECK_CARD: Step = {
  infno: '1904',
  input: ({ stage, one: { person } }) => ({
    data: {
      mdtrtarea: stage.hospital.place,
      issu_admdvs: issuedBy(person.card_sn),
      ssn: person.certno,
      card_no: person.card_no,
      card_sn: person.card_sn,
      psn_name: person.psn_name,
    },
  }),
  problems: ({ output }, { stage }) =>
    textAt(output, 'data.insuplc') === stage.insuplc ? [] : ['返回的不是就诊人的参保地'],
};
