import { z } from 'zod';
import { after, before, faultKind } from '../kind.ts';

const PAGE =
  '<!DOCTYPE html><html><head><title>登录</title></head><body><form>用户名 <input name="user"></form></body></html>';

export const loginPage = faultKind({
  kind: 'login-page',
  title: '答复是网页',
  about: 'html：网关答 200 和一个登录页，报文未处理；type：答复正确，但 content-type 不是 JSON。',
  his: '不是信封就不是成功：html 按结果未知处理；type 仍应能读。',
  scopes: ['before-commit', 'response'],
  params: z.strictObject({}),
  effects: ({ scope }) =>
    scope === 'before-commit'
      ? before({
          do: 'answer',
          http: { status: 200, headers: { 'content-type': 'text/html;charset=UTF-8' }, body: PAGE },
        })
      : after({ do: 'type', type: 'text/html;charset=UTF-8' }),
});
