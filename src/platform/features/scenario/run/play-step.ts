import type { FormOf, Kind } from '../file/step-forms.ts';
import { NoSuchValue } from '../fill/resolved.ts';
import type { Step } from '../scenario.ts';
import { judged, passed, type Outcome, type Scene } from './scene.ts';
import { playCall } from './steps/call.ts';
import { playClock } from './steps/clock.ts';
import { playControl } from './steps/control.ts';
import { playDevice } from './steps/device.ts';
import { playExpect } from './steps/expect.ts';
import { playFault } from './steps/fault.ts';
import { playMaintenance } from './steps/maintenance.ts';
import { playRestart } from './steps/restart.ts';
import { playSnapshot } from './steps/snapshot.ts';
import { playVerify } from './steps/verify.ts';
import { playWait } from './steps/wait.ts';

type Play<K extends Kind> = (scene: Scene, form: FormOf<K>) => Outcome | Promise<Outcome>;

/** How each kind of step is played. */
const PLAYS: { readonly [K in Kind]: Play<K> } = {
  call: playCall,
  expect: playExpect,
  wait: playWait,
  clock: playClock,
  fault: playFault,
  maintenance: playMaintenance,
  device: playDevice,
  snapshot: playSnapshot,
  restart: playRestart,
  verify: playVerify,
  control: playControl,
  note: ({ stagehand }, { note }) => {
    stagehand.tell(note);
    return passed('说明');
  },
  // The steps of the other scenario took its place when the file was read.
  use: (_scene, { use }) => passed(use),
};

/** Plays one step of any kind. A reference that leads nowhere fails the step. */
export const playStep = async (scene: Scene, { kind, form }: Step): Promise<Outcome> => {
  try {
    // The form is that of the kind: the reader of the file has seen to it.
    return await (PLAYS[kind] as Play<Kind>)(scene, form);
  } catch (problem) {
    if (problem instanceof NoSuchValue) return judged(kind, [problem.message]);
    throw problem;
  }
};
