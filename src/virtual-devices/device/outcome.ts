import type { Device } from './device.ts';
import type { Out } from './input.ts';

/** A device after an input, and what it wants done. */
export type Outcome = { readonly device: Device; readonly out: readonly Out[] };

export const outcome = (device: Device, ...out: readonly Out[]): Outcome => ({ device, out });

/** What follows, with the device as it is by then. */
export const andThen = ({ device, out }: Outcome, next: (device: Device) => Outcome): Outcome => {
  const following = next(device);
  return { device: following.device, out: [...out, ...following.out] };
};

export const tell = (event: Extract<Out, { do: 'tell' }>['event'], data?: Readonly<Record<string, unknown>>): Out => ({
  do: 'tell',
  event,
  ...(data && { data }),
});
