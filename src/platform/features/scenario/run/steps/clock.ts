import type { FormOf } from '../../file/step-forms.ts';
import { textOf } from '../../tree.ts';
import { readClock, refusalOf, said } from '../said.ts';
import { judged, type Outcome, type Scene } from '../scene.ts';

/** Time moves on, or goes another way from now on. */
export const playClock = async (scene: Scene, { clock, title }: FormOf<'clock'>): Promise<Outcome> => {
  const to = textOf(clock);
  const answer =
    to === undefined ? await said(scene, 'PUT', '/clock', clock) : await said(scene, 'POST', '/clock/advance', { to });
  readClock(scene, answer);
  return judged(`${title ?? '时间'}（${scene.now}）`, refusalOf(answer));
};
