import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import type { NoticeOptions } from '../notice/show.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';

const PLACE = ['<place>', '医保区划或名称，如 610100、西安'] as const;

/** `kuasheng notice …`: the notices 告知书 that insured places give to patients, and their upload. */
export const addNotice = (program: Command, { terminal, finish }: Cli): void => {
  const notice = program
    .command('notice')
    .description('门诊慢特病跨省异地就医结算政策及流程告知书：按参保地政策生成、上传');

  withWorkspace(notice.command('list').description('各参保地的告知书上传了没有、上传以后政策变了没有')).action(
    (options: ServerOptions) =>
      finish(import('../notice/list.ts').then(({ listNotices }) => listNotices(terminal, options))),
  );

  withWorkspace(
    notice
      .command('show')
      .argument(...PLACE)
      .description('一个参保地按当天政策的告知书；留空的由参保地填写，带 ※ 的不是本地政策')
      .option('--html <file>', '写成可以打印的网页'),
  ).action((place: string, options: NoticeOptions) =>
    finish(import('../notice/show.ts').then(({ showNotice }) => showNotice(terminal, place, options))),
  );

  withWorkspace(
    notice
      .command('upload')
      .argument(...PLACE)
      .description('把当天的告知书记为已上传；政策变了以后再传一次'),
  ).action((place: string, options: ServerOptions) =>
    finish(import('../notice/upload.ts').then(({ uploadNotice }) => uploadNotice(terminal, place, options))),
  );
};
