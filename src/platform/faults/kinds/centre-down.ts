import { z } from 'zod';
import { before, faultKind, words } from '../kind.ts';

export const centreDown = faultKind({
  kind: 'centre-down',
  title: '就医地中心不可用',
  about: '就医地的系统不受理任何报文；平台未入账。',
  his: '本地排队，恢复后再办；患者可先自费。',
  scopes: ['before-commit'],
  params: z.strictObject({ text: words.default('医保中心系统暂不可用，请稍后再试') }),
  effects: ({ with: { text } }) => before({ do: 'refuse', by: 'treatment', text }),
});
