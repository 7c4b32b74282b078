import { writeFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { noticeHtml, noticeText, type Notice, type NoticeNow } from '../../sandbox.ts';
import type { ExitCode } from '../exit-code.ts';
import { ask } from '../server/control.ts';
import { misuse, type Failure } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { noticePath } from './notice-path.ts';

export type NoticeOptions = ServerOptions & { readonly html?: string };

/** `kuasheng notice show PLACE`: the notice of a place as text, or written to a file as a page. */
export const showNotice = async (terminal: Terminal, place: string, options: NoticeOptions): Promise<ExitCode> => {
  const { html } = options;
  return show(terminal, options, await shown(place, options), ({ notice }) =>
    html === undefined ? noticeText(notice).trimEnd() : `已写入 ${html}：${notice.title}`,
  );
};

const shown = async (place: string, options: NoticeOptions): Promise<Result<NoticeNow, Failure>> => {
  const path = noticePath(place);
  if (!path.ok) return path;
  const found = await ask<NoticeNow>(options, path.value);
  if (!found.ok || options.html === undefined) return found;
  const written = await writePage(options.html, found.value.notice);
  return written.ok ? found : written;
};

const writePage = async (file: string, notice: Notice): Promise<Result<undefined, Failure>> => {
  try {
    await writeFile(file, noticeHtml(notice));
    return ok(undefined);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return fail(misuse(`写不了文件 ${file}（${code ?? String(error)}）`));
  }
};
