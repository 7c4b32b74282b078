import type { FormOf } from '../../file/step-forms.ts';
import { passed, skipped, type Outcome, type Scene } from '../scene.ts';

/** The sandbox is stopped and started on the same data. What follows is sent where it is now. */
export const playRestart = async (scene: Scene, { title }: FormOf<'restart'>): Promise<Outcome> => {
  const did = title ?? '重启沙箱';
  const { restart } = scene.stagehand;
  if (!restart) return skipped(did, '别处的沙箱由别人重启；不写 --base 时由本命令重启');
  scene.server = { ...scene.server, base: await restart() };
  return passed(did);
};
