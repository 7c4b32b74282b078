import type { ExitCode } from '../exit-code.ts';
import { control } from '../server/control.ts';
import { failed, misuse } from '../server/failure.ts';
import { inputFile } from '../server/input-file.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';

export type ExpectOptions = ServerOptions & { readonly province: string };

/** `kuasheng acceptance expect FILE`: what settlements of the province's own system must come to. */
export const expectBenefits = async (terminal: Terminal, file: string, options: ExpectOptions): Promise<ExitCode> => {
  const bytes = await inputFile(terminal, file);
  if (!bytes.ok) return failed(terminal, bytes.error);
  const rows = rowsOf(bytes.value);
  if (!rows) return failed(terminal, misuse(`${file} 应为 JSON 数组`));
  const { province } = options;
  const body = { province, expectations: rows };
  const request = { method: 'PUT', path: '/acceptance/expectations', body } as const;
  return show(terminal, options, await control<{ readonly expectations: number }>(options, request), (kept) =>
    kept.expectations === 0 ? '已撤回期望结果' : `已收下 ${kept.expectations} 条期望结果`,
  );
};

const rowsOf = (bytes: Uint8Array): unknown[] | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
