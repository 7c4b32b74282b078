import { expect, it } from 'vitest';
import { instantOf } from '../../../../src/kernel/civil-time.ts';
import type { CardReading } from '../../../../src/platform/domain/card-reading.ts';
import type { EcToken } from '../../../../src/platform/domain/e-credential/ec-token.ts';
import type { FaceAuthorisation } from '../../../../src/platform/domain/e-credential/face-authorisation.ts';
import type { Shown } from '../../../../src/platform/domain/e-credential/shown.ts';
import { commit, storeWith, type OpenStore } from './opened.ts';

const at = instantOf('2026-09-01 08:00:00');

const shownRow = (row: Partial<Shown> = {}): Shown => ({
  code: '1234567890123456789012345678',
  medium: 'qr',
  psn_no: 'P1',
  from: at,
  until: at + 60_000,
  ...row,
});

const token: EcToken = {
  ec_token: '610000ecaaa',
  psn_no: 'P1',
  fixmedins_code: 'H1',
  by: 'qr',
  issuedAt: at,
  expiresAt: at + 1,
};
const authorisation: FaceAuthorisation = { authNo: 'AUTH1', fixmedins_code: 'H1', outBizNo: 'B1', psn_no: 'P1', at };
const reading: CardReading = {
  auth_sn: 'R1',
  fixmedins_code: 'H1',
  issu_admdvs: '610100',
  challenge: { card_sn: 'S', internalFactor: '1', internalInfo: '2', externalFactor: '3', externalInfo: '4' },
  answer: { internal: '5', external: '6' },
  at,
  over: false,
};

export const keepsCredentials = (open: OpenStore): void => {
  it('keeps what is shown by its code, and knows that it was used', async () => {
    const store = await storeWith(open, { kind: 'shown.put', shown: shownRow() });
    expect(store.reader.shown(shownRow().code)).toEqual(shownRow());
    expect(store.reader.shown('other')).toBeUndefined();
    const spent = shownRow({ spent: { at, by: 'H1' } });
    await commit(store, { kind: 'shown.put', shown: spent });
    expect(store.reader.shown(spent.code)).toEqual(spent);
  });

  it('finds what was held before a scanner last: of that medium, at that institution', async () => {
    const put = (row: Partial<Shown>) => ({ kind: 'shown.put', shown: shownRow(row) }) as const;
    const store = await storeWith(
      open,
      put({ code: '1', at: 'H1' }),
      put({ code: '2', at: 'H1' }),
      put({ code: '3', at: 'H1', medium: 'face' }),
      put({ code: '4', at: 'H2' }),
      put({ code: '5' }),
    );
    expect(store.reader.heldAt('H1', 'qr')?.code).toBe('2');
    expect(store.reader.heldAt('H1', 'face')?.code).toBe('3');
    expect(store.reader.heldAt('H1', 'identity-card')).toBeUndefined();
    await commit(store, put({ code: '1', at: 'H1', spent: { at, by: 'H1' } }));
    expect(store.reader.heldAt('H1', 'qr')?.code).toBe('2');
  });

  it('keeps tokens, and at which institution each was looked up last', async () => {
    const check = { ec_token: token.ec_token, fixmedins_code: 'H1', at };
    const store = await storeWith(open, { kind: 'ec-token.put', token }, { kind: 'token-check.put', check });
    expect(store.reader.ecToken(token.ec_token)).toEqual(token);
    expect(store.reader.ecToken('other')).toBeUndefined();
    expect(store.reader.tokenCheck(token.ec_token, 'H2')).toBeUndefined();
    await commit(store, { kind: 'token-check.put', check: { ...check, at: at + 5 } });
    expect(store.reader.tokenCheck(token.ec_token, 'H1')).toEqual({ ...check, at: at + 5 });
  });

  it('keeps authorisations by face and cards that are being read', async () => {
    const store = await storeWith(
      open,
      { kind: 'face-authorisation.put', authorisation },
      { kind: 'card-reading.put', reading },
    );
    expect(store.reader.faceAuthorisation('AUTH1')).toEqual(authorisation);
    expect(store.reader.faceAuthorisation('AUTH2')).toBeUndefined();
    await commit(store, { kind: 'card-reading.put', reading: { ...reading, over: true } });
    expect(store.reader.cardReading('R1')).toEqual({ ...reading, over: true });
    expect(store.reader.cardReading('R2')).toBeUndefined();
  });

  it('lists what terminals showed, newest first', async () => {
    const notice = (seq: number) =>
      ({ seq, fixmedins_code: 'H1', at, state: 'SUCCESS', shown: { totalFee: 640 } }) as const;
    const put = (seq: number) => ({ kind: 'terminal-notice.put', notice: notice(seq) }) as const;
    const store = await storeWith(open, put(1), put(3), put(2));
    expect(store.reader.terminalNotices(2)).toEqual([notice(3), notice(2)]);
  });
};
