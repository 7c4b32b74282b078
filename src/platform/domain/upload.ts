import type { Admdvs } from '../../kernel/admdvs.ts';
import type { Instant } from '../../kernel/civil-time.ts';

/**
 * Kinds of what provinces upload to the national node for each other 上传: institutions (1603), diseases opened by
 * institutions (1620), qualifications (1610), chosen institutions (pair of 1825).
 */
export type UploadKind = 'institution' | 'opened-disease' | 'qualification' | 'chosen-institution';

/** A row as the national node keeps it for download 下载: uploading the same key again replaces it. */
export type Upload = {
  readonly kind: UploadKind;
  /** What makes it the same row of its kind, the parts joined by a space. */
  readonly key: string;
  /** The place whose row it is: where the institution stands, or where the person is insured. */
  readonly place: Admdvs;
  /** The other side, where the row concerns one: the place of treatment of a filed person or a chosen institution. */
  readonly other?: Admdvs;
  /** When it came or was last changed: downloads are incremental by it. */
  readonly updatedAt: Instant;
  /** The fields of its table, by their codes, as read. */
  readonly row: Readonly<Record<string, unknown>>;
};
