import { createHash } from 'node:crypto';
import { placeName, type Admdvs } from '../../../kernel/admdvs.ts';
import { dateOf, dateTimeOf, type CivilDate, type CivilDateTime } from '../../../kernel/civil-time.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { World } from '../../dispatch/world.ts';
import type { Notice } from './notice.ts';
import { openPoints, type OpenPoints } from './open-points.ts';
import { wordsOf } from './printed/text.ts';
import {
  readUploaded, uploadKey, uploadState, UPLOADS, type Uploaded, type UploadState,
} from './upload-state.ts'; // prettier-ignore
import { writeNotice } from './write-notice.ts';

type Here = Pick<World, 'store' | 'library' | 'clock'>;

/** Where the upload of a place's notice stands; `on` is the day whose policies the uploaded one tells. */
export type NoticeState = {
  readonly place: Admdvs;
  readonly name: string;
  readonly state: UploadState;
  readonly uploadedAt: CivilDateTime | null;
  readonly on: CivilDate | null;
};

/** A notice of today with its state and what is left to do. */
export type NoticeNow = { readonly notice: Notice; readonly upload: NoticeState } & OpenPoints;

/** The notice of a place by the policies of the workspace's today. */
export const noticeOf = (world: Here, place: Admdvs): Result<NoticeNow, string> => {
  const written = todays(world, place);
  if (!written.ok) return written;
  const notice = written.value;
  const uploaded = readUploaded(world.store.reader.setting(uploadKey(place)));
  return ok({ notice, upload: stateOf(place, uploaded, () => hashOf(notice)), ...openPoints(notice) });
};

/** Every place with policies of its own, and every other one whose notice was uploaded, in the order of the code. */
export const noticePlaces = ({ store, library }: Here): Admdvs[] => {
  const uploaded = store.reader.settingsUnder(UPLOADS).map(({ key }) => key.slice(UPLOADS.length));
  return [...new Set([...library.places, ...uploaded])].sort();
};

/** The state of one place; where nothing was uploaded, no notice is written for it. */
export const noticeState = (world: Here, place: Admdvs): NoticeState =>
  stateOf(place, readUploaded(world.store.reader.setting(uploadKey(place))), () => {
    const written = todays(world, place);
    return written.ok ? hashOf(written.value) : undefined;
  });

/**
 * Uploads the notice of today, as the 业务协同 module of the real subsystem takes it (result form of the acceptance
 * standard, annex 3). Nothing looks into it; uploading it again replaces it.
 */
export const uploadNotice = async (
  world: Here & Pick<World, 'queue'>,
  place: Admdvs,
): Promise<Result<NoticeNow, string>> => {
  const written = todays(world, place);
  if (!written.ok) return written;
  const uploadedAt = dateTimeOf(world.clock.now());
  const uploaded: Uploaded = { uploadedAt, on: written.value.on, hash: hashOf(written.value) };
  await world.queue.submit((writer) =>
    writer.apply([{ kind: 'setting.put', key: uploadKey(place), value: JSON.stringify(uploaded) }]),
  );
  return noticeOf(world, place);
};

const todays = ({ library, clock }: Here, place: Admdvs): Result<Notice, string> =>
  writeNotice(library, place, dateOf(clock.now()));

const hashOf = (notice: Notice): string => createHash('sha256').update(wordsOf(notice)).digest('hex');

const stateOf = (place: Admdvs, uploaded: Uploaded | undefined, hash: () => string | undefined): NoticeState => ({
  place,
  name: placeName(place),
  state: uploadState(uploaded, hash),
  uploadedAt: uploaded?.uploadedAt ?? null,
  on: uploaded?.on ?? null,
});
