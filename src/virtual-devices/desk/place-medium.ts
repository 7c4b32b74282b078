import { fail, type Result } from '../../kernel/result.ts';
import type { Device } from '../device/device.ts';
import { abilitiesOf } from '../device/kinds.ts';
import { MEDIUM_NAMES, type Medium } from '../media/medium.ts';
import type { Floor } from './floor.ts';

/** Why not: a status as HTTP has it, and plain Chinese. */
export type Problem = { readonly status: 404 | 409 | 422; readonly message: string };

/** The device as it is by then. */
export type Done = Result<Device, Problem>;

export const no = (status: Problem['status'], message: string): Done => fail({ status, message });

/** Puts it there if there is room. */
export const placed = (floor: Floor, device: Device, medium: Result<Medium, string>): Done | undefined => {
  if (!medium.ok) return no(422, medium.error);
  const problem = roomProblem(device, medium.value) ?? elsewhere(floor.devices, medium.value);
  if (problem !== undefined) return no(409, problem);
  return void floor.enter(device.id, { type: 'put', medium: asRemembered(floor, medium.value) });
};

const roomProblem = ({ kind, name, media }: Device, { medium }: Medium): string | undefined => {
  const isWrongPlace = medium === 'card' || medium === 'id-card';
  const { takes } = abilitiesOf(kind);
  // A card can be laid on a reader for the other sort: it is then of the wrong type.
  if (!takes.includes(medium) && !(isWrongPlace && takes.some((each) => each === 'card' || each === 'id-card'))) {
    return `${name}不能用${MEDIUM_NAMES[medium]}`;
  }
  return media[medium] ? `${name}里已有${MEDIUM_NAMES[medium]}，请先取出` : undefined;
};

/** A card is one thing: it cannot be in two readers. */
const elsewhere = (devices: ReadonlyMap<string, Device>, medium: Medium): string | undefined => {
  if (medium.medium !== 'card' && medium.medium !== 'id-card') return undefined;
  const there = [...devices.values()].find(({ media }) => isSame(media[medium.medium], medium));
  return there && `这张${MEDIUM_NAMES[medium.medium]}已在 ${there.id} 里，请先取出`;
};

const isSame = (there: Medium | undefined, medium: Medium): boolean => {
  if (there?.person !== medium.person) return false;
  return there.medium !== 'card' || medium.medium !== 'card' || there.card_no === medium.card_no;
};

const asRemembered = ({ wallet }: Floor, medium: Medium): Medium =>
  medium.medium === 'card' ? wallet.remembered(medium) : medium;
