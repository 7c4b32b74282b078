import { ofSent, type Break } from './break.ts';

const MANY = 101;

/** What is wrong with the batch as a message. */
export const MESSAGE_BREAKS: readonly Break[] = [
  {
    name: 'institution',
    means: 'fixmedinsCode 是另一家机构',
    refused: 'voucher-institution',
    broken: (draft) => ofSent(draft, { fixmedinsCode: 'H99999999999' }),
  },
  {
    name: 'batch-number',
    means: '批次号不是日期加 5 位顺序号',
    refused: 'voucher-batch-number',
    broken: (draft) => ofSent(draft, { upldBchno: '20260230001' }),
  },
  {
    name: 'interval',
    means: '业务区间读不出日期',
    refused: 'voucher-interval',
    broken: (draft) => ofSent(draft, { bizStsb: '本月' }),
  },
  {
    name: 'mode',
    means: '上传模式不是 1 或 2',
    refused: 'voucher-mode',
    broken: (draft) => ofSent(draft, { upldMode: '9' }),
  },
  {
    name: 'count',
    means: '凭证数量与列表行数不符',
    refused: 'voucher-count',
    broken: (draft) => ofSent(draft, { elecSetlCertCnt: draft.sent.elecSetlCertCnt + 1 }),
  },
  {
    name: 'too-many',
    means: '一批超过 100 张',
    refused: 'voucher-too-many',
    broken: (draft) => {
      const [voucher] = draft.vouchers;
      const vouchers = Array.from({ length: MANY }, () => voucher).flatMap((one) => one ?? []);
      return ofSent({ ...draft, vouchers, files: (files) => files.slice(0, 1) }, { elecSetlCertCnt: MANY });
    },
  },
  {
    name: 'twice',
    means: '同一张凭证在一批内出现两次',
    refused: 'voucher-twice',
    broken: (draft) => {
      const vouchers = [...draft.vouchers, ...draft.vouchers.slice(0, 1)];
      return ofSent({ ...draft, vouchers }, { elecSetlCertCnt: vouchers.length });
    },
  },
  {
    name: 'base64',
    means: '压缩包不是 Base64',
    refused: 'fields-missing',
    broken: (draft) => ({ ...draft, base64: (text) => `${text.slice(0, 40)}％％${text.slice(40)}` }),
  },
];
