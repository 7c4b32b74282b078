import { UPLOAD_STATES, type NoticeState } from '../../sandbox.ts';
import type { ExitCode } from '../exit-code.ts';
import { table } from '../layout/table.ts';
import { ask } from '../server/control.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';

type Listed = { readonly notices: readonly NoticeState[] };

/** `kuasheng notice list`. */
export const listNotices = async (terminal: Terminal, options: ServerOptions): Promise<ExitCode> =>
  show(terminal, options, await ask<Listed>(options, '/notices'), ({ notices }) =>
    table(HEADS, notices.map(cellsOf), terminal.columns),
  );

const HEADS = [
  { title: '区划' },
  { title: '参保地', gives: true },
  { title: '告知书' },
  { title: '上传时间' },
  { title: '政策日期' },
] as const;

const cellsOf = ({ place, name, state, uploadedAt, on }: NoticeState): string[] => [
  place,
  name,
  UPLOAD_STATES[state],
  uploadedAt ?? '',
  on ?? '',
];
