import { placeOf } from '../../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Hospital } from '../../demo/envelope.ts';
import { isList, textOf, treeAt, type Tree } from '../tree.ts';
import type { Persona } from './persona.ts';
import type { Scene } from './scene.ts';
import { demand } from './server.ts';

/** Asks the control API once. */
const known = async (scene: Scene, path: string): Promise<Result<Tree, string>> => {
  const before = scene.known.get(path);
  if (before !== undefined) return ok(before);
  const answer = await demand(scene.server, 'GET', path);
  if (answer.ok) scene.known.set(path, answer.value);
  return answer;
};

/** Place and number of one of the population: `610100-38`. */
const NUMBERED = /^(?<place>\d{6})-(?<n>\d{1,9})$/;

/** The person of that id, or the one of the population. */
export const personNamed = async (scene: Scene, id: string): Promise<Result<Persona, string>> => {
  const { place, n } = NUMBERED.exec(id)?.groups ?? {};
  const path = place === undefined ? '/personas' : `/people?place=${place}&from=${n}&limit=1`;
  const listed = await known(scene, path);
  if (!listed.ok) return listed;
  const rows = treeAt(listed.value, place === undefined ? 'personas' : 'people');
  const found = isList(rows) ? rows.find((row) => place !== undefined || treeAt(row, 'id') === id) : undefined;
  return found ? ok(found as Persona) : fail(`没有人员 ${id}，全部人员见 kuasheng personas`);
};

/** The institution of that code as its messages name it. */
export const hospitalNamed = async (scene: Scene, code: string): Promise<Result<Hospital, string>> => {
  const listed = await known(scene, '/institutions');
  if (!listed.ok) return listed;
  const rows = treeAt(listed.value, 'institutions');
  const found = isList(rows) ? rows.find((row) => treeAt(row, 'fixmedins_code') === code) : undefined;
  if (!found) return fail(`没有机构 ${code}，全部机构见 kuasheng institution list`);
  return ok({
    fixmedins_code: code,
    fixmedins_name: textOf(treeAt(found, 'fixmedins_name')) ?? '',
    mdtrtarea_admvs: placeOf(textOf(treeAt(found, 'admdvs')) ?? ''),
  });
};
