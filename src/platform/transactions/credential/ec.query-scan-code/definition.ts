import { accept, credentialTransaction, decline } from '../../../dispatch/definition.ts';
import { unknownBusiness } from '../../../domain/e-credential/business-types.ts';
import { newToken } from '../../../domain/e-credential/ec-token.ts';
import { identityTold } from '../../../domain/e-credential/identity-told.ts';
import { SCAN_REFUSALS, scanned } from '../../../domain/e-credential/scanned.ts';
import { spentBy } from '../../../domain/e-credential/shown.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import type { Input, Output } from './wire.gen.ts';

/** 扫码解码: the scanned QR code becomes an identity and a token, once. */
export const scanCode = credentialTransaction<Input, Output>()({
  infno: 'ec.query',
  slug: 'scan-code',
  title: '扫码解码',
  kind: 'mutation',
  needs: [],
  refusals: [...SCAN_REFUSALS, 'business-type-unknown', 'person-unknown'],
  load: (reader, { ecQrCode }, { institution: { fixmedins_code }, now, party }) => {
    const shown = scanned(reader, ecQrCode, { fixmedins_code, now, by: party });
    return { shown, person: isRefusal(shown) ? undefined : reader.person(shown.psn_no) };
  },
  decide: ({ shown, person }, { businessType }, { institution: { fixmedins_code }, now, seq, party, settings }) => {
    const wrong = unknownBusiness(businessType, party);
    if (wrong) return decline(wrong);
    if (isRefusal(shown)) return decline(shown);
    if (!person) return decline(refuse(party, 'person-unknown'));
    const token = newToken(person, { fixmedins_code, by: 'qr', now, seq, settings });
    const family = shown.shownBy === undefined ? {} : { extData: JSON.stringify({ familyCode: '1' }) };
    return accept(
      { ...identityTold(person), ecToken: token.ec_token, ecQrCode: shown.code, ...family },
      [
        { kind: 'shown.put', shown: spentBy(shown, fixmedins_code, now) },
        { kind: 'ec-token.put', token },
      ],
      { subject: { psn_no: person.psn_no } },
    );
  },
  examples: [
    {
      title: '窗口扫码，门诊结算',
      input: {
        orgId: '{fixmedins_code}', businessType: '01301', operatorId: 'S001', operatorName: '收费员', officeId: 'A03',
        officeName: '内科', deviceType: '', ecQrCode: '{ec_qr_code}',
      },
    },
  ],
  notes: [
    '二维码为 28 位数字，有效一分钟（工作区的时钟），只能用一次；同时送两次，只有一次成功。',
    '取得的 ecToken 在有效期内（设置 ecTokenMinutes，缺省 30 分钟）由本机构为本人使用：1101 可多次，2201、2206、2207。',
    'ecQrCode 不填时，取摆在本机构扫码器前的码（kuasheng credential qr … --at 机构编号）。',
    '亲情账户的码给出被代为出示的参保人的身份，extData 有 familyCode。',
  ],
  differences: [
    '真实环境中二维码由 SDK 直接读自扫码器，送往平台的格式未公开：ecQrCode 作为输入是沙箱自定。',
    '二维码 28 位、有效一分钟、只能用一次是业内通行说法，没有公开文件；码和令牌由沙箱生成，与真实的无关。',
  ],
}); // prettier-ignore
