import type { Failure } from '../codes/return-codes.ts';

/** When, in the course of a read, a card shows what is wrong with it. */
export type Moment = 'power' | 'file' | 'authentication' | 'never';

export type Condition = { readonly name: string; readonly failure?: Failure; readonly at: Moment };

/** What can be the matter with a social-security card. Which failure comes of it is ours, the codes are not. */
export const CONDITIONS = {
  good: { name: '正常', at: 'never' },
  reversed: { name: '插反了', failure: 'card-not-powered', at: 'power' },
  'chip-damaged': { name: '芯片损坏', failure: 'card-silent', at: 'power' },
  'application-locked': { name: '应用锁定', failure: 'application-locked', at: 'file' },
  cancelled: { name: '已注销，应用永久锁定', failure: 'application-dead', at: 'file' },
  blank: { name: '白卡，没有写入个人信息', failure: 'file-missing', at: 'file' },
  'bad-card-sn': { name: '卡识别码格式错误', failure: 'card-sn-malformed', at: 'file' },
  'pin-first': { name: '先验密码才能读', at: 'never' },
  forged: { name: '假卡', failure: 'internal-auth-failed', at: 'authentication' },
  'new-keys': { name: '新密钥卡，PSAM 卡不认', failure: 'key-missing', at: 'authentication' },
  expired: { name: '过了有效期', at: 'never' },
  lost: { name: '挂失补办后的旧卡，能读，平台不认', at: 'never' },
  'wrong-region': { name: '发卡地区不是本人参保地', at: 'never' },
  'initial-pin': { name: '还是初始密码', at: 'never' },
  'pin-locked': { name: '密码已锁定', at: 'never' },
} as const satisfies Readonly<Record<string, Condition>>;

export type CardCondition = keyof typeof CONDITIONS;

export const CARD_CONDITIONS = Object.keys(CONDITIONS) as [CardCondition, ...CardCondition[]];

/** What a card of that condition answers at that moment of a read, if it fails there. */
export const failureAt = (condition: CardCondition, at: Moment): Failure | undefined => {
  const known: Condition = CONDITIONS[condition];
  return known.at === at ? known.failure : undefined;
};
