import type { Instant } from '../../kernel/civil-time.ts';
import type { IdCard } from './id-card.ts';
import type { SocialCard } from './social-card.ts';

/** A code before a scanner 医保电子凭证, 电子社保卡 or another one. */
export type ShownCode = {
  readonly medium: 'code';
  readonly person: string;
  readonly kind: 'e-credential' | 'electronic-card' | 'health-code';
  readonly text: string;
  /** Absent: it does not end. */
  readonly until?: Instant;
  /** Its end was told. */
  readonly isOver?: true;
};

/** A face before a camera. */
export type Face = {
  readonly medium: 'face';
  readonly person: string;
  readonly name: string;
  readonly idNo: string;
};

/** Whatever can be put on, in or before a device. */
export type Medium = SocialCard | IdCard | ShownCode | Face;

export type MediumKind = Medium['medium'];

export const MEDIUM_NAMES: Readonly<Record<MediumKind, string>> = {
  card: '社会保障卡',
  'id-card': '身份证',
  code: '二维码',
  face: '人脸',
};
