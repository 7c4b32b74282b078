/** What names the person, the visit and the places: an answer that says it says it as it was asked. */
const NAMES = {
  psn_no: '个人管理码',
  insutype: '险种类型',
  mdtrtsn: '就诊顺序号',
  mdtrt_regno: '就诊登记号',
  mdtrtarea: '就医地统筹区',
  insuplc: '参保地统筹区',
} as const;

/** The fields that an answer repeats of its question, as far as each side has them. */
export type Named = { readonly [Code in keyof typeof NAMES]?: string | undefined };

/** The first field that came back as another one. */
export const otherEcho = (sent: Named, answered: Named): string | undefined => {
  for (const [code, name] of Object.entries(NAMES) as [keyof Named, string][]) {
    const [was, is] = [sent[code], answered[code]];
    if (was !== undefined && is !== undefined && was !== is) return `${name} ${code} 应为 ${was}，返回 ${is}`;
  }
  return undefined;
};
