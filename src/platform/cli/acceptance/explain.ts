import type { ExitCode } from '../exit-code.ts';
import { control } from '../server/control.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';

export type ExplainOptions = ServerOptions & { readonly province: string; readonly text: string };

type Explained = { readonly rows: readonly string[]; readonly text: string };

/** `kuasheng acceptance explain ROW…`: writes the 测试说明 of rows, or takes it back. */
export const explainRows = async (
  terminal: Terminal,
  rows: readonly string[],
  options: ExplainOptions,
): Promise<ExitCode> => {
  const { province, text } = options;
  const request = { method: 'POST', path: '/acceptance/explanations', body: { province, rows, text } } as const;
  return show(terminal, options, await control<Explained>(options, request), (explained) =>
    explained.text === ''
      ? `已撤回说明：${explained.rows.join('、')}`
      : `已说明 ${explained.rows.join('、')}：${explained.text}`,
  );
};
