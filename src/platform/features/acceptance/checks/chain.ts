import type { Act } from '../evidence/act.ts';
import type { ActIndex } from '../evidence/act-index.ts';
import { POPULATION_NAMES, type Population } from '../populations.ts';
import { byPerson, bySeq, movesOf, populationsDue } from './by-person.ts';
import { chainFlows, runsOf, stepsUnderWay, type Flow } from './chains.ts';
import type { Finding, Grounds } from './finding.ts';

/** 连续两次成功 */
const IN_A_ROW = 2;

/**
 * Row 15: the full chain twice in a row without a system error, for each population. In a row means by the same person
 * (our reading): then it does not matter how the tests of several persons are mixed. A system error begins that
 * person's count anew, one that names nobody everybody's. What was reached stays reached.
 */
export const checkChain = (disease: string, index: ActIndex, grounds: Grounds): Finding => {
  const due = populationsDue(grounds.residentsExcused);
  const persons = personsOf(disease, index);
  const best = due.map((population) => bestOf(persons, population));
  const lacking = best.filter(({ runs }) => runs.length < IN_A_ROW);
  const errors = persons.reduce((count, person) => count + person.errors, 0);
  return {
    required: due.length * IN_A_ROW,
    seen: best.reduce((count, { runs }) => count + runs.length, 0),
    evidence: best.flatMap(({ runs }) => runs.flat().map(({ exchange }) => exchange)),
    lacking: lacking.map(inWords),
    ...(lacking[0] && { population: lacking[0].population }),
    ...(errors > 0 && { note: `出现系统报错 ${errors} 次，报错后须重新连续成功两次` }),
  };
};

type Person = {
  readonly population: Population | undefined;
  /** Runs of the longest stretch without a system error. */
  readonly runs: (readonly Act[])[];
  readonly errors: number;
  /** Steps of a chain that has not come to its end. */
  readonly underWay: number;
};

const personsOf = (disease: string, index: ActIndex): Person[] => {
  const flows = chainFlows(disease);
  const nobodys = unattributed(index);
  return byPerson(movesOf(index, disease)).map((acts) => personOf([...acts, ...nobodys].sort(bySeq), flows));
};

const personOf = (acts: readonly Act[], flows: readonly Flow[]): Person => {
  const stretches = stretchesOf(acts);
  const longest = stretches.map((stretch) => runsOf(stretch, flows)).sort((a, b) => b.length - a.length);
  const [flow] = flows;
  return {
    population: acts.find((act) => act.population !== undefined)?.population,
    runs: longest[0] ?? [],
    errors: stretches.length - 1,
    underWay: flow ? stepsUnderWay(stretches.at(-1) ?? [], flow) : 0,
  };
};

/** What took effect, cut at system errors. */
const stretchesOf = (acts: readonly Act[]): Act[][] => {
  const stretches: Act[][] = [[]];
  for (const act of acts) {
    if (act.exchange.systemError) stretches.push([]);
    else if (act.effective) stretches.at(-1)?.push(act);
  }
  return stretches;
};

/** System errors that name nobody: the message could not even be read. */
const unattributed = (index: ActIndex): Act[] =>
  ['1107', '1203', '1301']
    .flatMap((infno) => index.of(infno))
    .filter(({ exchange, person }) => exchange.systemError && person === undefined);

type Best = { readonly population: Population; readonly runs: (readonly Act[])[]; readonly underWay: number };

/** Who of a population has come furthest. */
const bestOf = (persons: readonly Person[], population: Population): Best => {
  const own = persons.filter((person) => person.population === population);
  const furthest = [...own].sort((a, b) => b.runs.length - a.runs.length || b.underWay - a.underWay)[0];
  return { population, runs: (furthest?.runs ?? []).slice(0, IN_A_ROW), underWay: furthest?.underWay ?? 0 };
};

const inWords = ({ population, runs, underWay }: Best): string => {
  const going = underWay > 0 ? `（正在进行，已完成 ${underWay} 步）` : '';
  return `${POPULATION_NAMES[population]}同一人还差 ${IN_A_ROW - runs.length} 遍${going}`;
};
