import { afterAll, beforeAll } from 'vitest';
import { serve, type Served, type ServeOptions } from '../../../../src/platform/http/serve.ts';
import { openSandbox, type Sandbox } from '../../../../src/platform/sandbox.ts';
import { NOW } from '../counter.ts';

export const QIN = 'xian-worker-hypertension-diabetes';
export const OTHER = 'xian-resident-hypertension';

/** A server with devices, for the tests of a file. */
export const windowServer = (options: Partial<ServeOptions> = {}) => {
  let sandbox: Sandbox | undefined;
  let served: Served | undefined;
  const natives = { Request, Response };
  const defects: unknown[] = [];
  beforeAll(async () => {
    sandbox = await openSandbox({
      startClock: { mode: 'frozen', at: NOW },
      onDefect: (defect) => defects.push(defect),
    });
    served = await serve(sandbox, { host: '127.0.0.1', port: 0, tell: () => undefined, ...options });
  });
  afterAll(async () => {
    await served?.close();
    await sandbox?.close();
    // The server library puts its own classes in the place of these, for all tests of the process.
    Object.assign(globalThis, natives);
  });
  const url = () => served?.url ?? '';
  const control = async (method: string, path: string, body?: unknown, workspace = '') => {
    const response = await fetch(`${url()}${workspace}/_sandbox${path}`, {
      method,
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Readonly<Record<string, unknown>> };
  };
  return {
    url,
    control,
    defects,
    portOf: (kind: string) => served?.services.find((service) => service.kind === kind)?.port ?? 0,
    /** A fresh reader for one test. */
    reader: async (id: string, form: object = {}) => {
      const made = await control('POST', '/devices', { id, ...form });
      if (made.status !== 201) throw new Error(JSON.stringify(made.json));
      return id;
    },
    insert: (id: string, card = QIN, more: object = {}) => control('POST', `/devices/${id}/insert`, { card, ...more }),
  };
};
