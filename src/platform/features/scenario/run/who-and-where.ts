import { placeOf } from '../../../../kernel/admdvs.ts';
import { fail, ok, type Result } from '../../../../kernel/result.ts';
import type { Hospital } from '../../demo/envelope.ts';
import { numberedPath } from '../../demo/listed-person.ts';
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

/** The person of that id, or the one of the population. */
export const personNamed = async (scene: Scene, id: string): Promise<Result<Persona, string>> => {
  const numbered = numberedPath(id);
  const listed = await known(scene, numbered ?? '/personas');
  if (!listed.ok) return listed;
  const rows = treeAt(listed.value, numbered === undefined ? 'personas' : 'people');
  const found = isList(rows) ? rows.find((row) => numbered !== undefined || treeAt(row, 'id') === id) : undefined;
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
