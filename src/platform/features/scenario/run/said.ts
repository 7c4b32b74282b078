import { resolved } from '../fill/resolved.ts';
import { isMap, textOf, treeAt, type Tree } from '../tree.ts';
import type { Scene } from './scene.ts';
import { askControl, isGood, reasonOf, type Said } from './server.ts';
import { staysInside } from './stays-inside.ts';
import { variablesOf } from './variables-of.ts';

/** Asks the control API as a step says, its references replaced. Nobody there is an answer with status 0. */
export const said = async (scene: Scene, method: string, path: string, body?: Tree): Promise<Said> => {
  const variables = variablesOf(scene);
  const filled = body === undefined ? undefined : resolved(body, variables);
  const asked = textOf(resolved(path, variables)) ?? path;
  if (!staysInside(asked)) return { status: 0, body: { message: `${asked} 不在场景自己的工作区之内` } };
  const answer = await askControl(scene.server, method, asked, filled);
  return answer.ok ? answer.value : { status: 0, body: { message: answer.error } };
};

/** The refusal of an answer that should be good. */
export const refusalOf = (answer: Said): readonly string[] => (isGood(answer) ? [] : [`沙箱拒绝：${reasonOf(answer)}`]);

/** The server has no such part at all, as opposed to a device or fault that is not there. */
export const isUnknownPath = (answer: Said): boolean =>
  answer.status === 404 && reasonOf(answer).startsWith('控制接口没有');

/** The one thing that an answer tells of, `{ "filing": { … } }`, else the whole. */
export const told = ({ body }: Said): Tree => {
  if (!isMap(body)) return body;
  const [only, ...others] = Object.values(body);
  return others.length === 0 && isMap(only) ? only : body;
};

/** Keeps what an answer tells of as a variable. */
export const saveTold = (scene: Scene, name: string | undefined, answer: Said): void => {
  if (name !== undefined && isGood(answer)) scene.variables.set(name, told(answer));
};

/** The scene's time is what the clock says. */
export const readClock = (scene: Scene, { body }: Said): void => {
  scene.now = textOf(treeAt(body, 'clock.now')) ?? scene.now;
};
