import { afterAll, beforeAll } from 'vitest';
import { must } from '../../../src/kernel/assert.ts';
import { instantOf } from '../../../src/kernel/civil-time.ts';
import type { Settings } from '../../../src/platform/domain/settings.ts';
import { sandboxApp } from '../../../src/platform/http/app.ts';
import { openSandbox, type Sandbox } from '../../../src/platform/sandbox.ts';

/** What every clock of these sandboxes reads. */
export const NOW = instantOf('2026-09-01 10:00:00');

export const HOSPITAL = 'H44030099001';

/** A sandbox behind its HTTP application, no socket between. */
export type Counter = {
  readonly sandbox: () => Sandbox;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Posts a message as a usual HIS does; the envelope is filled in unless named. */
  readonly post: (path: string, message: Readonly<Record<string, unknown>>) => Promise<Response>;
  /** Asks the control API with a JSON body, if any; gives status and JSON. */
  readonly control: <T = unknown>(method: string, path: string, body?: unknown) => Promise<{ status: number; json: T }>;
  /** What broke inside. */
  readonly defects: unknown[];
};

/** The body of a response; a test names the part that it looks at. */
export const jsonOf = async <T = unknown>(response: Response): Promise<T> => (await response.json()) as T;

/** Opens one counter for the tests of a file, and closes it after them. */
export const openCounter = (options: { dataDir?: string; settings?: Partial<Settings> } = {}): Counter => {
  const defects: unknown[] = [];
  let sandbox: Sandbox | undefined;
  let app: ReturnType<typeof sandboxApp> | undefined;
  beforeAll(async () => {
    sandbox = await openSandbox({
      ...options,
      startClock: { mode: 'frozen', at: NOW },
      onDefect: (defect) => defects.push(defect),
    });
    app = sandboxApp(sandbox);
  });
  afterAll(() => sandbox?.close());

  const request = async (path: string, init?: RequestInit): Promise<Response> => {
    must(app, 'the counter is open');
    return app.request(path, init);
  };
  return {
    sandbox: () => {
      must(sandbox, 'the counter is open');
      return sandbox;
    },
    request,
    post: (path, message) =>
      request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...ENVELOPE, ...message }),
      }),
    control: async <T>(method: string, path: string, body?: unknown) => {
      const response = await request(path, {
        method,
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      });
      return { status: response.status, json: await jsonOf<T>(response) };
    },
    defects,
  };
};

export const ENVELOPE = {
  msgid: `${HOSPITAL}202609011000000001`,
  mdtrtarea_admvs: '440300',
  insuplc_admdvs: '',
  recer_sys_code: 'YBXT',
  infver: '1.0.0',
  opter_type: '1',
  opter: 'S001',
  opter_name: '收费员',
  inf_time: '2026-09-01 10:00:00',
  fixmedins_code: HOSPITAL,
  fixmedins_name: '深圳市沙箱第一人民医院',
};

/** 1901 asks for a code list: the smallest message with an answer of its own. */
export const DICTIONARY = {
  infno: '1901',
  input: { data: { type: 'GEND', parentValue: '', admdvs: '', date: '2026-09-01', valiFlag: '1' } },
};
