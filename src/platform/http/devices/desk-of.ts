import { callersAt, type Ask } from '../../../virtual-devices/desk/callers.ts';
import { openDesk, type Desk } from '../../../virtual-devices/desk/desk.ts';
import type { DeviceMade } from '../../../virtual-devices/device/device.ts';
import { seededChance } from '../../../virtual-devices/chance.ts';
import type { Workspace } from '../../sandbox.ts';
import { holderOf } from './holder-of.ts';
import { issueCode } from './issue-code.ts';

/** The devices of a workspace, and how to ask them without a connection. */
export type DeviceDesk = { readonly desk: Desk; readonly ask: Ask };

const desks = new WeakMap<Workspace, DeviceDesk>();

/** The desk of a workspace: put up when it is first asked for, gone with the workspace. */
export const deskOf = (workspace: Workspace): DeviceDesk => {
  const there = desks.get(workspace);
  if (there) return there;
  const desk = openDesk(
    {
      now: () => workspace.world().clock.now(),
      later,
      random: seededChance(workspace.origin().seed),
      seed: () => workspace.origin().seed,
      holder: (person) => holderOf(workspace, person),
      issueCode: (wish) => issueCode(workspace, wish),
      keep: (devices) => workspace.beside.keepDevices(devices),
      onDefect: (defect) => workspace.world().onDefect(defect, 'devices'),
    },
    workspace.beside.devices() as readonly DeviceMade[] | undefined,
  );
  const put = { desk, ask: callersAt(desk) };
  desks.set(workspace, put);
  workspace.beside.whenClosed(() => {
    desks.delete(workspace);
    desk.close();
  });
  return put;
};

/** Ends every connection and every wait at the devices of these workspaces. */
export const hangUpDevices = (workspaces: readonly (Workspace | undefined)[]): void => {
  for (const workspace of workspaces) if (workspace) desks.get(workspace)?.desk.hangUp();
};

/** Timers of the machine; none of them keeps the process alive. */
const later = (ms: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
