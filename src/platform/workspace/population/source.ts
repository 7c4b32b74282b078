import type { CivilDate } from '../../../kernel/civil-time.ts';
import type { Random } from '../../../kernel/ports.ts';
import { NUMBERS, type Numbered } from './certificates.ts';
import { drawWhole, type Draw } from './draws.ts';
import type { NameLists } from './name-lists.ts';

/** What everybody of a population is made from; nothing else enters. */
export type Source = {
  /** Of the workspace's seed. */
  readonly random: Random;
  readonly names: NameLists;
  /** The day on which the workspace starts, from which days are counted. */
  readonly start: CivilDate;
};

/** A person's own stream for one part of their life, so that a draw more in one part changes no other. */
export const drawFor = ({ random }: Source, { place, n }: Numbered, part: string): Draw =>
  random.stream(`person/${place}/${n}/${part}`);

/** Where the certificates of the province of a place begin: the seed's. */
export const certificateOffset = ({ random }: Pick<Source, 'random'>, place: string): number =>
  drawWhole(random.stream(`certificates/${place.slice(0, 2)}`), 0, NUMBERS - 1);
