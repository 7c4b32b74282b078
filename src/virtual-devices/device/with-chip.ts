import type { Chip } from '../media/social-card.ts';
import type { Device } from './device.ts';

/** The device with what its card remembers changed. */
export const withChip = (device: Device, chip: Chip): Device => {
  const { card } = device.media;
  return card ? { ...device, media: { ...device.media, card: { ...card, chip } } } : device;
};
