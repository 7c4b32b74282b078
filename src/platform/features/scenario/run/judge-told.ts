import type { Tree, TreeMap } from '../tree.ts';
import { resolved } from '../fill/resolved.ts';
import { mismatches, mismatchInWords } from '../match/mismatches.ts';
import { refusalOf, told } from './said.ts';
import type { Scene } from './scene.ts';
import { isGood, reasonOf, type Said } from './server.ts';
import { variablesOf } from './variables-of.ts';

/** What a step expects of the control API: part of an answer, or a refusal with these words. */
export type ToldExpected = { readonly refused?: string; readonly expect?: TreeMap };

/** Where the control API did not say what was expected. */
export const toldProblems = (scene: Scene, { refused, expect = {} }: ToldExpected, answer: Said): readonly string[] => {
  if (refused !== undefined) return refusedProblems(refused, answer);
  if (!isGood(answer)) return refusalOf(answer);
  const wanted: Tree = resolved(expect, variablesOf(scene));
  return mismatches(wanted, told(answer)).map(mismatchInWords);
};

const refusedProblems = (refused: string, answer: Said): readonly string[] => {
  if (isGood(answer)) return [`应被拒绝（${refused}），实为成功`];
  const reason = reasonOf(answer);
  return reason.includes(refused) ? [] : [`应被拒绝，message 含有“${refused}”，实为：${reason}`];
};
