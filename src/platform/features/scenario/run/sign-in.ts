import { fillInput } from '../fill/fill-input.ts';
import { textOf, treeAt } from '../tree.ts';
import { exchange } from './exchange.ts';
import { messageOf, type CallForm, type Sender } from './message.ts';
import type { Scene } from './scene.ts';
import { variablesOf } from './variables-of.ts';

/**
 * The 签到流水号 of an institution. Where the workspace demands one the institution signs in by itself, unless the file
 * says of a message which number it carries.
 */
export const signNoFor = async (scene: Scene, form: CallForm, { hospital }: Sender): Promise<string> => {
  const isSaid = form.as !== undefined || form.call === '9001' || (form.envelope && 'sign_no' in form.envelope);
  if (isSaid) return '';
  const own = textOf(treeAt(scene.variables.get('sign_in'), 'sign_no'));
  if (own !== undefined || !isDemanded(scene)) return own ?? '';
  const before = scene.signedIn.get(hospital.fixmedins_code);
  if (before !== undefined) return before;
  const message = messageOf(
    scene,
    { call: '9001', input: fillInput('9001', {}, variablesOf(scene)) },
    { hospital },
    '',
  );
  const { answer } = await exchange(scene, message);
  const sign_no = textOf(treeAt(answer, 'output.signinoutb.sign_no')) ?? '';
  scene.signedIn.set(hospital.fixmedins_code, sign_no);
  return sign_no;
};

const isDemanded = ({ scenario: { world } }: Scene): boolean => treeAt(world?.settings, 'signIn') === 'required';
