import { accept, credentialTransaction, decline } from '../../../dispatch/definition.ts';
import { unknownBusiness } from '../../../domain/e-credential/business-types.ts';
import { authorisationNumber } from '../../../domain/e-credential/face-authorisation.ts';
import { spentBy, stillHeld, type Shown } from '../../../domain/e-credential/shown.ts';
import { refuse } from '../../../domain/refusals.ts';
import type { Reader } from '../../../store/port.ts';
import type { Input, Output } from './wire.gen.ts';

/** 刷脸授权: whoever stands before the terminal authorises the institution. */
export const authoriseFace = credentialTransaction<Input, Output>()({
  infno: 'cn.nhsa.ec.auth',
  slug: 'authorise-face',
  title: '刷脸授权',
  kind: 'mutation',
  needs: ['outBizNo'],
  refusals: ['business-type-unknown', 'out-biz-no-used', 'face-not-seen', 'face-cancelled'],
  load: (reader, { outBizNo, faceCode }, { institution: { fixmedins_code }, now }) => ({
    used: reader.faceAuthorisation(authorisationNumber(fixmedins_code, outBizNo)),
    face: stillHeld(faceBefore(reader, fixmedins_code, faceCode), now),
  }),
  decide: ({ used, face }, { outBizNo, businessType, extData }, { institution: { fixmedins_code }, now, party }) => {
    const wrong = unknownBusiness(businessType, party);
    if (wrong) return decline(wrong);
    if (used) return decline(refuse(party, 'out-biz-no-used', outBizNo));
    if (!face) return decline(refuse(party, 'face-not-seen'));
    const gone = { kind: 'shown.put' as const, shown: spentBy(face, fixmedins_code, now) };
    if (face.cancels === true) return decline(refuse(party, 'face-cancelled'), [gone]);
    const { psn_no } = face;
    const authNo = authorisationNumber(fixmedins_code, outBizNo);
    const authorisation = { authNo, fixmedins_code, outBizNo, psn_no, at: now };
    return accept(
      { authNo, outBizNo, extData },
      [gone, { kind: 'face-authorisation.put', authorisation }],
      { subject: { psn_no } },
    );
  },
  examples: [
    {
      title: '综合服务终端刷脸',
      input: {
        orgId: '{fixmedins_code}', businessType: '01301', operatorId: 'S001', operatorName: '收费员',
        outBizNo: 'BIZ0001',
      },
    },
  ],
  notes: [
    '站在本机构终端前的人由 kuasheng credential face 或控制接口安排，五分钟内有效，一次授权用一次。',
    '有几台终端时，faceCode 说明是哪一台见到的人（虚拟终端自动填写）；不填时取最后站到本机构终端前的人。',
    'outBizNo 每次授权须是新的；就诊人取消时 code 为 -2。',
  ],
  differences: ['真实终端拍摄人脸并由平台比对；沙箱没有人脸，谁站在终端前由测试者说；faceCode 是沙箱自定。'],
}); // prettier-ignore

/** Who stands before that terminal; of an institution with several the window may say which face it saw. */
const faceBefore = (reader: Reader, fixmedins_code: string, faceCode: string | undefined): Shown | undefined => {
  if (faceCode === undefined) return reader.heldAt(fixmedins_code, 'face');
  const shown = reader.shown(faceCode);
  return shown?.medium === 'face' && shown.at === fixmedins_code ? shown : undefined;
};
