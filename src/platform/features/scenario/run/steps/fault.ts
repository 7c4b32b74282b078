import type { FormOf } from '../../file/step-forms.ts';
import { isMap, textOf } from '../../tree.ts';
import { isUnknownPath, refusalOf, said, saveTold } from '../said.ts';
import { judged, skipped, type Outcome, type Scene } from '../scene.ts';

/** A fault is armed as the file says it, or disarmed. */
export const playFault = async (scene: Scene, form: FormOf<'fault'>): Promise<Outcome> => {
  const { did, method, path, body } = asked(form);
  const answer = await said(scene, method, path, body);
  if (isUnknownPath(answer)) return skipped(did, '这个服务器没有故障注入');
  if (method === 'POST') saveTold(scene, form.save, answer);
  return judged(did, refusalOf(answer));
};

const asked = ({ fault, title }: FormOf<'fault'>) => {
  if (!isMap(fault)) return { did: title ?? '去掉全部故障', method: 'DELETE', path: '/faults' };
  const removed = textOf(fault['remove']);
  if (removed !== undefined) return { did: title ?? '去掉故障', method: 'DELETE', path: `/faults/${removed}` };
  return { did: title ?? `故障 ${textOf(fault['kind']) ?? ''}`, method: 'POST', path: '/faults', body: fault };
};
