import type { NoticeNow } from '../../sandbox.ts';
import type { Result } from '../../../kernel/result.ts';
import type { ExitCode } from '../exit-code.ts';
import { control } from '../server/control.ts';
import type { Failure } from '../server/failure.ts';
import type { ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';
import type { Terminal } from '../terminal.ts';
import { noticePath } from './notice-path.ts';

type Uploaded = Omit<NoticeNow, 'notice'>;

/** `kuasheng notice upload PLACE`. */
export const uploadNotice = async (terminal: Terminal, place: string, options: ServerOptions): Promise<ExitCode> =>
  show(terminal, options, await uploaded(place, options), inWords);

const uploaded = async (place: string, options: ServerOptions): Promise<Result<Uploaded, Failure>> => {
  const path = noticePath(place);
  return path.ok ? control<Uploaded>(options, { method: 'POST', path: `${path.value}/upload` }) : path;
};

const inWords = ({ upload: { place, name, on }, blanks, illustrative }: Uploaded): string =>
  `已上传：${name} ${place} 的告知书（${on ?? ''} 的政策）。其中 ${blanks} 处还要由参保地填写，${illustrative} 处不是本地政策。`;
