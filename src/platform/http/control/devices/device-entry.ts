import type { Device } from '../../../../virtual-devices/device/device.ts';
import { promptOf } from '../../../../virtual-devices/device/pin-entry.ts';
import { statusOf } from '../../../../virtual-devices/device/start.ts';

/** A device as testers see it: what is in it, whose, and what it waits for. No PIN is ever told. */
export const deviceEntry = (device: Device) => {
  const { psam, pinEntry, terminalNo, media, running, screen } = device;
  const { card, code, face } = media;
  return {
    ...statusOf(device),
    terminalNo,
    psam,
    pinEntry,
    inside: {
      ...(card && { card: { person: card.person, condition: card.condition, triesLeft: card.chip.triesLeft } }),
      ...(media['id-card'] && { 'id-card': { person: media['id-card'].person } }),
      ...(code && { code: { person: code.person, kind: code.kind, text: code.text } }),
      ...(face && { face: { person: face.person } }),
    },
    asksPin: promptOf(running) ?? null,
    screen,
  };
};
