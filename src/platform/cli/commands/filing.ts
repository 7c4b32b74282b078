import type { Command } from 'commander';
import type { Cli } from '../cli.ts';
import { addFilingActs, PERSON } from '../filing/acts.ts';
import { filingsInWords, holdingInWords, type CoverAt } from '../filing/words.ts';
import { listQuery, type FilingRow } from '../server/applications.ts';
import { ask } from '../server/control.ts';
import { withWorkspace, type ServerOptions } from '../server/options.ts';
import { show } from '../server/show.ts';

type ListOptions = ServerOptions & { readonly person?: string; readonly pending?: true };
type ShowOptions = ServerOptions & { readonly institution?: string };

type Listed = { readonly filings: readonly FilingRow[]; readonly at?: CoverAt };

/** `kuasheng filing …`: filings 异地就医备案 as the clerk of the insured place handles them. */
export const addFiling = (program: Command, { terminal, finish }: Cli): void => {
  const filing = program.command('filing').description('参保地经办：异地就医备案');
  const list = async ({ person, pending, ...options }: ListOptions) => {
    const query = listQuery({ person, ...(pending && { pending: 'true' }) });
    return show(terminal, options, await ask<Listed>(options, `/filings${query}`), ({ filings }) =>
      filingsInWords(filings, terminal.columns),
    );
  };
  withWorkspace(filing.command('list').description('申请过的备案；--person 时也列种子数据的备案'))
    .option('--person <id>', PERSON)
    .option('--pending', '只列待审核的')
    .action((options: ListOptions) => finish(list(options)));

  const showOne = async (person: string, { institution, ...options }: ShowOptions) =>
    show(
      terminal,
      options,
      await ask<Listed>(options, `/filings${listQuery({ person, institution })}`),
      ({ filings, at }) => holdingInWords(filings, at),
    );
  withWorkspace(filing.command('show').argument('<person>', PERSON).description('一个人现在有效的备案'))
    .option('--institution <code>', '在这家机构就医是否有备案，没有则说明原因')
    .action((person: string, options: ShowOptions) => finish(showOne(person, options)));

  addFilingActs(filing, { terminal, finish });
};
