import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/platform/project-root.ts';

const run = promisify(execFile);
const REDOCLY = 'node_modules/@redocly/cli/bin/cli.js';

const lint = (...documents: string[]) =>
  run(process.execPath, [REDOCLY, 'lint', '--config', 'openapi/redocly.yaml', '--format', 'json', ...documents], {
    cwd: projectRoot(),
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' },
    maxBuffer: 64 * 1024 * 1024,
  });

type Report = { readonly totals: { readonly errors: number; readonly warnings: number } };

describe('the AsyncAPI document', () => {
  it('of the devices passes the linter without a warning', async () => {
    const { stdout } = await lint(join('openapi', 'devices.asyncapi.json'));
    expect((JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report).totals).toMatchObject({ errors: 0, warnings: 0 });
  });
});

describe('the OpenAPI documents', () => {
  it.each(['hospital', 'national', 'credential'])('of the %s door pass the linter without a warning', async (door) => {
    const { stdout } = await lint(join('openapi', `${door}.openapi.json`));
    expect((JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report).totals).toMatchObject({ errors: 0, warnings: 0 });
  });

  it('of a HIS for its own book passes it too', async () => {
    const { stdout } = await lint(join('openapi', 'his-book.yaml'));
    expect((JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report).totals).toMatchObject({ errors: 0, warnings: 0 });
  });
});
