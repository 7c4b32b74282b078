import { after, faultKind, nothing } from '../kind.ts';

export const answerTwice = faultKind({
  kind: 'answer-twice',
  title: '同一答复来两次',
  about: '平台已入账一次；同一条连接上答复发出两次。',
  his: '只记一次账，多余的答复丢弃。',
  scopes: ['response'],
  params: nothing,
  effects: () => after({ do: 'twice' }),
});
