import type { AnswerExpected } from '../../file/step-forms.ts';
import { resolved } from '../../fill/resolved.ts';
import { savedAnswer } from '../../fill/saved-answer.ts';
import { savedAs } from '../../fill/saved-as.ts';
import { fail, ok, type Result } from '../../../../../kernel/result.ts';
import { needsHis } from '../../scenario.ts';
import { textOf, treeAt } from '../../tree.ts';
import { exchange, type Exchange } from '../exchange.ts';
import { answerProblems } from '../judge-answer.ts';
import { messageOf, type CallForm, type Message, type Sender } from '../message.ts';
import { repeatedMessage } from '../repeated-message.ts';
import { judged, USUAL_INSTITUTION, type Outcome, type Scene } from '../scene.ts';
import { demand } from '../server.ts';
import { signNoFor } from '../sign-in.ts';
import { variablesOf } from '../variables-of.ts';
import { hospitalNamed, personNamed } from '../who-and-where.ts';

/** Sends a transaction and compares its answer. */
export const playCall = async (scene: Scene, form: CallForm): Promise<Outcome> => {
  const did = form.title === undefined ? form.call : `${form.call} ${form.title}`;
  const sender = await senderOf(scene, form);
  if (!sender.ok) return judged(did, [sender.error]);
  const message = await messageFor(scene, form, sender.value);
  if (!message.ok) return judged(did, [message.error]);
  const came = await exchange(scene, message.value, form.timeout);
  const problems = problemsOf(scene, form, sender.value, came);
  const name = form.save ?? (isRefused(came) ? undefined : savedAs(form.call));
  if (name !== undefined) scene.variables.set(name, savedAnswer(came));
  if (needsHis(scene.scenario)) scene.seen = await lastSeen(scene);
  const refusal = textOf(treeAt(came.answer, 'err_msg')) ?? '';
  return { ...judged(did, problems), ...(refusal !== '' && { answered: refusal }) };
};

/** A refusal does not take the place of a success; a message whose answer was lost does, its number is needed. */
const isRefused = ({ silence, answer }: Exchange): boolean =>
  silence === undefined && textOf(treeAt(answer, 'infcode')) !== '0';

/** Who shows what where; what the step does not say the scenario says. */
const senderOf = async (scene: Scene, form: CallForm): Promise<Result<Sender, string>> => {
  const { who, at = USUAL_INSTITUTION, credential } = { ...scene.scenario, ...form };
  const hospital = await hospitalNamed(scene, at);
  if (!hospital.ok) return hospital;
  const person = who === undefined ? ok(undefined) : await personNamed(scene, who);
  if (!person.ok) return person;
  return ok({ person: person.value, hospital: hospital.value, credential, of: form.of });
};

const messageFor = async (scene: Scene, form: CallForm, sender: Sender): Promise<Result<Message, string>> => {
  if (form.repeats === undefined) return ok(messageOf(scene, form, sender, await signNoFor(scene, form, sender)));
  const repeated = repeatedMessage(scene.variables.get(form.repeats), form.fault);
  return repeated ? ok(repeated) : fail(`变量 ${form.repeats} 不是一笔交易，不能重发`);
};

/** The answer as expected. What is expected looks at earlier answers, not at this one. */
const problemsOf = (scene: Scene, { expect = {} }: CallForm, sender: Sender, came: Exchange): readonly string[] => {
  const expected = resolved(expect, variablesOf(scene, sender)) as AnswerExpected;
  const same = treeAt(scene.variables.get(expect.same_as ?? ''), 'bytes');
  return answerProblems(came, expected, textOf(same));
};

/** Our own messages are not those that a `wait` is for. */
const lastSeen = async ({ server, seen }: Scene): Promise<number> => {
  const rows = await demand(server, 'GET', '/journal?limit=1');
  return Number((rows.ok && textOf(treeAt(rows.value, 'rows.0.seq'))) || seen);
};
