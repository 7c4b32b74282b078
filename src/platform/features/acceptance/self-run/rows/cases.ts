import { BILL, timesOver, type Bill } from '../bill.ts';
import type { Member } from '../cast.ts';
import { CREDENTIALS, type Credential } from '../credentials.ts';
import { SIX, type Disease } from '../diseases.ts';
import type { Case, Stage } from '../scene.ts';

type Cases = (stage: Stage, disease: Disease) => readonly Case[];

const [TOKEN] = CREDENTIALS;

const caseOf = (person: Member, disease: Disease, credential: Credential, bill: Bill = BILL): Case => ({
  words: `${person.population}（${credential.name}）`,
  person,
  disease,
  credential,
  bill,
});

/** The credentials in turn: whoever stands first shows the first one. */
const inTurn = (people: readonly Member[], disease: Disease, bill?: Bill): Case[] =>
  people.map((person, index) => caseOf(person, disease, CREDENTIALS[index % 3] ?? TOKEN, bill));

/** 职工在职, 职工退休, 居民. */
export const eachPopulation: Cases = ({ cast }, disease) => inTurn(cast.populations, disease);

/** 公务员, 军残, 建档立卡, 优抚 … */
export const otherPeople: Cases = ({ cast }, disease) => inTurn(cast.others, disease);

/** 居民 who are away for a while only. */
export const temporaryVisitors: Cases = ({ cast }, disease) => inTurn(cast.temporary, disease);

/** The first of the populations alone. */
export const onePerson: Cases = ({ cast }, disease) => inTurn(cast.populations.slice(0, 1), disease);

/** Two people with each credential. */
export const eachCredentialTwice: Cases = ({ cast }, disease) =>
  cast.populations
    .slice(0, 2)
    .flatMap((person) => CREDENTIALS.map((credential) => caseOf(person, disease, credential)));

/** So many times the ordinary bill: nearly a million 元, more than deductibles and caps. */
const TIMES = 2000;

/** Everybody, with a bill so large that supplementary funds come in. */
export const everybodyAtGreatCost: Cases = ({ cast }, disease) =>
  inTurn([...cast.populations, ...cast.others], disease, timesOver(BILL, TIMES));

/** The six diseases, with the first of the populations: for messages that are sent disease by disease. */
export const eachDisease: Cases = ({ cast }) =>
  SIX.flatMap((disease) =>
    cast.populations.slice(0, 1).map((person) => ({ ...caseOf(person, disease, TOKEN), words: disease.name })),
  );
