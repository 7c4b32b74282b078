import type { Admdvs } from '../../../kernel/admdvs.ts';
import type { CivilDate, CivilDateTime } from '../../../kernel/civil-time.ts';

/** missing 未上传; uploaded 已上传; changed 已变更，需重新上传: what a patient would read now is not what was uploaded. */
export type UploadState = 'missing' | 'uploaded' | 'changed';

export const UPLOAD_STATES: Readonly<Record<UploadState, string>> = {
  missing: '未上传',
  uploaded: '已上传',
  changed: '已变更，需重新上传',
};

/** What is kept of an upload: when it was, by the policies of which day, and which words. */
export type Uploaded = { readonly uploadedAt: CivilDateTime; readonly on: CivilDate; readonly hash: string };

/** Settings of a workspace that keep uploads begin so, followed by the place. */
export const UPLOADS = 'notice:';

export const uploadKey = (place: Admdvs): string => `${UPLOADS}${place}`;

export const readUploaded = (kept: string | undefined): Uploaded | undefined =>
  kept === undefined ? undefined : (JSON.parse(kept) as Uploaded);

/** `hash` is that of the notice of today; undefined where there is none any more. */
export const uploadState = (uploaded: Uploaded | undefined, hash: () => string | undefined): UploadState => {
  if (uploaded === undefined) return 'missing';
  return uploaded.hash === hash() ? 'uploaded' : 'changed';
};
