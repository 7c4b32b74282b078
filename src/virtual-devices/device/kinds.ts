import type { MediumKind } from '../media/medium.ts';

/** What a device of a kind has. */
export type Abilities = {
  readonly name: string;
  /** What can be put in, on or before it. */
  readonly takes: readonly MediumKind[];
  readonly contactless: boolean;
  readonly pinPad: boolean;
  /** A screen that shows the patient something. */
  readonly screen: boolean;
};

/** The kinds of devices at a window. */
export const KINDS = {
  'card-reader': {
    name: '社保卡读卡器（带密码键盘）',
    takes: ['card'],
    contactless: true,
    pinPad: true,
    screen: false,
  },
  'contact-reader': { name: '接触式社保卡读卡器', takes: ['card'], contactless: false, pinPad: false, screen: false },
  'id-reader': { name: '身份证阅读器', takes: ['id-card'], contactless: true, pinPad: false, screen: false },
  'qr-scanner': { name: '扫码盒', takes: ['code'], contactless: false, pinPad: false, screen: false },
  'face-terminal': {
    name: '医保业务综合服务终端',
    takes: ['id-card', 'code', 'face'],
    contactless: true,
    pinPad: false,
    screen: true,
  },
  'four-in-one': {
    name: '四合一读卡器（社保卡、身份证、扫码、密码键盘）',
    takes: ['card', 'id-card', 'code'],
    contactless: true,
    pinPad: true,
    screen: false,
  },
} as const satisfies Readonly<Record<string, Abilities>>;

export type DeviceKind = keyof typeof KINDS;

export const DEVICE_KINDS = Object.keys(KINDS) as [DeviceKind, ...DeviceKind[]];

export const abilitiesOf = (kind: DeviceKind): Abilities => KINDS[kind];

/** The security module of a reader: fit, absent, or lacking something. Which lack gives which code: B.3.2. */
export const PSAMS = {
  ok: '正常',
  none: '没有 PSAM 卡',
  'no-algorithm': 'PSAM 卡没有该算法',
  'no-key': 'PSAM 卡没有该密钥',
  'low-level': 'PSAM 卡密钥级别过低',
} as const;

export type Psam = keyof typeof PSAMS;

export const PSAM_STATES = Object.keys(PSAMS) as [Psam, ...Psam[]];
