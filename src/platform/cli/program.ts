import { Command } from 'commander';
import { speakChinese } from './chinese-help.ts';
import type { Cli } from './cli.ts';
import { addAcceptance } from './commands/acceptance.ts';
import { addCatalogue } from './commands/catalogue.ts';
import { addClaim } from './commands/claim.ts';
import { addClearing } from './commands/clearing.ts';
import { addClock } from './commands/clock.ts';
import { addCredential } from './commands/credential.ts';
import { addDemo } from './commands/demo.ts';
import { addDevice } from './commands/device.ts';
import { addExplain } from './commands/explain.ts';
import { addFault } from './commands/fault.ts';
import { addFiling } from './commands/filing.ts';
import { addHunt } from './commands/hunt.ts';
import { addInstitution } from './commands/institution.ts';
import { addJournal } from './commands/journal.ts';
import { addMaintenance } from './commands/maintenance.ts';
import { addNotice } from './commands/notice.ts';
import { addPeople } from './commands/people.ts';
import { addPersonas } from './commands/personas.ts';
import { addPlace } from './commands/place.ts';
import { addPolicy } from './commands/policy.ts';
import { addQualification } from './commands/qualification.ts';
import { addScenario } from './commands/scenario.ts';
import { addServe } from './commands/serve.ts';
import { addSettings } from './commands/settings.ts';
import { addSnapshot } from './commands/snapshot.ts';
import { addTraffic } from './commands/traffic.ts';
import { addTx } from './commands/tx.ts';
import { addVerdict } from './commands/verdict.ts';
import { addVoucher } from './commands/voucher.ts';
import { addWorkspace } from './commands/workspace.ts';
import { version } from '../http/version.ts';

const AFTERWORD = `
退出码：
  0  成功
  1  沙箱拒绝，或检查没有通过
  2  用法不对
  3  连不上沙箱

常用：
  kuasheng serve                         启动沙箱，数据在当前目录的 .kuasheng
  kuasheng demo                          走一遍挂号、结算、重发、退费、冲正
  kuasheng tx call 1101                  用第一个演示人员发一笔 1101
  kuasheng tx show 2207                  一个交易的全部字段和规则`;

/** The whole command line. Every command loads what it needs when it is called, so that each starts at once. */
export const programOf = (cli: Cli): Command => {
  const program = speakChinese(new Command('kuasheng'), cli.terminal)
    .description('跨省异地就医沙箱：本机上的国家跨省医保平台替身')
    .version(version(), '-V, --version', '显示版本')
    .addHelpText('after', AFTERWORD);
  for (const add of [
    addServe,
    addDemo,
    addScenario,
    addHunt,
    addAcceptance,
    addPersonas,
    addPeople,
    addInstitution,
    addPlace,
    addCatalogue,
    addTx,
    addPolicy,
    addNotice,
    addExplain,
    addClaim,
    addFiling,
    addQualification,
    addCredential,
    addVoucher,
    addMaintenance,
    addFault,
    addClock,
    addClearing,
    addTraffic,
    addDevice,
    addJournal,
    addVerdict,
    addWorkspace,
    addSettings,
    addSnapshot,
  ]) {
    add(program, cli);
  }
  return program;
};
