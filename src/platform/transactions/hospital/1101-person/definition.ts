import { isAdmdvs } from '../../../../kernel/admdvs.ts';
import type { Instant } from '../../../../kernel/civil-time.ts';
import { accept, decline, hospitalTransaction } from '../../../dispatch/definition.ts';
import { credentialAdvice, credentialAllowed, identify, IDENTIFY_REFUSALS } from '../../../domain/credential.ts';
import { isRefusal, refuse } from '../../../domain/refusals.ts';
import type { Write } from '../../../store/port.ts';
import { insurancesShown } from './insurances-shown.ts';
import { personOutput } from './person-output.ts';
import type { Input, Output } from './wire.gen.ts';

/** 人员信息获取: who the credential belongs to, with every insurance of the person that may be seen here. */
export const person = hospitalTransaction<Input, Output>()({
  infno: '1101',
  slug: 'person',
  title: '人员信息获取',
  kind: 'query',
  needs: ['data.mdtrt_cert_type'],
  refusals: [
    ...IDENTIFY_REFUSALS, 'place-unknown', 'place-required', 'person-not-insured-here', 'identity-card-not-allowed',
    'card-only', 'insurance-unknown',
  ], // prettier-ignore
  load: (reader, { data }, context) => {
    const readFromCard = data.mdtrt_cert_type === '03' && data.card_sn === undefined;
    const person = readFromCard
      ? refuse(context.party, 'credential-missing', 'card_sn（卡识别码）')
      : identify(reader, data, context);
    if (isRefusal(person)) return { person };
    const balances = person.insurances.map(({ insutype }) => reader.balance(person.psn_no, insutype));
    return { person, balances };
  },
  decide: ({ person, balances = [] }, { data }, { message, party, settings, institution, today, now }) => {
    const sent = message.insuplc_admdvs;
    if (sent !== undefined && !isAdmdvs(sent)) return decline(refuse(party, 'place-unknown', sent));
    if (isRefusal(person)) return decline(person);
    const shown = insurancesShown(person, data.mdtrt_cert_type, sent, institution.admdvs, party);
    if (isRefusal(shown)) return decline(shown);
    const [first] = shown;
    if (!first) return decline(refuse(party, 'person-not-insured-here', sent ?? institution.admdvs));
    const place = first.insuplc_admdvs;
    const stop = credentialAllowed(data.mdtrt_cert_type, institution, place, settings, party);
    if (stop) return decline(stop);
    const warn_msg = [
      credentialAdvice(data.mdtrt_cert_type, institution.admdvs, place, settings),
      shown.every((row) => row.psn_insu_stas !== '1')
        ? '该参保人参保状态不正常（暂停或终止），可能不能享受待遇'
        : undefined,
    ].filter((text) => text !== undefined);
    const balanceOf = (row: (typeof shown)[number]) => balances[person.insurances.indexOf(row)];
    return accept(personOutput(person, shown, balanceOf, today), [], {
      ...(warn_msg.length > 0 && { warn_msg: warn_msg.join('；') }),
      marks: looked(data, institution.fixmedins_code, now),
      subject: { psn_no: person.psn_no },
    });
  },
  examples: [
    {
      title: '社会保障卡',
      input: { data: { mdtrt_cert_type: '03', mdtrt_cert_no: '{card_no}', card_sn: '{card_sn}' } },
    },
    { title: '医保电子凭证', input: { data: { mdtrt_cert_type: '01', mdtrt_cert_no: '{ec_token}' } } },
    {
      title: '居民身份证（异地须填 insuplc_admdvs）',
      input: { data: { mdtrt_cert_type: '02', mdtrt_cert_no: '{certno}' } },
    },
  ],
  notes: [
    '01 电子凭证、03 社会保障卡能认出参保地；02、99 对异地人员须在报文头填 insuplc_admdvs（到市，区县按其市），空表示本地业务。',
    '接口表要求 certno、psn_name 必填，读卡时没有：缺了只列入 x-kuasheng-violations，不拒绝。',
    '01 的令牌经本交易验证后，本机构才能用它结算（2207）；令牌在有效期内可多次查询。',
    '02 居民身份证只在机构已开通实名核验（real_name）时可用。',
  ],
  differences: ['跨省人员的基本信息由沙箱直接给出，不经国家平台转一次身份识别。'],
});

/** A token that was looked up may be settled by, at this institution. */
const looked = ({ mdtrt_cert_type, mdtrt_cert_no }: Input['data'], fixmedins_code: string, at: Instant): Write[] =>
  mdtrt_cert_type === '01' && mdtrt_cert_no !== undefined
    ? [{ kind: 'token-check.put', check: { ec_token: mdtrt_cert_no, fixmedins_code, at } }]
    : [];
