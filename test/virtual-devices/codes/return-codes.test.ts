import { describe, expect, it } from 'vitest';
import { authenticationData } from '../../../src/kernel/card-authentication.ts';
import { thingForm } from '../../../src/virtual-devices/desk/media-given.ts';
import { RETURN_CODES, type Failure } from '../../../src/virtual-devices/codes/return-codes.ts';
import { faultForm } from '../../../src/virtual-devices/faults/fault.ts';
import type { Reply } from '../../../src/virtual-devices/protocol/messages.ts';
import { testDesk, withDevice, type TestDesk } from '../test-desk.ts';

/** What a tester and a client do until the code comes. */
type Way = (desk: TestDesk) => Reply;

const insert = (desk: TestDesk, condition = 'good', card = 'qin') =>
  desk.hands.put('reader-1', thingForm.parse({ card, condition }));
const withCard =
  (condition: string, then: Way = (desk) => desk.read('read-card')): Way =>
  (desk) => {
    insert(desk, condition);
    return then(desk);
  };
const withPsam =
  (psam: 'none' | 'no-algorithm' | 'no-key' | 'low-level', then: Way = (desk) => desk.read('read-card')): Way =>
  (desk) => {
    desk.hands.change('reader-1', { psam });
    insert(desk);
    return then(desk);
  };
const struck =
  (form: object, then: Way): Way =>
  (desk) => {
    expect(desk.faults.add(faultForm.parse(form)).ok).toBe(true);
    return then(desk);
  };

/** Verifies or changes the PIN, the patient typing these one after another. */
const typing =
  (command: 'verify-pin' | 'change-pin', ...pins: readonly string[]): Way =>
  (desk) => {
    const client = desk.client('收费处');
    client.give(command);
    desk.pass(200);
    for (const pin of pins) desk.hands.typePin('reader-1', pin);
    desk.pass(200);
    return client.replies()[0] as Reply;
  };

/** The platform's answer to what the first step handed out. */
const answerTo = (text: unknown): { internal: string; external: string } => {
  const [, , , card_sn = '', internalFactor = '', internalInfo = '', externalFactor = '', externalInfo = ''] =
    String(text).split('|');
  return authenticationData({ card_sn, internalFactor, internalInfo, externalFactor, externalInfo });
};

type Answer = ReturnType<typeof answerTo>;

const stepTwo =
  (change: (right: Answer) => string, read: 'read-card' | 'unblock-pin' | 'reload-pin' = 'read-card'): Way =>
  (desk) => {
    const first = desk.read(`${read}-step1`);
    return desk.read(`${read}-step2`, { data: change(answerTo(first.data?.['text'])) });
  };
const right = ({ internal, external }: Answer) => `${internal}|${external}|`;
const wrongOutside = ({ internal }: Answer) => `${internal}|0000000000000000|`;
const again = (times: number, way: Way): Way =>
  times === 1 ? way : (desk) => (way(desk), again(times - 1, way)(desk));

