import { failed, finish } from './finish.ts';
import type { Device } from './device.ts';
import { andThen, outcome, tell, type Outcome } from './outcome.ts';

export const plug = (device: Device): Outcome =>
  device.plugged ? outcome(device) : outcome({ ...device, plugged: true }, tell('plugged'));

/** Whoever had it open has to open it again; what was running fails. Cards stay where they are. */
export const unplug = (device: Device): Outcome => {
  if (!device.plugged) return outcome(device);
  return andThen(stop(device), (stopped) => outcome({ ...stopped, plugged: false }, tell('unplugged')));
};

/** The reader's service was restarted under its clients. */
export const restart = (device: Device): Outcome =>
  andThen(stop({ ...device, owed: [] }), (stopped) => outcome(stopped, tell('restarted')));

/** Everything that was going on ends: the command, the connection, the state of the card. */
const stop = (device: Device): Outcome => {
  const { running, lease, challenge: _forgotten, ...rest } = device;
  const bare: Device = { ...rest, verified: false, ...(lease && { lease: { ...lease, isConnected: false } }) };
  return running ? finish(bare, withoutDelay(running), failed('reader-absent')) : outcome(bare);
};

const withoutDelay = <T extends { readonly strike?: unknown }>({ strike: _none, ...running }: T) => running;

/** A client has gone: its lease ends, its command too, and nobody hears the answer. */
export const leave = (device: Device, client: string): Outcome => {
  const { running, lease, ...rest } = device;
  const isHolder = lease?.client === client;
  const isRunning = running?.client === client;
  const free: Device = {
    ...rest,
    owed: device.owed.filter((each) => each.client !== client),
    ...(lease && !isHolder && { lease }),
    ...(running && !isRunning && { running }),
  };
  return outcome(
    free,
    ...(isRunning ? [tell('read-failed', { error: 'withdrawn' })] : []),
    ...(isHolder ? [tell('closed', { by: lease.name })] : []),
  );
};
