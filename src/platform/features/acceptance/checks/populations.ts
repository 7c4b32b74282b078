import type { Act } from '../evidence/act.ts';
import type { ActIndex } from '../evidence/act-index.ts';
import { POPULATION_NAMES, type Population } from '../populations.ts';
import type { Check, Step } from '../requirements/requirement.ts';
import { byPerson, movesOf, populationsDue } from './by-person.ts';
import { runsOf, SETTLE_REFUND_SETTLE } from './chains.ts';
import type { Finding, Grounds } from './finding.ts';

type Populations = Extract<Check, { readonly kind: 'populations' }>;

/** Each population has to show the step once. */
export const checkPopulations = ({ step, disease }: Populations, index: ActIndex, grounds: Grounds): Finding => {
  const due = populationsDue(grounds.residentsExcused);
  const shown = SHOWN[step](index, disease);
  const first = due.flatMap((population) => shown.find((acts) => isOf(acts, population)) ?? []);
  const lacking = due.filter((population) => !shown.some((acts) => isOf(acts, population)));
  return {
    required: due.length,
    seen: due.length - lacking.length,
    evidence: first.map(({ exchange }) => exchange),
    lacking: lacking.map((population) => POPULATION_NAMES[population]),
    ...(lacking[0] && { population: lacking[0] }),
  };
};

const isOf = ([act]: readonly Act[], population: Population): boolean => act?.population === population;

type Shown = (index: ActIndex, disease: string) => (readonly Act[])[];

/** Every time the step was shown, by the acts that show it. */
const SHOWN: Readonly<Record<Step, Shown>> = {
  settle: (index, disease) =>
    index
      .of('1107', disease)
      .filter(({ effective }) => effective)
      .map(alone),
  refund: (index, disease) =>
    index
      .of('1203', disease)
      .filter(({ effective }) => effective)
      .map(alone),
  'refund-again': (index, disease) => index.of('1203', disease).filter(isRefundAgain).map(alone),
  'settle-refund-settle': (index, disease) =>
    byPerson(movesOf(index, disease).filter(({ effective }) => effective)).flatMap((acts) =>
      runsOf(acts, [SETTLE_REFUND_SETTLE]),
    ),
};

const alone = (act: Act): readonly Act[] => [act];

/** Said yes to, as another message, and nothing new came of it. */
const isRefundAgain = ({ exchange, effective }: Act): boolean => exchange.ok && !exchange.repeated && !effective;
