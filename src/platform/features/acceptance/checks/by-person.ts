import type { Act } from '../evidence/act.ts';
import type { ActIndex } from '../evidence/act-index.ts';
import { POPULATIONS, type Population } from '../populations.ts';

/** The moves of a disease 结算、退费、冲正, all persons together, in their order. */
export const movesOf = (index: ActIndex, disease: string): Act[] =>
  ['1107', '1203', '1301'].flatMap((infno) => index.of(infno, disease)).sort(bySeq);

export const bySeq = (a: Act, b: Act): number => a.exchange.seq - b.exchange.seq;

/** Each person's own acts. */
export const byPerson = (acts: readonly Act[]): Act[][] => {
  const persons = new Map<string, Act[]>();
  for (const act of acts) {
    if (act.person === undefined) continue;
    const own = persons.get(act.person);
    if (own) own.push(act);
    else persons.set(act.person, [act]);
  }
  return [...persons.values()];
};

/** The populations that must be shown: residents not, where they are explained. */
export const populationsDue = (residentsExcused: boolean): readonly Population[] =>
  residentsExcused ? POPULATIONS.filter((population) => population !== 'resident') : POPULATIONS;
