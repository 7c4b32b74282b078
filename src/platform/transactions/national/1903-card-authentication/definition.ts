import { authenticationData } from '../../../../kernel/card-authentication.ts';
import { accept, decline, nationalTransaction } from '../../../dispatch/definition.ts';
import type { Input, Output } from '../../../domain/national/1903.gen.ts';
import { refuse } from '../../../domain/refusals.ts';

/** 卡内部认证: authentication data for a card that is read without a PSAM. */
export const cardAuthentication = nationalTransaction<Input, Output>()({
  infno: '1903',
  slug: 'card-authentication',
  title: '卡内部认证',
  kind: 'query',
  role: 'treatment',
  needs: [
    'data.mdtrtarea', 'data.issu_admdvs', 'data.card_atr', 'data.algo_flag', 'data.card_sn', 'data.intl_auth_fctr',
    'data.intl_auth_info', 'data.extl_auth_fctr', 'data.extl_auth_info',
  ],
  refusals: ['card-area-mismatch'],
  load: () => undefined,
  decide: (_facts, { data }, { party }) => {
    const { issu_admdvs, card_sn } = data;
    const area = card_sn.slice(0, 6);
    if (issu_admdvs !== area) return decline(refuse(party, 'card-area-mismatch', issu_admdvs, area));
    const { internal, external } = authenticationData({
      card_sn,
      internalFactor: data.intl_auth_fctr,
      internalInfo: data.intl_auth_info,
      externalFactor: data.extl_auth_fctr,
      externalInfo: data.extl_auth_info,
    });
    return accept({ data: { intl_auth_data: internal, extl_auth_data: external } });
  },
  examples: [
    {
      title: '读卡器第一步得到的数据',
      input: {
        data: {
          mdtrtarea: '{mdtrtarea_admvs}', issu_admdvs: '{insuplc_admdvs}', card_atr: '3B6D000000814A5301',
          algo_flag: '03', card_sn: '{card_sn}', intl_auth_fctr: '0011223344556677', intl_auth_info: '8899AABBCCDDEEFF',
          extl_auth_fctr: '7766554433221100', extl_auth_info: 'FFEEDDCCBBAA9988',
        },
      },
    },
  ],
  notes: [
    '就医省读卡器没有 PSAM 卡时使用：读卡器第一步的八项数据原样上送，应答的两项鉴别数据交给读卡器第二步，再用 1904 鉴权。',
    '鉴别数据只有该卡识别码的那张卡会接受；换了卡或改了数据，读卡器第二步失败。',
  ],
  differences: [
    '真实的卡用国密密钥和加密机认证；沙箱的虚拟卡由卡识别码派生密钥，鉴别数据的长度和算法是沙箱自定的，不能用于真实的卡。',
    '字段名是沙箱自定的，前代交易的名称（aaz501、aaa311 等）也能识别。',
  ],
}); // prettier-ignore
