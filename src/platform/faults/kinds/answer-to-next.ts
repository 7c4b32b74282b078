import { after, faultKind, nothing } from '../kind.ts';

export const answerToNext = faultKind({
  kind: 'answer-to-next',
  title: '答复串到下一笔',
  about: '平台已入账；这笔的答复丢失，下一笔报文得到的是这笔的答复。',
  his: '核对答复中的就诊、人员和金额，对不上就按结果未知处理。',
  scopes: ['after-commit'],
  params: nothing,
  effects: () => after({ do: 'stash' }),
});
