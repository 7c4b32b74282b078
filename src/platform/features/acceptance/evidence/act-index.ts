import type { Act } from './act.ts';

/** Acts by transaction, and by transaction and disease, each in their order. */
export type ActIndex = {
  readonly all: readonly Act[];
  readonly of: (infno: string, disease?: string) => readonly Act[];
};

export const indexActs = (all: readonly Act[]): ActIndex => {
  const lists = new Map<string, Act[]>();
  const put = (key: string, act: Act) => {
    const list = lists.get(key);
    if (list) list.push(act);
    else lists.set(key, [act]);
  };
  for (const act of all) {
    put(act.exchange.infno, act);
    for (const disease of act.diseases) put(`${act.exchange.infno} ${disease}`, act);
  }
  return { all, of: (infno, disease) => lists.get(disease === undefined ? infno : `${infno} ${disease}`) ?? [] };
};
