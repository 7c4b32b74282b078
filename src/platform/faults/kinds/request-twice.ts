import { before, faultKind, nothing } from '../kind.ts';

export const requestTwice = faultKind({
  kind: 'request-twice',
  title: '网关把报文发了两次',
  about: '平台收到两份相同的报文（同一 msgid）；只入账一次，医院得到第二份的答复。',
  his: '不应察觉；对账时应只有一笔。',
  scopes: ['before-commit'],
  params: nothing,
  effects: () => before({ do: 'copy', msgid: 'same' }),
});