/** One way to every code, and to every failure that shares one. */
const WAYS: Readonly<Record<Failure, Way>> = {
  'wrong-card-type': (desk) => {
    desk.hands.put('reader-1', thingForm.parse({ 'id-card': 'qin' }));
    return desk.read('read-card');
  },
  'no-card': (desk) => desk.read('read-card'),
  'card-not-powered': withCard('reversed'),
  'card-silent': withCard('chip-damaged'),
  'library-missing': struck({ kind: 'library-missing' }, withCard('good')),
  'reader-absent': (desk) => {
    desk.hands.plug('reader-1', 'unplug');
    return desk.read('read-card');
  },
  'not-connected': (desk) => {
    desk.read('open');
    desk.hands.plug('reader-1', 'unplug');
    desk.hands.plug('reader-1', 'plug');
    return desk.read('read-card');
  },
  'command-unsupported': (desk) => desk.read('read-card', {}, 'terminal-1'),
  'parameter-unsupported': (desk) => {
    withDevice(desk, { id: 'contact-1', kind: 'contact-reader' });
    return desk.read('read-card', { mode: 'contactless' }, 'contact-1');
  },
  'check-error': struck({ kind: 'dirty-contact', with: { failure: 'check-error' } }, withCard('good')),
  'card-sn-malformed': withCard('bad-card-sn'),
  'internal-auth-failed': withCard('forged'),
  'other-card': withPsam('none', (desk) => {
    const { data } = desk.read('read-card-step1');
    desk.hands.take('reader-1');
    insert(desk, 'good', 'li');
    return desk.read('read-card-step2', { data: right(answerTo(data?.['text'])) });
  }),
  'illegal-data': withPsam(
    'none',
    stepTwo(({ internal, external }) => `${internal}${external}`),
  ),
  'psam-level-low': withPsam('low-level'),
  'pin-cancelled': withCard('good', (desk) => {
    const client = desk.client('收费处');
    client.give('verify-pin');
    desk.pass(200);
    desk.hands.cancelPin('reader-1');
    return client.replies()[0] as Reply;
  }),
  'pin-timeout': withCard('good', (desk) => {
    const client = desk.client('收费处');
    client.give('verify-pin');
    desk.pass(31_000);
    return client.replies()[0] as Reply;
  }),
  'pin-length': withCard('good', typing('verify-pin', '8888')),
  'pins-differ': withCard('good', typing('change-pin', '888888', '111222', '111223')),
  'pin-initial': withCard('initial-pin', typing('verify-pin', '123456')),
  'pin-to-initial': withCard('good', typing('change-pin', '888888', '123456')),
  'illegal-characters': withPsam(
    'none',
    stepTwo(() => 'XYZ|XYZ|'),
  ),
  'wrong-length': withPsam(
    'none',
    stepTwo(({ internal }) => `${internal}|00|`),
  ),
  'pin-wrong': withCard('good', typing('verify-pin', '000000')),
  'pin-locked': withCard('pin-locked', typing('verify-pin')),
  'no-psam': withPsam('none'),
  'psam-algorithm': withPsam('no-algorithm'),
  'psam-key': withPsam('no-key'),
  'hsm-not-needed': withCard('good', (desk) => desk.read('read-card-step1')),
  'external-auth-2': withPsam('none', stepTwo(wrongOutside)),
  'external-auth-1': withPsam('none', again(2, stepTwo(wrongOutside))),
  'external-auth-0': withPsam('none', again(3, stepTwo(wrongOutside))),
  'security-not-met': withCard('pin-first'),
  'key-locked': withPsam('none', (desk) => {
    again(3, stepTwo(wrongOutside))(desk);
    return desk.read('read-card-step1');
  }),
  'mac-wrong': withPsam('none', stepTwo(wrongOutside, 'unblock-pin')),
  'application-locked': withCard('application-locked'),
  'file-missing': withCard('blank'),
  'record-missing': withCard('good', (desk) => desk.read('read-records')),
  'key-missing': withCard('new-keys'),
  'mac-invalid': withPsam('none', stepTwo(wrongOutside, 'reload-pin')),
  'application-dead': withCard('cancelled'),
  'card-withdrawn': struck({ kind: 'removed-mid-read', with: { failure: 'card-withdrawn' } }, withCard('good')),
  busy: (desk) => {
    desk.client('二号窗口').give('open');
    return desk.read('read-card');
  },
  'timed-out': struck({ kind: 'hang' }, (desk) => {
    insert(desk);
    const client = desk.client('收费处');
    client.give('read-card', {}, { timeout: 1_000 });
    desk.pass(1_100);
    return client.replies()[0] as Reply;
  }),
  'nothing-shown': (desk) => {
    const client = desk.client('收费处');
    client.give('scan', {}, { timeout: 1_000 });
    desk.pass(1_100);
    return client.replies()[0] as Reply;
  },
  withdrawn: struck({ kind: 'command-fails', with: { failure: 'withdrawn' } }, withCard('good')),
};

describe('a return code of the reading library', () => {
  it.each(Object.entries(WAYS) as [Failure, Way][])('%s is reached', (failure, way) => {
    const { ok, error, code, message } = way(testDesk());
    expect({ ok, error, code }).toEqual({ ok: false, error: failure, code: RETURN_CODES[failure].code });
    expect(message).toMatch(/[一-鿿]/);
  });

  it('is that of the status word where it is large', () => {
    const statusWords: Partial<Record<Failure, number>> = {
      'external-auth-2': 0x63c2, 'external-auth-1': 0x63c1, 'external-auth-0': 0x63c0, 'security-not-met': 0x6982,
      'key-locked': 0x6983, 'mac-wrong': 0x6988, 'application-locked': 0x6a81, 'file-missing': 0x6a82,
      'record-missing': 0x6a83, 'key-missing': 0x6a88, 'mac-invalid': 0x9302, 'application-dead': 0x9303,
      'card-withdrawn': 0x6e81,
    }; // prettier-ignore
    for (const [failure, word] of Object.entries(statusWords)) {
      expect(RETURN_CODES[failure as Failure].code).toBe(-word);
    }
  });

  it('covers the printed list', () => {
    const printed = [
      -1, -2, -3, -4, -5, -11, -12, -13, -14, -15, -20, -21, -22, -23, -24, -31, -32, -33, -34, -35, -36, -41, -42,
      -51, -52, -2201, -2202, -2203, -2204, -25536, -25537, -25538, -27010, -27011, -27016, -27265, -27266, -27267,
      -27272, -37634, -37635,
    ]; // prettier-ignore
    const codes = new Set<number>(Object.values(RETURN_CODES).map(({ code }) => code));
    expect(printed.filter((code) => !codes.has(code))).toEqual([]);
  });
});
