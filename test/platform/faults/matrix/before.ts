import { expect } from 'vitest';
import { BOTH, envelopeIn, NOBODY, NOTHING, WHOLE, type Row } from './row.ts';

const BEFORE = { scope: 'before-commit', book: NOBODY, delivery: 'sent' } as const;

/** Refused in an envelope, with this text. */
const refused = (kind: string, text: string | RegExp, more: Partial<Row> = {}): Row => ({
  ...BEFORE,
  kind,
  seen: WHOLE,
  body: (bytes) => {
    const { infcode, err_msg } = envelopeIn(bytes);
    expect(infcode).toBe(-1);
    if (typeof text === 'string') expect(err_msg).toBe(text);
    else expect(err_msg).toMatch(text);
  },
  ...more,
});

/** Answered by the gateway, no envelope. */
const page = (kind: string, status: number, text: string, params = {}): Row => ({
  ...BEFORE,
  kind,
  with: params,
  seen: { ...WHOLE, status },
  body: (bytes) => expect(bytes.toString('utf8')).toContain(text),
});

/** The connection ends, or hangs. */
const lost = (kind: string, end: 'fin' | 'rst' | 'open', more: Partial<Row> = {}): Row => ({
  ...BEFORE,
  kind,
  seen: { ...NOTHING, end },
  delivery: 'cut',
  ...more,
});

const SAYS_NO = '[就医地 深圳市] ';
const standing = { book: BOTH } as const;

/** Nothing of the message is handled. */
export const BEFORE_COMMIT: readonly Row[] = [
  lost('no-read', 'open'),
  lost('request-lost', 'rst'),
  lost('request-lost', 'fin', { with: { how: 'fin', ms: 10 } }),
  lost('request-lost', 'open', { with: { how: 'hold' } }),
  lost('reset', 'rst'),
  lost('outage', 'rst'),
  lost('outage', 'fin', { with: { how: 'fin' } }),
  lost('outage', 'open', { with: { how: 'hold' } }),
  lost('query-fails', 'rst', { struck: 'query', with: { how: 'rst' }, ...standing }),
  lost('reversal-lost', 'rst', { struck: 'reversal', ...standing }),
  refused('query-fails', `${SAYS_NO}系统繁忙，请稍后查询`, { struck: 'query', ...standing, delivery: undefined }),
  refused('request-cut', /^\[就医地 深圳市\] 报文不完整：只收到前 100 个字节/),
  refused('business-error', '[参保地 西安市] 数据库异常，请联系管理员'),
  refused('business-error', '[国家平台] 某某错误', { with: { by: 'national', text: '某某错误' } }),
  refused('busy', /^\[国家平台\] 系统繁忙/),
  page('busy', 429, '系统繁忙', { as: 'http' }),
  refused('sign-in-invalid', /签到已失效/),
  refused('sign-in-invalid', /在别处重新签到/, { with: { reason: 'elsewhere' } }),
  refused('sign-in-invalid', /不属于该操作员/, { with: { reason: 'operator' } }),
  page('signature-invalid', 401, '签名不一致'),
  page('signature-invalid', 401, '不支持的签名算法', { reason: 'algorithm' }),
  page('signature-invalid', 401, '报文内容与签名不符', { reason: 'altered' }),
  page('signature-invalid', 401, '时间戳超出允许范围', { reason: 'timestamp' }),
  refused('clock-skew', /比平台慢 900 秒/),
  refused('centre-down', `${SAYS_NO}医保中心系统暂不可用，请稍后再试`),
  refused('maintenance-notice', '[国家平台] 系统停机维护，预计 06:00 恢复'),
  refused('maintenance-notice', /^\[参保地 西安市\]/, { with: { by: 'insured' } }),
  refused('reversal-refused', /已清分/, { struck: 'reversal', ...standing }),
  refused('reversal-refused', /已冲正/, { struck: 'reversal', with: { reason: 'reversed' }, ...standing }),
  refused('reversal-refused', /未找到/, { struck: 'reversal', with: { reason: 'not-found' }, ...standing }),
  refused('refund-refused', /已月结/, { struck: 'refund', ...standing }),
  refused('refund-refused', /大于原结算金额/, { struck: 'refund', with: { reason: 'larger' }, ...standing }),
  refused('refund-refused', /已撤销/, { struck: 'refund', with: { reason: 'twice' }, ...standing }),
  page('login-page', 200, '<title>登录</title>'),
  page('gateway-error', 503, '503 Service Unavailable'),
  page('gateway-error', 500, '500 Internal', { status: 500 }),
  page('gateway-error', 502, '502 Bad Gateway', { status: 502 }),
  page('gateway-error', 504, '504 Gateway', { status: 504, retryAfter: 3 }),
];

const settles: Pick<Row, 'seen' | 'body' | 'book'> = {
  seen: WHOLE,
  body: (bytes) => expect(envelopeIn(bytes).infcode).toBe(0),
  book: BOTH,
};
const unknown = /^\[国家平台\] 参保地无应答，结果未知，请发起冲正$/;

/** It is handled all the same, in another way than usual. */
export const HANDLED: readonly Row[] = [
  { ...BEFORE, kind: 'delay', with: { ms: 20 }, ...settles },
  { ...BEFORE, kind: 'request-twice', ...settles },
  {
    ...BEFORE,
    kind: 'balance-changed',
    ...settles,
    body: (bytes) => expect(envelopeIn(bytes).output.setlinfo).toMatchObject({ acct_pay: 0, balc: 0 }),
    with: { amount: '999999999.00' },
  },
  refused('two-windows', /已结算/, { book: BOTH }),
  refused('place-down', '[参保地 西安市] 参保地系统暂不可用，请稍后再试'),
  refused('place-down', unknown, { with: { as: 'silent', timeout: 20 } }),
  { ...BEFORE, kind: 'place-slow', with: { ms: 20, timeout: 5_000 }, ...settles },
  refused('place-slow', unknown, { with: { ms: 200, timeout: 20 }, book: BOTH }),
  refused('split-commit', unknown, { with: { timeout: 20 }, book: [0, 1] }),
  { ...BEFORE, kind: 'split-commit', with: { leg: 'hub-only' }, ...settles, book: [1, 0] },
];
