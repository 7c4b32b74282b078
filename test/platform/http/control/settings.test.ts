import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../../src/platform/domain/settings.ts';
import { openCounter } from '../counter.ts';

const counter = openCounter();

describe('settings', () => {
  it('are told, and changed one by one', async () => {
    expect((await counter.control('GET', '/_sandbox/settings')).json).toEqual({ settings: DEFAULT_SETTINGS });
    const changed = await counter.control('PATCH', '/_sandbox/settings', { reversedAgain: 'ok' });
    expect(changed.json).toEqual({ settings: { ...DEFAULT_SETTINGS, reversedAgain: 'ok' } });
    expect((await counter.control('GET', '/_sandbox/settings')).json).toEqual(changed.json);
  });

  it.each([
    [{ strict: 'yes' }, 'strict 应为 true 或 false'],
    [{ signIn: 'often' }, 'signIn 应为 ignored、required 之一'],
    [{ stric: true }, '不认识的字段 stric'],
    [{ gatewayKeys: { app: '' } }, 'app 不能为空'],
    [{ gatewayKeys: ['app'] }, 'gatewayKeys 应为对象'],
  ])('take nothing that does not fit: %j', async (change, message) => {
    expect(await counter.control('PATCH', '/_sandbox/settings', change)).toMatchObject({
      status: 422,
      json: { message },
    });
  });

  it('are changed all together or not at all', async () => {
    await counter.control('PATCH', '/_sandbox/settings', { strict: true, signIn: 'often' });
    expect((await counter.control('GET', '/_sandbox/settings')).json).toMatchObject({ settings: { strict: false } });
  });
});
