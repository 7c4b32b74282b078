import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { ControlContext, ControlEnv } from '../../../../src/platform/http/control/control-env.ts';
import { longAnswer } from '../../../../src/platform/http/control/long-answer.ts';

const later = <Value>(milliseconds: number, value: Value): Promise<Value> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds, value);
  });

/** A server whose only answer takes so long; `defects` are what it reports. */
const server = (work: () => Promise<Response>, defects: unknown[] = []) => {
  const app = new Hono<ControlEnv>();
  app.use(async (c, next) => {
    const workspace = { world: () => ({ onDefect: (defect: unknown) => defects.push(defect) }) };
    c.set('workspace', workspace as unknown as ControlContext['var']['workspace']);
    await next();
  });
  app.get('/', (c) => longAnswer(c, work(), 20));
  return app;
};

describe('an answer that takes long', () => {
  it('is as it is when the work is done soon', async () => {
    const answer = await server(() => Promise.resolve(Response.json({ done: 1 }, { status: 201 }))).request('/');
    expect([answer.status, await answer.text()]).toEqual([201, '{"done":1}']);
  });

  it('gives signs of life, and is JSON in the end', async () => {
    const answer = await server(() => later(90, Response.json({ done: 1 }))).request('/');
    const text = await answer.text();
    expect(text).toMatch(/^ {2,}\{/);
    expect(JSON.parse(text)).toEqual({ done: 1 });
  });

  it('breaks off when the work fails, which is reported', async () => {
    const defects: unknown[] = [];
    const failing = async () => {
      await later(50, 0);
      throw new Error('disk full');
    };
    const answer = await server(failing, defects).request('/');
    await expect(answer.text()).rejects.toThrow();
    expect(defects).toMatchObject([{ message: 'disk full' }]);
  });

  it('lets go of a client that has gone; the work goes on', async () => {
    const done = { yes: false };
    const work = async () => {
      await later(60, 0);
      done.yes = true;
      return Response.json({});
    };
    const answer = await server(work).request('/');
    await answer.body?.cancel();
    await later(80, 0);
    expect(done.yes).toBe(true);
  });
});
